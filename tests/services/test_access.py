"""Who may do what: a tablet's mode, kept on the server, is all that counts."""

from datetime import timedelta

import pytest

from litconsent.domain.answers import Answers, Notes
from litconsent.domain.errors import (
    NotAllowed,
    PasswordTooShort,
    SetupAlreadyDone,
    SetupCodeExpired,
    SetupCodeWrong,
    SignInRefused,
    SignInThrottled,
)
from litconsent.domain.people import Letterhead
from litconsent.domain.tablets import Mode
from litconsent.services.access import account_of, tablet_of
from litconsent.services.answer import save_answers
from litconsent.services.board import board
from litconsent.services.clinic import open_clinic
from litconsent.services.consultation import open_consultation, save_notes
from litconsent.services.decide import deciding, open_decision
from litconsent.services.hand_over import hand_over
from litconsent.services.read_leaflet import open_reading
from litconsent.services.records import issue_download, open_record, records
from litconsent.services.set_up import issue_setup_code, needs_setup, set_up_clinic
from litconsent.services.sign_in import sign_in
from tests.journey import OTHER_TABLET, PASSWORD, TABLET, USERNAME, Journey

CLINIC_ONLY = {
    "board": lambda c, t, e: board(c, t),
    "consultation": open_consultation,
    "notes": lambda c, t, e: save_notes(c, t, e, Notes(), 0),
    "hand over": hand_over,
    "decision": open_decision,
    "records": lambda c, t, e: records(c, t),
    "record": lambda c, t, e: open_record(c, t, "x"),
    "download": lambda c, t, e: issue_download(c, t, "x"),
    "account": lambda c, t, e: account_of(c, t),
}
PATIENT_ONLY = {
    "reading": lambda c, t, e: open_reading(c, t),
    "answers": lambda c, t, e: save_answers(c, t, Answers(), 0),
    "deciding": lambda c, t, e: deciding(c, t),
}


def set_up(clinic, code, tablet=TABLET, password=PASSWORD):
    return set_up_clinic(
        clinic,
        tablet,
        code=code,
        letterhead=Letterhead("Clinic", "Here", "1"),
        username=USERNAME,
        name="Anna",
        password=password,
    )


@pytest.mark.parametrize("use_case", CLINIC_ONLY.values(), ids=CLINIC_ONLY.keys())
def test_a_visitor_reaches_nothing_of_the_clinic(clinic, use_case):
    journey = Journey(clinic).set_up().prepare()
    with pytest.raises(NotAllowed):
        use_case(clinic, OTHER_TABLET, journey.episode_id)


@pytest.mark.parametrize("use_case", CLINIC_ONLY.values(), ids=CLINIC_ONLY.keys())
def test_a_patient_who_holds_the_tablet_reaches_nothing_of_the_clinic(clinic, use_case):
    journey = Journey(clinic).set_up().prepare().hand_over()
    with pytest.raises(NotAllowed):
        use_case(clinic, TABLET, journey.episode_id)


@pytest.mark.parametrize("use_case", PATIENT_ONLY.values(), ids=PATIENT_ONLY.keys())
def test_the_clinic_cannot_answer_for_the_patient(clinic, use_case):
    journey = Journey(clinic).set_up().prepare()
    with pytest.raises(NotAllowed):
        use_case(clinic, TABLET, journey.episode_id)


def test_handing_over_drops_the_identity_and_a_patient_cannot_sign_in(clinic):
    Journey(clinic).set_up().prepare().hand_over()
    tablet = tablet_of(clinic, TABLET)
    assert (tablet.mode, tablet.account_id) == (Mode.PATIENT, None)
    with pytest.raises(NotAllowed):
        sign_in(clinic, TABLET, USERNAME, PASSWORD)


def test_an_idle_tablet_of_the_clinic_is_nobodys_after_ten_minutes(clinic, clock):
    Journey(clinic).set_up()
    clock.move(minutes=9)
    assert tablet_of(clinic, TABLET).mode is Mode.CLINIC
    clock.move(minutes=11)
    assert tablet_of(clinic, TABLET).mode is Mode.VISITOR
    with pytest.raises(NotAllowed):
        board(clinic, TABLET)


def test_a_sign_in_lasts_no_longer_than_twelve_hours_however_busy_the_tablet_is(clinic, clock):
    Journey(clinic).set_up()
    for _ in range(24 * 6):
        clock.move(minutes=5)
        assert tablet_of(clinic, TABLET).mode is Mode.CLINIC
    clock.move(minutes=5)
    assert tablet_of(clinic, TABLET).mode is Mode.VISITOR
    with pytest.raises(NotAllowed):
        board(clinic, TABLET)
    assert sign_in(clinic, TABLET, USERNAME, PASSWORD) == account_of(clinic, TABLET)


def test_the_setup_code_works_once(clinic):
    code = issue_setup_code(clinic)
    set_up(clinic, code.lower().replace("-", " "))
    assert not needs_setup(clinic)
    with pytest.raises(SetupAlreadyDone):
        set_up(clinic, code, tablet=OTHER_TABLET)
    assert issue_setup_code(clinic) is None


def test_a_wrong_setup_code_is_refused_and_ten_of_them_end_it(clinic):
    code = issue_setup_code(clinic)
    for _ in range(10):
        with pytest.raises(SetupCodeWrong):
            set_up(clinic, "AAAA-BBBB-CCCC-DDDD")
    with pytest.raises(SetupCodeExpired):
        set_up(clinic, code)


def test_a_setup_code_is_good_for_half_an_hour(clinic, clock):
    code = issue_setup_code(clinic)
    clock.move(minutes=31)
    with pytest.raises(SetupCodeExpired):
        set_up(clinic, code)


def test_a_short_password_is_refused(clinic):
    code = issue_setup_code(clinic)
    with pytest.raises(PasswordTooShort) as caught:
        set_up(clinic, code, password="short")
    assert caught.value.least == 15


def test_five_wrong_passwords_make_the_next_try_wait_even_after_a_restart(clinic, clock, settings):
    Journey(clinic).set_up()
    for _ in range(5):
        with pytest.raises(SignInRefused):
            sign_in(clinic, OTHER_TABLET, USERNAME, "wrong")
    clinic.store.close()
    again = open_clinic(settings, clock)
    with pytest.raises(SignInThrottled) as caught:
        sign_in(again, OTHER_TABLET, USERNAME, PASSWORD)
    assert caught.value.until - clock() == timedelta(seconds=30)
    clock.move(seconds=31)
    assert sign_in(again, OTHER_TABLET, USERNAME, PASSWORD).username == USERNAME
    again.store.close()


def test_an_unknown_user_is_refused_in_the_same_words_as_a_wrong_password(clinic):
    Journey(clinic).set_up()
    with pytest.raises(SignInRefused):
        sign_in(clinic, OTHER_TABLET, "nobody", PASSWORD)
