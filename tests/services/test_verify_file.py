"""Whoever holds a file learns what the books say of it since; whoever does not learns nothing."""

import json
from io import StringIO

import pytest

from litconsent.cli.verify_command import ENDED, NOT_VALID, VALID, verify
from litconsent.domain.course import Manner, Session
from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import State
from litconsent.domain.file_problems import Problem
from litconsent.domain.people import Role
from litconsent.pdf.seal import seal
from litconsent.services.decide import decide, sign
from litconsent.services.hold_session import hold_session
from litconsent.services.seal_record import seal_record
from litconsent.services.verify_file import verify_file
from litconsent.services.void_record import void_record
from litconsent.services.withdraw_consent import withdraw_consent
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey
from tests.pdf.sealing import an_unsealed_form

UNCHANGED = Session(plan_unchanged=True, health_unchanged=True)


def sealed(journey):
    decide(journey.clinic, TABLET, Decision.CONSENT)
    sign(journey.clinic, TABLET, Role.PATIENT, strokes=INK)
    return seal_record(journey.clinic, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)


def bytes_of(clinic, record):
    with clinic.store.reading() as books:
        return books.records.pdf(record.id)


@pytest.fixture
def journey(clinic):
    return Journey(clinic).to_the_decision()


@pytest.fixture
def consent(journey):
    return sealed(journey)


def withdrawn(clinic, consent):
    return withdraw_consent(clinic, TABLET, consent.id, Manner.ORAL)


def voided(clinic, consent):
    return void_record(clinic, TABLET, consent.id, "Wrong patient chosen")


@pytest.mark.parametrize(
    ("end", "state"),
    [(withdrawn, State.WITHDRAWN), (voided, State.VOIDED)],
    ids=["withdrawn", "voided"],
)
def test_what_ended_a_consent_is_told_of_each_page_sealed_before_and_not_of_its_own(
    clinic, clock, consent, end, state
):
    session = hold_session(clinic, TABLET, consent.id, 1, UNCHANGED)
    before = [bytes_of(clinic, page) for page in (consent, session)]
    assert all(verify_file(pdf, clinic).stands for pdf in before)
    clock.move(minutes=3)
    page = end(clinic, consent)
    for pdf in before:
        found = verify_file(pdf, clinic)
        assert found.valid and not found.stands
        assert (found.ending.state, found.ending.at) == (state, clock.time)
    assert verify_file(bytes_of(clinic, page), clinic).stands


def test_a_withdrawal_of_a_record_that_is_void_is_void_with_it(clinic, consent):
    page = withdrawn(clinic, consent)
    voided(clinic, consent)
    assert verify_file(bytes_of(clinic, page), clinic).ending.state is State.VOIDED


def test_a_later_yes_takes_the_place_of_an_earlier_one(clinic, journey, consent):
    journey.prepare(follows=journey.episode_id).hand_over().read().hand_back().sign_in()
    later = sealed(journey.talk().open_decision())
    assert verify_file(bytes_of(clinic, consent), clinic).ending.state is State.SUPERSEDED
    assert verify_file(bytes_of(clinic, later), clinic).stands


def test_a_changed_copy_of_a_withdrawn_record_is_told_nothing_of_the_withdrawal(clinic, consent):
    pdf = bytes_of(clinic, consent)
    withdrawn(clinic, consent)
    found = verify_file(pdf + b"\n", clinic)
    assert found.verdict.problem is Problem.BYTES_APPENDED and found.ending is None


def test_our_own_seal_on_what_is_not_in_the_books_is_no_record(clinic, clock):
    Journey(clinic).set_up()
    pdf = seal(an_unsealed_form(), clinic.seal(), at=clock.time, reason="consent")
    found = verify_file(pdf, clinic)
    assert found.verdict.problem is Problem.NOT_THE_RECORD and not found.stands


def test_the_command_says_when_and_its_exit_code_tells_an_ended_record(
    clinic, consent, tmp_path, monkeypatch
):
    monkeypatch.setenv("LITCONSENT_DATA", str(clinic.settings.data_dir))
    monkeypatch.setenv("LITCONSENT_KEYS", str(clinic.settings.keys_dir))
    record, changed = tmp_path / "record.pdf", tmp_path / "changed.pdf"
    record.write_bytes(bytes_of(clinic, consent))
    changed.write_bytes(record.read_bytes() + b"\n")
    assert verify([record], as_json=False, out=StringIO()) == VALID
    withdrawn(clinic, consent)
    said = StringIO()
    assert verify([record], as_json=False, out=said) == ENDED
    assert "VALID. The file is exactly" in said.getvalue()
    assert "withdrawn since. (2026-05-04 09:30 UTC)" in said.getvalue()
    said = StringIO()
    assert verify([record, changed], as_json=True, out=said) == NOT_VALID
    first, second = map(json.loads, said.getvalue().splitlines())
    assert first["ending"]["state"] == "withdrawn" and first["valid"] is True
    assert second["ending"] is None and second["valid"] is False
