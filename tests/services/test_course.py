"""After the signature: sessions, a change of mind, and what ends a consent."""

import json
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest

from litconsent.domain.course import Bar, Manner, Session
from litconsent.domain.decisions import Decision, Outcome
from litconsent.domain.episodes import State
from litconsent.domain.errors import (
    NotAllowed,
    NotInk,
    NotYourTurn,
    SessionBarred,
    StepNotPossible,
    TextMissing,
)
from litconsent.domain.people import AccountRole, Role
from litconsent.domain.releases import Reviewer
from litconsent.i18n.text import text_for
from litconsent.services.accounts import add_account
from litconsent.services.board import board
from litconsent.services.course import course
from litconsent.services.decide import decide, open_decision, sign
from litconsent.services.hold_session import hold_session, put_off_session
from litconsent.services.preparation import load_preparation
from litconsent.services.prepare_again import prepare_again
from litconsent.services.release_language import release_language
from litconsent.services.seal_record import seal_record
from litconsent.services.sign_in import sign_in
from litconsent.services.sign_out import sign_out
from litconsent.services.specimen_cases import cases
from litconsent.services.void_record import void_record
from litconsent.services.withdraw_consent import withdraw_consent
from litconsent.services.withdraw_language import withdraw_language
from tests.builders import a_patient, a_plan
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey
from tests.pdf.validators import failures_of_page_validation

UNCHANGED = Session(plan_unchanged=True, health_unchanged=True)
HELPS = replace(UNCHANGED, response="Sleeps through the night again")


def sealed(journey, decision=Decision.CONSENT):
    decide(journey.clinic, TABLET, decision)
    if decision.agrees:
        sign(journey.clinic, TABLET, Role.PATIENT, strokes=INK)
    return seal_record(journey.clinic, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)


@pytest.fixture
def consent(clinic):
    return sealed(Journey(clinic).to_the_decision(plan=a_plan(sessions=5)))


def standing(clinic, record):
    return course(clinic, TABLET, record.id).standing


def page_of(clinic, record):
    with clinic.store.reading() as books:
        pdf = books.records.pdf(record.id)
    with pikepdf.open(BytesIO(pdf)) as document:
        attached = document.attachments["record.json"]
        return pdf, json.loads(attached.get_file().read_bytes())


@pytest.mark.parametrize("manner", Manner)
def test_a_withdrawal_counts_at_once_and_has_a_page_of_its_own(clinic, consent, manner):
    page = withdraw_consent(
        clinic, TABLET, consent.id, manner, follow_up="Physiotherapy", strokes=INK
    )
    assert standing(clinic, consent) is State.WITHDRAWN
    pdf, data = page_of(clinic, page)
    assert data["outcome"] == "withdrawal" and data["about"]["sha256"] == consent.sha256
    assert data["facts"] == {
        "manner": manner,
        "by": "Ada Rossi",
        "role": "patient",
        "follow_up": "Physiotherapy",
    }
    assert bool(data["signed_by"]) is (manner is Manner.WRITTEN)
    assert failures_of_page_validation(pdf) == []
    with pytest.raises(SessionBarred) as raised:
        hold_session(clinic, TABLET, consent.id, 1, UNCHANGED)
    assert raised.value.bars == (Bar.NOT_IN_FORCE,)


def test_a_withdrawal_repeated_is_one(clinic, consent):
    first = withdraw_consent(clinic, TABLET, consent.id, Manner.ORAL)
    assert withdraw_consent(clinic, TABLET, consent.id, Manner.ORAL) == first


def test_a_written_withdrawal_needs_a_signature_and_fails_whole(clinic, consent):
    with pytest.raises(NotInk):
        withdraw_consent(clinic, TABLET, consent.id, Manner.WRITTEN, strokes=())
    assert standing(clinic, consent) is State.CONSENTED


def test_what_was_never_agreed_to_cannot_be_withdrawn(clinic):
    refusal = sealed(Journey(clinic).to_the_decision(), Decision.REFUSAL)
    with pytest.raises(StepNotPossible):
        withdraw_consent(clinic, TABLET, refusal.id, Manner.ORAL)


def test_whoever_decides_for_a_patient_can_take_it_back_and_so_can_the_patient(clinic):
    treats_all = replace(clinic, settings=replace(clinic.settings, adults_only=False))
    case = cases(text_for("it"))["V07"]
    child = a_patient(birth_date=date(2017, 5, 17))
    journey = Journey(treats_all).to_the_decision(patient=child, who=case.stated)
    decide(treats_all, TABLET, Decision.CONSENT)
    for role in (Role.PARENT, Role.OTHER_PARENT):
        sign(treats_all, TABLET, role, strokes=INK)
    record = seal_record(treats_all, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)
    roles = (Role.PATIENT, Role.PARENT, Role.OTHER_PARENT)
    assert course(treats_all, TABLET, record.id).withdrawers == roles
    with pytest.raises(NotYourTurn):
        withdraw_consent(treats_all, TABLET, record.id, Manner.ORAL, role=Role.FAMILY)
    page = withdraw_consent(treats_all, TABLET, record.id, Manner.ORAL, role=Role.OTHER_PARENT)
    given = page_of(treats_all, page)[1]["facts"]
    assert (given["role"], given["by"]) == ("other_parent", case.stated.other_parent_name)


