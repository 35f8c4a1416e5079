"""Another tablet takes over an episode's patient side by a code, and only one tablet holds it."""

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import State
from litconsent.domain.errors import (
    EpisodeUnknown,
    NotAllowed,
    PairingRefused,
    SignInThrottled,
    StepNotPossible,
)
from litconsent.domain.events import EventKind
from litconsent.domain.pairings import ALPHABET, MOST_TRIES, Purpose, clean_code, grouped
from litconsent.domain.people import AccountRole
from litconsent.domain.tablets import Mode
from litconsent.services.access import account_of, tablet_of
from litconsent.services.accounts import add_account
from litconsent.services.answer import note_read
from litconsent.services.begin_talk import begin_talk
from litconsent.services.change_account import close_account
from litconsent.services.consultation import look_at_episode, open_consultation
from litconsent.services.decide import decide, deciding
from litconsent.services.hand_back import hand_back
from litconsent.services.leave_free import leave_free
from litconsent.services.live import live_episode
from litconsent.services.offer_pairing import offer_pairing, pairing_open
from litconsent.services.read_leaflet import open_reading
from litconsent.services.redeem_pairing import redeem_pairing
from litconsent.services.sign_in import sign_in
from tests.journey import OTHER_TABLET, PASSWORD, TABLET, USERNAME, Journey

THIRD = "c" * 64


def prepared(clinic):
    return Journey(clinic).set_up().prepare()


def code_for(journey, purpose=Purpose.READ):
    return offer_pairing(journey.clinic, TABLET, journey.episode_id, purpose)


def mode_of(clinic, tablet):
    return tablet_of(clinic, tablet, active=False).mode


def at_the_decision(clinic):
    """Return a journey whose patient read on another tablet and whose doctor talks at the desk."""
    journey = prepared(clinic)
    redeem_pairing(clinic, OTHER_TABLET, code_for(journey).code)
    Journey(clinic, OTHER_TABLET, journey.episode).read().hand_back()
    return journey.talk()


def test_a_code_has_no_characters_that_look_alike_and_is_read_however_it_is_typed(clinic):
    pairing = code_for(prepared(clinic))
    assert len(pairing.code) == 8 and set(pairing.code) <= set(ALPHABET)
    assert not set(ALPHABET) & set("0O1IL2Z5S8B")
    assert clean_code(f" {grouped(pairing.code).lower()}-") == pairing.code


def test_a_tablet_never_seen_takes_the_episode_and_the_doctor_stays_signed_in(clinic):
    journey = prepared(clinic)
    pairing = code_for(journey)
    assert pairing_open(clinic, TABLET, pairing)
    redeem_pairing(clinic, OTHER_TABLET, grouped(pairing.code).lower())
    assert open_reading(clinic, OTHER_TABLET).episode.id == journey.episode_id
    assert account_of(clinic, TABLET).username == USERNAME
    assert not pairing_open(clinic, TABLET, pairing)
    with pytest.raises(NotAllowed):
        look_at_episode(clinic, OTHER_TABLET, journey.episode_id)


def test_a_code_works_once(clinic):
    pairing = code_for(prepared(clinic))
    redeem_pairing(clinic, OTHER_TABLET, pairing.code)
    with pytest.raises(PairingRefused):
        redeem_pairing(clinic, THIRD, pairing.code)
    assert mode_of(clinic, OTHER_TABLET) is Mode.PATIENT and mode_of(clinic, THIRD) is Mode.VISITOR


def test_a_code_is_good_for_five_minutes(clinic, clock):
    pairing = code_for(prepared(clinic))
    clock.move(minutes=5)
    assert not pairing_open(clinic, TABLET, pairing)
    with pytest.raises(PairingRefused):
        redeem_pairing(clinic, OTHER_TABLET, pairing.code)


