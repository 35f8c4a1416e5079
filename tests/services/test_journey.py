"""From preparation to the sealed record: yes, no and not today, alone and with family."""

from dataclasses import replace

import pypdfium2
import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import State, state_of
from litconsent.domain.errors import (
    NotAllowed,
    NotInk,
    NotReadyForConsent,
    NotYourTurn,
    SignInRefused,
)
from litconsent.domain.people import FamilyMember, Role
from litconsent.domain.plans import PlannedCompound
from litconsent.domain.tablets import Mode
from litconsent.services.access import tablet_of
from litconsent.services.board import Wanted, board
from litconsent.services.decide import (
    change_decision,
    decide,
    deciding,
    pass_signature,
    raise_question,
    sign,
)
from litconsent.services.records import issue_download, records, redeem_download
from litconsent.services.seal_record import seal_record
from litconsent.services.verify_file import verify_file
from tests.builders import a_patient, a_plan
from tests.journey import INK, OTHER_TABLET, PASSWORD, TABLET, USERNAME, Journey

FAMILY = FamilyMember("Bea Verdi", "daughter")


def seal(journey, **signature):
    return seal_record(
        journey.clinic,
        journey.tablet,
        journey.episode_id,
        USERNAME,
        PASSWORD,
        **(signature or {"strokes": INK}),
    )


def pdf_of(clinic, record):
    token = issue_download(clinic, TABLET, record.id)
    redeemed = redeem_download(clinic, token, TABLET)
    assert redeemed is not None
    return redeemed[0]


def state(clinic, episode_id):
    with clinic.store.reading() as books:
        return state_of(books.events.of_episode(episode_id))


