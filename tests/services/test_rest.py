"""A patient's tablet that nobody touches covers itself, later locks, and nothing is ever lost."""

import pytest

from litconsent.domain.answers import Answers
from litconsent.domain.decisions import Decision
from litconsent.domain.errors import NotAllowed, SignInRefused
from litconsent.domain.events import EventKind
from litconsent.domain.tablets import Mode
from litconsent.services.access import account_of, tablet_of
from litconsent.services.answer import note_read, save_answers
from litconsent.services.decide import decide, deciding
from litconsent.services.read_leaflet import language_last_read, open_reading
from litconsent.services.sign_in import sign_in
from litconsent.services.take_up import open_for_patient, uncover
from tests.journey import PASSWORD, TABLET, USERNAME, Journey


def reading(clinic):
    journey = Journey(clinic).set_up().prepare().hand_over()
    note_read(clinic, TABLET, "what")
    return journey


def mode(clinic):
    return tablet_of(clinic, TABLET).mode


def test_an_untouched_screen_covers_itself_and_every_answer_waits_behind_it(clinic, clock):
    reading(clinic)
    clock.move(seconds=119)
    assert mode(clinic) is Mode.PATIENT
    clock.move(minutes=3)
    assert mode(clinic) is Mode.COVERED
    for use_case in (open_reading, deciding):
        with pytest.raises(NotAllowed):
            use_case(clinic, TABLET)
    assert language_last_read(clinic, TABLET) == "it"
    uncover(clinic, TABLET)
    assert open_reading(clinic, TABLET).answers.read == ("what",)


def test_looking_at_a_covered_screen_does_not_uncover_it(clinic, clock):
    reading(clinic)
    clock.move(minutes=3)
    for _ in range(3):
        assert mode(clinic) is Mode.COVERED
    with pytest.raises(NotAllowed):
        save_answers(clinic, TABLET, Answers(questions="Late"), 1)
    assert mode(clinic) is Mode.COVERED


def test_after_longer_a_touch_opens_nothing_and_only_the_clinic_does(clinic, clock):
    journey = reading(clinic)
    clock.move(hours=3)
    assert mode(clinic) is Mode.LOCKED
    with pytest.raises(NotAllowed):
        uncover(clinic, TABLET)
    with pytest.raises(SignInRefused):
        open_for_patient(clinic, TABLET, USERNAME, "wrong")
    assert mode(clinic) is Mode.LOCKED
    open_for_patient(clinic, TABLET, USERNAME, PASSWORD)
    assert open_reading(clinic, TABLET).answers.read == ("what",)
    with clinic.store.reading() as books:
        last = books.events.of_episode(journey.episode_id)[-1]
    assert last.kind is EventKind.TABLET_TAKEN_UP and last.actor.startswith("account:")
    with pytest.raises(NotAllowed):
        account_of(clinic, TABLET)


def test_the_clinic_takes_a_resting_tablet_and_hands_it_over_again_where_it_was(clinic, clock):
    journey = reading(clinic)
    clock.move(minutes=3)
    sign_in(clinic, TABLET, USERNAME, PASSWORD)
    assert account_of(clinic, TABLET).username == USERNAME
    journey.hand_over()
    assert open_reading(clinic, TABLET).answers.read == ("what",)


def test_nobody_opens_a_screen_for_a_patient_who_holds_it(clinic):
    reading(clinic)
    with pytest.raises(NotAllowed):
        open_for_patient(clinic, TABLET, USERNAME, PASSWORD)
    with pytest.raises(NotAllowed):
        sign_in(clinic, TABLET, USERNAME, PASSWORD)


def test_a_decision_and_its_signatures_wait_behind_the_cover_as_well(clinic, clock):
    Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.REFUSAL)
    clock.move(minutes=3)
    assert mode(clinic) is Mode.COVERED
    uncover(clinic, TABLET)
    assert deciding(clinic, TABLET).decision is Decision.REFUSAL


def test_a_tablet_that_is_touched_stays_open(clinic, clock):
    reading(clinic)
    for _ in range(40):
        clock.move(seconds=60)
        assert tablet_of(clinic, TABLET).mode is Mode.PATIENT