def test_a_newer_code_makes_the_older_one_worthless(clinic):
    journey = prepared(clinic)
    older, newer = code_for(journey), code_for(journey)
    with pytest.raises(PairingRefused):
        redeem_pairing(clinic, OTHER_TABLET, older.code)
    redeem_pairing(clinic, OTHER_TABLET, newer.code)


def test_handing_over_this_tablet_makes_an_open_code_worthless(clinic):
    journey = prepared(clinic)
    pairing = code_for(journey)
    journey.hand_over()
    with pytest.raises(PairingRefused):
        redeem_pairing(clinic, OTHER_TABLET, pairing.code)
    assert mode_of(clinic, TABLET) is Mode.PATIENT


def test_only_the_keyed_digest_of_a_code_is_kept(clinic):
    pairing = code_for(prepared(clinic))
    with clinic.store._transaction(writing=False) as connection:
        kept = str(connection.exec_driver_sql("SELECT * FROM pairings").all())
    assert "read" in kept
    assert pairing.code not in kept


def test_wrong_codes_make_a_tablet_wait_and_leave_a_trace(clinic, clock):
    pairing = code_for(prepared(clinic))
    for _ in range(5):
        with pytest.raises(PairingRefused):
            redeem_pairing(clinic, OTHER_TABLET, "AAAAAAAA")
    with pytest.raises(SignInThrottled):
        redeem_pairing(clinic, OTHER_TABLET, pairing.code)
    clock.move(seconds=31)
    redeem_pairing(clinic, OTHER_TABLET, pairing.code)
    with clinic.store.reading() as books:
        assert len(books.events.of_clinic(EventKind.PAIRING_REFUSED)) == 5


def test_a_hundred_wrong_codes_from_as_many_tablets_close_every_open_code(clinic):
    pairing = code_for(prepared(clinic))
    for number in range(MOST_TRIES):
        with pytest.raises(PairingRefused):
            redeem_pairing(clinic, f"{number:064d}", "AAAAAAAA")
    with pytest.raises(PairingRefused):
        redeem_pairing(clinic, OTHER_TABLET, pairing.code)


def test_a_tablet_that_a_doctor_is_signed_in_on_loses_the_doctor_first(clinic):
    journey = prepared(clinic)
    sign_in(clinic, OTHER_TABLET, USERNAME, PASSWORD)
    redeem_pairing(clinic, OTHER_TABLET, code_for(journey).code)
    tablet = tablet_of(clinic, OTHER_TABLET)
    assert (tablet.mode, tablet.account_id) == (Mode.PATIENT, None)
    with pytest.raises(NotAllowed):
        account_of(clinic, OTHER_TABLET)


def test_a_tablet_that_a_patient_holds_takes_no_code(clinic):
    first = prepared(clinic)
    redeem_pairing(clinic, OTHER_TABLET, code_for(first).code)
    second = Journey(clinic).prepare()
    with pytest.raises(NotAllowed):
        redeem_pairing(clinic, OTHER_TABLET, code_for(second).code)
    assert open_reading(clinic, OTHER_TABLET).episode.id == first.episode_id


def test_a_newer_hand_over_takes_the_episode_and_every_answer_from_the_older_tablet(clinic):
    journey = prepared(clinic)
    redeem_pairing(clinic, OTHER_TABLET, code_for(journey).code)
    note_read(clinic, OTHER_TABLET, "what")
    pairing = code_for(journey)
    assert mode_of(clinic, OTHER_TABLET) is Mode.PATIENT
    redeem_pairing(clinic, THIRD, pairing.code)
    assert mode_of(clinic, OTHER_TABLET) is Mode.FREE
    assert open_reading(clinic, THIRD).answers.read == ("what",)
    with pytest.raises(NotAllowed):
        note_read(clinic, OTHER_TABLET, "how")
    leave_free(clinic, OTHER_TABLET)
    assert mode_of(clinic, OTHER_TABLET) is Mode.VISITOR