def test_a_patient_agrees_and_the_sealed_record_is_valid(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    record = seal(journey)
    assert state(clinic, journey.episode_id) is State.CONSENTED
    found = verify_file(pdf_of(clinic, record), clinic)
    assert (found.stands, found.verdict.matches_record) == (True, True)


def test_a_patient_refuses_without_signing_and_the_record_is_as_complete(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.REFUSAL)
    pass_signature(clinic, TABLET, Role.PATIENT)
    record = seal(journey)
    assert state(clinic, journey.episode_id) is State.REFUSED
    assert verify_file(pdf_of(clinic, record), clinic).valid


def test_a_patient_needs_more_time_and_nobody_asks_for_a_signature(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.POSTPONED)
    assert deciding(clinic, TABLET).signer.role is Role.CLINICIAN
    record = seal(journey, typed="Anna Verdi")
    assert state(clinic, journey.episode_id) is State.POSTPONED
    assert verify_file(pdf_of(clinic, record), clinic).valid


def test_family_signs_after_the_patient_as_having_taken_part(clinic):
    journey = Journey(clinic).to_the_decision(family=FAMILY)
    decide(clinic, TABLET, Decision.CONSENT)
    with pytest.raises(NotYourTurn):
        sign(clinic, TABLET, Role.FAMILY, strokes=INK)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    sign(clinic, TABLET, Role.FAMILY, typed="Bea Verdi")
    record = seal(journey)
    assert record.decision == Decision.CONSENT


def test_a_yes_waits_until_what_was_missed_was_talked_about_but_a_no_does_not(clinic):
    journey = Journey(clinic).set_up().prepare().hand_over().read(misses=["Q10"]).hand_back()
    journey.sign_in().talk().open_decision()
    with pytest.raises(NotReadyForConsent) as caught:
        decide(clinic, TABLET, Decision.CONSENT)
    assert [missing.subject for missing in caught.value.missing] == ["Q10"]
    decide(clinic, TABLET, Decision.REFUSAL)
    seal(journey)
    assert state(clinic, journey.episode_id) is State.REFUSED


def test_the_doctors_note_opens_the_way_to_a_yes(clinic):
    journey = Journey(clinic).set_up().prepare().hand_over().read(misses=["Q10"]).hand_back()
    journey.sign_in().talk(resolved={"Q10": "He told me in his own words."}).open_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    assert deciding(clinic, TABLET).signer.role is Role.PATIENT


def test_a_question_brings_the_tablet_back_to_the_doctor(clinic):
    journey = Journey(clinic).to_the_decision()
    raise_question(clinic, TABLET)
    assert tablet_of(clinic, TABLET).mode is Mode.WAITING
    journey.sign_in().talk().open_decision()
    decide(clinic, TABLET, Decision.CONSENT)


def test_a_changed_mind_before_the_seal_needs_new_signatures(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    change_decision(clinic, TABLET)
    decide(clinic, TABLET, Decision.REFUSAL)
    assert deciding(clinic, TABLET).signatures == ()
    seal(journey)
    assert state(clinic, journey.episode_id) is State.REFUSED


def test_a_double_tap_on_every_step_leaves_one_record(clinic):
    journey = Journey(clinic).to_the_decision()
    for _ in range(2):
        decide(clinic, TABLET, Decision.CONSENT)
    for _ in range(2):
        sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    first, second = seal(journey), seal(journey)
    assert first == second
    assert len(records(clinic, TABLET)) == 1


def test_the_doctor_cannot_sign_before_the_patient(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    with pytest.raises(NotYourTurn):
        seal(journey)


def test_a_wrong_password_seals_nothing(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.REFUSAL)
    with pytest.raises(SignInRefused):
        seal_record(clinic, TABLET, journey.episode_id, USERNAME, "wrong", strokes=INK)
    assert state(clinic, journey.episode_id) is State.DECIDED


@pytest.mark.parametrize("drawn", [[], [[[500, 180]]], [[[100, 100], [900, 100]]]])
def test_an_empty_or_one_dot_signature_is_not_taken_and_nothing_is_lost(clinic, drawn):
    Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    with pytest.raises(NotInk):
        sign(clinic, TABLET, Role.PATIENT, strokes=drawn)
    assert deciding(clinic, TABLET).decision is Decision.CONSENT


def test_another_tablet_can_neither_decide_nor_seal(clinic):
    journey = Journey(clinic).to_the_decision()
    with pytest.raises(NotAllowed):
        decide(clinic, OTHER_TABLET, Decision.CONSENT)
    with pytest.raises(NotAllowed):
        seal_record(clinic, OTHER_TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)


def test_the_board_shows_where_each_episode_stands(clinic):
    journey = Journey(clinic).set_up().prepare()
    assert [(row.episode.id, row.state) for row in board(clinic, TABLET)] == [
        (journey.episode_id, State.PREPARED)
    ]


def test_the_board_finds_a_patient_and_tells_open_from_sealed(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.REFUSAL)
    seal(journey)
    later = Journey(clinic).prepare(patient=a_patient(name="Zoë D'Angelò", identifier="ZD-7"))

    def found(**search):
        return [row.episode.id for row in board(clinic, TABLET, **search)]

    assert found() == [later.episode_id, journey.episode_id]
    assert found(wanted=Wanted.OPEN) == [later.episode_id]
    assert found(wanted=Wanted.SEALED) == [journey.episode_id]
    assert found(words="d'angelo") == found(words="zd-7") == [later.episode_id]
    assert found(words="zd-7", wanted=Wanted.SEALED) == []
    assert found(limit=1, wanted=Wanted.SEALED) == [journey.episode_id]


def test_a_download_works_once_and_only_on_the_tablet_that_asked(clinic, clock):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.REFUSAL)
    record = seal(journey)
    token = issue_download(clinic, TABLET, record.id)
    assert redeem_download(clinic, token, OTHER_TABLET) is None
    assert redeem_download(clinic, token, TABLET) is not None
    assert redeem_download(clinic, token, TABLET) is None
    late = issue_download(clinic, TABLET, record.id)
    clock.move(seconds=61)
    assert redeem_download(clinic, late, TABLET) is None


def test_a_file_with_our_seal_that_is_not_in_the_books_is_no_record_of_ours(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.REFUSAL)
    record = seal(journey)
    pdf = bytearray(pdf_of(clinic, record))
    start = pdf.index(b"/Contents <") if b"/Contents <" in pdf else pdf.index(b"/Contents<")
    padding = pdf.index(b"00000000>", start)
    pdf[padding] = ord("1")
    judged = verify_file(bytes(pdf), clinic)
    assert not judged.valid


@pytest.mark.parametrize("decision", [Decision.CONSENT, Decision.REFUSAL])
def test_a_yes_to_what_is_off_label_says_so_on_the_first_page(clinic, decision):
    proposed = PlannedCompound("lidocaine", "Painful points", off_label=True)
    plan = replace(a_plan(), compounds=(proposed,))
    journey = Journey(clinic).set_up().prepare(plan=plan, language="en", clinic_language="en")
    journey.hand_over().read().hand_back().sign_in()
    journey.talk(acknowledged=("lidocaine",)).open_decision()
    decide(clinic, TABLET, decision)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    first_page = pypdfium2.PdfDocument(pdf_of(clinic, seal(journey)))[0].get_textpage()
    said = "I know that for me this would be off-label: Lidocaine"
    assert (said in first_page.get_text_range()) is (decision is Decision.CONSENT)
