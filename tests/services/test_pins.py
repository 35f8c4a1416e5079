"""A PIN signs on the tablet where it was set, for its clinician, and opens nothing else."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.errors import (
    NotAllowed,
    PinOff,
    PinRefused,
    PinTooSimple,
    SignInRefused,
)
from litconsent.domain.people import AccountRole, Role
from litconsent.services.access import account_of
from litconsent.services.accounts import add_account
from litconsent.services.change_account import set_password
from litconsent.services.decide import decide, sign
from litconsent.services.pins import forget_pin, has_pin, set_pin, takes_pin
from litconsent.services.seal_record import seal_record
from litconsent.services.sign_in import sign_in
from tests.journey import INK, OTHER_TABLET, PASSWORD, TABLET, USERNAME, Journey

PIN = "407193"


@pytest.fixture
def signed(clinic):
    """Return a journey on a tablet with a PIN, where only the doctor's signature is missing."""
    journey = Journey(clinic).set_up()
    set_pin(clinic, TABLET, PASSWORD, PIN)
    journey.prepare().hand_over().read().hand_back().sign_in().talk().open_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    return journey


def seal(journey, secret, tablet=TABLET, username=USERNAME):
    episode = journey.episode_id
    return seal_record(journey.clinic, tablet, episode, username, secret, strokes=INK)


def test_the_pin_seals_on_the_tablet_where_it_was_set(signed, clinic):
    assert takes_pin(clinic, TABLET)
    assert seal(signed, PIN).decision == Decision.CONSENT
    assert account_of(clinic, TABLET).username == USERNAME


def test_the_password_still_seals_beside_the_pin(signed):
    assert seal(signed, PASSWORD).decision == Decision.CONSENT


def test_the_pin_never_signs_in_neither_here_nor_on_another_tablet(signed, clinic):
    with pytest.raises(SignInRefused):
        sign_in(clinic, OTHER_TABLET, USERNAME, PIN)
    Journey(clinic, OTHER_TABLET).sign_in()
    assert not has_pin(clinic, OTHER_TABLET)


def test_the_pin_seals_on_no_other_tablet(clinic):
    Journey(clinic, OTHER_TABLET).set_up()
    set_pin(clinic, OTHER_TABLET, PASSWORD, PIN)
    journey = Journey(clinic).sign_in().prepare().hand_over().read().hand_back()
    journey.sign_in().talk().open_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    assert not takes_pin(clinic, TABLET)
    with pytest.raises(SignInRefused):
        seal(journey, PIN)


def test_a_pin_copied_in_the_store_to_another_tablet_is_worth_nothing_there(clinic):
    Journey(clinic, OTHER_TABLET).set_up()
    set_pin(clinic, OTHER_TABLET, PASSWORD, PIN)
    mine = account_of(clinic, OTHER_TABLET).id
    with clinic.store.writing() as books:
        stolen = books.pins.get(OTHER_TABLET, mine)
        books.pins.put(TABLET, mine, stolen.pin_hash, stolen.set_at)
    journey = Journey(clinic).sign_in().prepare().hand_over().read().hand_back()
    journey.sign_in().talk().open_decision()
    decide(clinic, TABLET, Decision.POSTPONED)
    with pytest.raises(PinRefused):
        seal(journey, PIN)


def test_the_pin_of_one_clinician_is_none_of_another(clinic):
    journey = Journey(clinic).set_up()
    set_pin(clinic, TABLET, PASSWORD, PIN)
    add_account(
        clinic, TABLET, username="dr.neri", name="N", password=PASSWORD, role=AccountRole.CLINICIAN
    )
    journey.prepare().hand_over().read().hand_back().sign_in().talk().open_decision()
    decide(clinic, TABLET, Decision.REFUSAL)
    with pytest.raises(SignInRefused):
        seal(journey, PIN, username="dr.neri")


def test_five_wrong_pins_end_it_and_the_password_is_needed_again(signed):
    for _ in range(4):
        with pytest.raises(PinRefused):
            seal(signed, "111222")
    with pytest.raises(PinOff):
        seal(signed, "111222")
    with pytest.raises(SignInRefused):
        seal(signed, PIN)
    assert seal(signed, PASSWORD).decision == Decision.CONSENT


def test_a_right_pin_before_the_fifth_try_forgives_the_wrong_ones(signed, clinic):
    for _ in range(4):
        with pytest.raises(PinRefused):
            seal(signed, "111222")
    seal(signed, PIN)
    with clinic.store.reading() as books:
        assert books.pins.get(TABLET, account_of(clinic, TABLET).id).tries == 0


def test_wrong_pins_at_the_same_moment_are_all_counted(signed):
    def attempt(number):
        try:
            seal(signed, f"11122{number}")
        except (PinRefused, PinOff, SignInRefused) as error:
            return type(error)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(attempt, range(8)))
    assert PinOff in answers and answers.count(PinRefused) <= 4


def test_setting_a_pin_needs_the_password_of_whoever_is_signed_in(clinic):
    Journey(clinic).set_up()
    with pytest.raises(SignInRefused):
        set_pin(clinic, TABLET, "not the password", PIN)
    with pytest.raises(NotAllowed):
        set_pin(clinic, OTHER_TABLET, PASSWORD, PIN)
    assert not has_pin(clinic, TABLET)


@pytest.mark.parametrize(
    "pin", ["", "4071", "40719a", "000000", "123456", "876543", "４０７１９３"]
)
def test_a_pin_that_anybody_would_try_first_is_refused(clinic, pin):
    Journey(clinic).set_up()
    with pytest.raises(PinTooSimple):
        set_pin(clinic, TABLET, PASSWORD, pin)


def test_a_new_password_and_taking_it_off_end_the_pin(clinic):
    Journey(clinic).set_up()
    set_pin(clinic, TABLET, PASSWORD, PIN)
    forget_pin(clinic, TABLET)
    assert not has_pin(clinic, TABLET)
    set_pin(clinic, TABLET, PASSWORD, PIN)
    set_password(clinic, TABLET, account_of(clinic, TABLET).id, "another quiet room with a view")
    assert not has_pin(clinic, TABLET)


def test_the_store_holds_no_pin(clinic):
    Journey(clinic).set_up()
    set_pin(clinic, TABLET, PASSWORD, PIN)
    with clinic.store._transaction(writing=False) as connection:
        kept = str(connection.exec_driver_sql("SELECT * FROM pins").all())
    assert "$argon2id$" in kept and PIN not in kept