def test_each_session_is_agreed_to_again_and_sealed(clinic, consent):
    first = hold_session(clinic, TABLET, consent.id, 1, UNCHANGED)
    assert hold_session(clinic, TABLET, consent.id, 1, UNCHANGED) == first
    second = hold_session(clinic, TABLET, consent.id, 2, HELPS)
    pdf, data = page_of(clinic, second)
    assert data["facts"] == {"number": "2", "response": HELPS.response}
    assert data["sessions_held"] == 2 and failures_of_page_validation(pdf) == []
    assert course(clinic, TABLET, second.id).held == 2


@pytest.mark.parametrize(
    ("session", "bar"),
    [
        (replace(UNCHANGED, plan_unchanged=False), Bar.PLAN_CHANGED),
        (replace(UNCHANGED, health_unchanged=False), Bar.HEALTH_CHANGED),
    ],
)
def test_a_change_needs_a_new_consent(clinic, consent, session, bar):
    with pytest.raises(SessionBarred) as raised:
        hold_session(clinic, TABLET, consent.id, 1, session)
    assert raised.value.bars == (bar,)
    assert course(clinic, TABLET, consent.id).held == 0


def test_after_three_sessions_the_response_must_be_written_down(clinic, consent):
    for number in (1, 2, 3):
        hold_session(clinic, TABLET, consent.id, number, UNCHANGED)
    with pytest.raises(SessionBarred) as raised:
        hold_session(clinic, TABLET, consent.id, 4, UNCHANGED)
    assert raised.value.bars == (Bar.NO_RESPONSE,)
    hold_session(clinic, TABLET, consent.id, 4, HELPS)


def test_the_last_planned_session_completes_the_course(clinic, consent):
    for number in range(1, 6):
        hold_session(clinic, TABLET, consent.id, number, HELPS)
    assert standing(clinic, consent) is State.COMPLETED
    with pytest.raises(SessionBarred) as raised:
        hold_session(clinic, TABLET, consent.id, 6, HELPS)
    assert raised.value.bars == (Bar.ALL_HELD,)


def test_not_today_leaves_the_consent_as_it_is(clinic, consent):
    put_off_session(clinic, TABLET, consent.id)
    assert standing(clinic, consent) is State.CONSENTED


def test_a_consent_expires_by_the_clinics_policy(clinic, consent):
    later = replace(clinic, clock=lambda: consent.sealed_at + timedelta(days=366))
    sign_in(later, TABLET, USERNAME, PASSWORD)  # the tablet stood idle for a year
    assert standing(later, consent) is State.EXPIRED
    with pytest.raises(SessionBarred):
        hold_session(later, TABLET, consent.id, 1, UNCHANGED)
    withdraw_consent(later, TABLET, consent.id, Manner.ORAL)
    assert standing(later, consent) is State.WITHDRAWN


def test_an_important_change_of_the_text_asks_for_a_new_consent(clinic, consent):
    seen = clinic.library.edition("it").hash
    reviewer = Reviewer("Dr. Anna Verdi", "doctor")
    release_language(clinic, TABLET, "it", reviewer=reviewer, seen=seen)
    assert standing(clinic, consent) is State.CONSENTED
    withdraw_language(clinic, TABLET, "it", reason="An important sentence was wrong")
    release_language(clinic, TABLET, "it", reviewer=reviewer, seen=seen, material=True)
    assert standing(clinic, consent) is State.OUTDATED
    with pytest.raises(SessionBarred):
        hold_session(clinic, TABLET, consent.id, 1, UNCHANGED)
    withdraw_consent(clinic, TABLET, consent.id, Manner.ORAL)
    assert standing(clinic, consent) is State.WITHDRAWN


def test_only_the_lead_declares_a_record_void_and_says_why(clinic, consent):
    with pytest.raises(TextMissing):
        void_record(clinic, TABLET, consent.id, " ")
    page = void_record(clinic, TABLET, consent.id, "Wrong patient chosen")
    assert standing(clinic, consent) is State.VOIDED
    assert page_of(clinic, page)[1]["facts"] == {"reason": "Wrong patient chosen"}
    add_account(
        clinic,
        TABLET,
        username="dr.bruni",
        name="Dr. Bruni",
        password=PASSWORD,
        role=AccountRole.CLINICIAN,
    )
    sign_out(clinic, TABLET)
    sign_in(clinic, TABLET, "dr.bruni", PASSWORD)
    with pytest.raises(NotAllowed):
        void_record(clinic, TABLET, consent.id, "Not mine to say")


def test_a_new_consent_takes_the_place_of_the_one_that_it_follows(clinic, consent):
    prepare_again(clinic, TABLET, consent.id)
    typed = load_preparation(clinic, TABLET)
    assert typed["follows"] == consent.episode_id and typed["compounds"] == ["lidocaine"]
    again = Journey(clinic).prepare(follows=typed["follows"]).hand_over().read().hand_back()
    again.sign_in().talk()
    open_decision(clinic, TABLET, again.episode_id)
    sealed(again)
    assert standing(clinic, consent) is State.SUPERSEDED


def test_a_refusal_of_the_new_leaves_the_old_consent_as_it_is(clinic, consent):
    again = Journey(clinic).prepare(follows=consent.episode_id).hand_over().read().hand_back()
    again.sign_in().talk()
    open_decision(clinic, TABLET, again.episode_id)
    sealed(again, Decision.REFUSAL)
    assert standing(clinic, consent) is State.CONSENTED


def test_the_board_shows_how_a_consent_stands_and_leads_to_its_first_record(clinic, consent):
    withdraw_consent(clinic, TABLET, consent.id, Manner.ORAL)
    [row] = board(clinic, TABLET)
    assert row.state is State.WITHDRAWN and row.record.decision is Outcome.CONSENT
