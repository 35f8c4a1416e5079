"""Accounts: the lead adds them, nobody else; a new one can sign in at once."""

import pytest

from litconsent.domain.errors import NotAllowed, PasswordTooShort, UsernameTaken
from litconsent.domain.people import AccountRole
from litconsent.services.accounts import accounts, add_account
from litconsent.services.sign_in import sign_in
from tests.journey import OTHER_TABLET, TABLET, USERNAME, Journey

PASSWORD = "another quiet room entirely"


def add(clinic, tablet=TABLET, username="dr.bruni", password=PASSWORD):
    return add_account(
        clinic,
        tablet,
        username=username,
        name="Dr. Bruni",
        password=password,
        role=AccountRole.CLINICIAN,
    )


def test_the_lead_adds_a_doctor_who_can_sign_in(clinic):
    Journey(clinic).set_up()
    add(clinic)
    assert sign_in(clinic, OTHER_TABLET, "Dr.Bruni", PASSWORD).role is AccountRole.CLINICIAN
    assert len(accounts(clinic, TABLET)) == 2


def test_a_doctor_can_neither_see_nor_add_accounts(clinic):
    Journey(clinic).set_up()
    add(clinic)
    sign_in(clinic, OTHER_TABLET, "dr.bruni", PASSWORD)
    with pytest.raises(NotAllowed):
        accounts(clinic, OTHER_TABLET)
    with pytest.raises(NotAllowed):
        add(clinic, OTHER_TABLET, username="dr.chiari")


def test_a_taken_user_name_and_a_short_password_are_refused(clinic):
    Journey(clinic).set_up()
    with pytest.raises(UsernameTaken):
        add(clinic, username=USERNAME)
    with pytest.raises(PasswordTooShort):
        add(clinic, password="short")
