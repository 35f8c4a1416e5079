"""Accounts: the lead adds them, nobody else; a new one can sign in at once."""

import subprocess
import sys

import pytest

from litconsent.domain.errors import (
    AccountUnknown,
    LastLead,
    NotAllowed,
    PasswordTooShort,
    SignInRefused,
    UsernameTaken,
)
from litconsent.domain.events import EventKind
from litconsent.domain.people import AccountRole
from litconsent.services.access import account_of
from litconsent.services.accounts import accounts, add_account
from litconsent.services.change_account import close_account, reopen_account, set_password
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


def test_a_closed_account_is_out_at_once_and_cannot_come_back_until_it_is_opened(clinic):
    Journey(clinic).set_up()
    doctor = add(clinic)
    sign_in(clinic, OTHER_TABLET, "dr.bruni", PASSWORD)
    assert account_of(clinic, OTHER_TABLET) == doctor
    close_account(clinic, TABLET, doctor.id)
    close_account(clinic, TABLET, doctor.id)  # a double tap
    with pytest.raises(NotAllowed):
        account_of(clinic, OTHER_TABLET)
    with pytest.raises(SignInRefused):
        sign_in(clinic, OTHER_TABLET, "dr.bruni", PASSWORD)
    reopen_account(clinic, TABLET, doctor.id)
    assert sign_in(clinic, OTHER_TABLET, "dr.bruni", PASSWORD).id == doctor.id
    with clinic.store.reading() as books:
        changes = books.events.of_clinic(EventKind.ACCOUNT_CLOSED, EventKind.ACCOUNT_REOPENED)
    kinds = [EventKind.ACCOUNT_CLOSED, EventKind.ACCOUNT_REOPENED]
    assert [event.kind for event in changes] == kinds


def test_the_only_lead_cannot_be_closed_and_one_of_two_can(clinic):
    Journey(clinic).set_up()
    [lead] = accounts(clinic, TABLET)
    with pytest.raises(LastLead):
        close_account(clinic, TABLET, lead.id)
    second = add_account(
        clinic,
        TABLET,
        username="second",
        name="Dr. Seconda",
        password=PASSWORD,
        role=AccountRole.LEAD,
    )
    close_account(clinic, TABLET, lead.id)
    with pytest.raises(NotAllowed):
        accounts(clinic, TABLET)
    sign_in(clinic, TABLET, "second", PASSWORD)
    assert [account.active for account in accounts(clinic, TABLET)] == [False, True]
    with pytest.raises(LastLead):
        close_account(clinic, TABLET, second.id)


def test_a_new_password_takes_the_place_of_the_old_one(clinic):
    Journey(clinic).set_up()
    doctor = add(clinic)
    with pytest.raises(PasswordTooShort):
        set_password(clinic, TABLET, doctor.id, "short")
    set_password(clinic, TABLET, doctor.id, "a third quiet room, this time")
    with pytest.raises(SignInRefused):
        sign_in(clinic, OTHER_TABLET, "dr.bruni", PASSWORD)
    sign_in(clinic, OTHER_TABLET, "dr.bruni", "a third quiet room, this time")


def test_nobody_but_the_lead_changes_an_account_and_none_that_is_not_there(clinic):
    Journey(clinic).set_up()
    doctor = add(clinic)
    with pytest.raises(AccountUnknown):
        close_account(clinic, TABLET, "nobody")
    sign_in(clinic, OTHER_TABLET, "dr.bruni", PASSWORD)
    for change in (
        lambda: close_account(clinic, OTHER_TABLET, doctor.id),
        lambda: reopen_account(clinic, OTHER_TABLET, doctor.id),
        lambda: set_password(clinic, OTHER_TABLET, doctor.id, PASSWORD),
    ):
        with pytest.raises(NotAllowed):
            change()


def test_a_taken_user_name_and_a_short_password_are_refused(clinic):
    Journey(clinic).set_up()
    with pytest.raises(UsernameTaken):
        add(clinic, username=USERNAME)
    with pytest.raises(PasswordTooShort):
        add(clinic, password="short")


def test_a_password_is_hashed_at_a_cost_that_holds_up_guessing_and_so_is_none_at_all():
    asked = (
        "from litconsent.services import passwords as shipped\n"
        "print(shipped.hash_password('a quiet room with a view', b'pepper'), shipped._NOBODY)"
    )
    run = [sys.executable, "-c", asked]
    kept, nobody = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    # twice and more of what OWASP asks: 19 MiB twice, or less memory more often
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert nobody.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
