"""A character that no font has is refused where it is written, never when the record is sealed."""

from dataclasses import replace

import pytest

from litconsent.domain.answers import Notes
from litconsent.domain.course import Manner, Session
from litconsent.domain.decisions import Decision
from litconsent.domain.errors import UnprintableCharacter
from litconsent.domain.people import AccountRole, Letterhead, Role
from litconsent.domain.releases import Reviewer
from litconsent.domain.statements import Statement
from litconsent.domain.understanding import Rating, TeachBack
from litconsent.services.accounts import add_account
from litconsent.services.answer import save_answers
from litconsent.services.consultation import open_consultation, save_notes
from litconsent.services.decide import decide, sign
from litconsent.services.hold_session import hold_session
from litconsent.services.read_leaflet import open_reading
from litconsent.services.release_language import release_language
from litconsent.services.seal_record import seal_record
from litconsent.services.set_up import issue_setup_code, set_up_clinic
from litconsent.services.void_record import void_record
from litconsent.services.withdraw_consent import withdraw_consent
from tests.builders import a_patient
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey

FACE = "Ada \U0001f600"


def refused(field, function, *parts, **named):
    with pytest.raises(UnprintableCharacter) as raised:
        function(*parts, **named)
    assert raised.value.field == field and raised.value.char == "\U0001f600"


def test_the_clinics_and_the_doctors_name_are_looked_at_when_the_clinic_is_set_up(clinic):
    code = issue_setup_code(clinic)
    plain = {"name": "San Luca", "place": "Torino", "phone": "011"}
    who = {"username": "ada", "name": "Ada", "password": PASSWORD}
    for part in plain:
        head = Letterhead(**plain | {part: FACE})
        refused(f"clinic.{part}", set_up_clinic, clinic, TABLET, code=code, letterhead=head, **who)
    head, faced = Letterhead(**plain), who | {"name": FACE}
    refused("account.name", set_up_clinic, clinic, TABLET, code=code, letterhead=head, **faced)
    set_up_clinic(clinic, TABLET, code=code, letterhead=head, **who)
    other = faced | {"username": "eva", "role": AccountRole.CLINICIAN}
    refused("account.name", add_account, clinic, TABLET, **other)
    reviewer = Reviewer("Eva", FACE)
    release = {"reviewer": reviewer, "seen": ""}
    refused("reviewer.qualification", release_language, clinic, TABLET, "en", **release)


def test_every_word_of_a_journey_is_looked_at_where_it_is_written(clinic):
    journey = Journey(clinic).set_up()
    refused("patient.name", journey.prepare, patient=a_patient(name=FACE))
    journey.prepare(who=Statement()).hand_over().read()
    reading = open_reading(clinic, TABLET)
    for part in ("questions", "matters", "health_words"):
        answers = replace(reading.answers, **{part: FACE})
        refused(f"answers.{part}", save_answers, clinic, TABLET, answers, reading.version)
    journey.hand_back().sign_in()
    talk = open_consultation(clinic, TABLET, journey.episode_id)
    item = talk.results[0].item.id
    for field, notes in (
        ("notes.answered", Notes(answered=FACE)),
        (f"resolved.{item}", Notes(resolved={item: FACE})),
        ("teach_back.repair", Notes(teach_back={"B1": TeachBack(Rating.PARTLY, FACE)})),
    ):
        version = talk.notes_version
        refused(field, save_notes, clinic, TABLET, journey.episode_id, notes, version)
    journey.open_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    refused("signature.typed", sign, clinic, TABLET, Role.PATIENT, typed=FACE)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    doctor = (clinic, TABLET, journey.episode_id, USERNAME, PASSWORD)
    refused("signature.typed", seal_record, *doctor, typed=FACE)
    record = seal_record(*doctor, strokes=INK)
    session = Session(plan_unchanged=True, health_unchanged=True, response=FACE)
    refused("session.response", hold_session, clinic, TABLET, record.id, 1, session)
    later = {"follow_up": FACE}
    refused(
        "withdrawal.follow_up", withdraw_consent, clinic, TABLET, record.id, Manner.ORAL, **later
    )
    refused("void.reason", void_record, clinic, TABLET, record.id, FACE)


def test_how_somebody_who_cannot_sign_expressed_it_is_looked_at_as_well(clinic):
    who = Statement(
        cannot_sign=True, unable_because="Bandaged.", witness_name="Eva", second_witness_name="Ugo"
    )
    Journey(clinic).to_the_decision(who=who)
    decide(clinic, TABLET, Decision.CONSENT)
    refused("signature.expressed", sign, clinic, TABLET, Role.PATIENT, typed=FACE)