def test_handing_over_the_desk_takes_the_episode_from_the_other_tablet(clinic):
    journey = prepared(clinic)
    redeem_pairing(clinic, OTHER_TABLET, code_for(journey).code)
    journey.hand_over()
    assert mode_of(clinic, TABLET) is Mode.PATIENT and mode_of(clinic, OTHER_TABLET) is Mode.FREE


def test_a_code_of_a_closed_account_is_refused(clinic):
    journey = prepared(clinic)
    doctor = add_account(
        clinic, TABLET, username="dr.neri", name="N", password=PASSWORD, role=AccountRole.CLINICIAN
    )
    sign_in(clinic, OTHER_TABLET, "dr.neri", PASSWORD)
    pairing = offer_pairing(clinic, OTHER_TABLET, journey.episode_id, Purpose.READ)
    close_account(clinic, TABLET, doctor.id)
    with pytest.raises(PairingRefused):
        redeem_pairing(clinic, THIRD, pairing.code)


def test_a_code_is_made_only_where_a_hand_over_is_possible(clinic):
    journey = prepared(clinic)
    with pytest.raises(StepNotPossible):
        code_for(journey, Purpose.DECIDE)
    with pytest.raises(EpisodeUnknown):
        offer_pairing(clinic, TABLET, "x", Purpose.READ)
    with pytest.raises(NotAllowed):
        offer_pairing(clinic, OTHER_TABLET, journey.episode_id, Purpose.READ)


def test_the_decision_is_held_by_the_other_tablet_while_the_doctor_keeps_the_desk(clinic):
    journey = at_the_decision(clinic)
    redeem_pairing(clinic, OTHER_TABLET, code_for(journey, Purpose.DECIDE).code)
    decide(clinic, OTHER_TABLET, Decision.CONSENT)
    assert deciding(clinic, OTHER_TABLET).decision is Decision.CONSENT
    assert open_consultation(clinic, TABLET, journey.episode_id).state is State.DECIDED
    assert deciding(clinic, OTHER_TABLET).decision is Decision.CONSENT


def test_a_code_for_the_decision_is_refused_once_the_talk_has_ended_otherwise(clinic):
    journey = at_the_decision(clinic)
    pairing = code_for(journey, Purpose.DECIDE)
    journey.hand_over()
    hand_back(clinic, TABLET)
    with pytest.raises(PairingRefused):
        redeem_pairing(clinic, OTHER_TABLET, pairing.code)


def test_looking_at_the_talk_does_not_take_the_reading_from_the_patient(clinic):
    journey = prepared(clinic)
    redeem_pairing(clinic, OTHER_TABLET, code_for(journey).code)
    assert open_consultation(clinic, TABLET, journey.episode_id).state is State.HANDED_OVER
    begin_talk(clinic, TABLET, journey.episode_id)
    assert open_consultation(clinic, TABLET, journey.episode_id).state is State.IN_CONSULTATION
    assert mode_of(clinic, OTHER_TABLET) is Mode.WAITING


def test_the_desk_sees_where_the_patient_is_without_a_trace(clinic, clock):
    journey = prepared(clinic)
    redeem_pairing(clinic, OTHER_TABLET, code_for(journey).code)
    patient = Journey(clinic, OTHER_TABLET, journey.episode)
    patient.read(misses=["Q10"], questions="May I drive home?")
    used = clock()
    clock.move(minutes=1)
    with clinic.store.reading() as books:
        before = books.events.head()
    live = live_episode(clinic, TABLET, journey.episode_id)
    assert live.read == live.chapters > 5 and live.answered == live.items
    assert len(live.missed) == 1 and live.asked == "May I drive home?"
    assert live.used_at == used and live.now == clock()
    with clinic.store.reading() as books:
        assert books.events.head() == before
    clock.move(minutes=20)
    assert live_episode(clinic, TABLET, journey.episode_id) is None
    assert live_episode(clinic, OTHER_TABLET, journey.episode_id) is None
