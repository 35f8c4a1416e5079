"""The clinic's accounts: the lead sees and adds them."""

import uuid

from litconsent.domain.events import EventKind
from litconsent.domain.people import Account, AccountRole
from litconsent.domain.tablets import Mode
from litconsent.domain.words import clean_line
from litconsent.services.access import acting, looking
from litconsent.services.clinic import Clinic
from litconsent.services.passwords import hash_password
from litconsent.services.printable import full_name


def accounts(clinic: Clinic, tablet: str) -> tuple[Account, ...]:
    """Return all accounts.

    :raises NotAllowed: for anybody but the lead.
    """
    with looking(clinic, tablet, "accounts", Mode.CLINIC) as act:
        act.lead_only("accounts")
        return act.books.accounts.all()


def add_account(
    clinic: Clinic, tablet: str, *, username: str, name: str, password: str, role: AccountRole
) -> Account:
    """Add an account.

    :raises NotAllowed: for anybody but the lead.
    :raises UsernameTaken: if the user name exists.
    :raises PasswordTooShort: below 15 characters.
    """
    account = Account(
        id=uuid.uuid4().hex,
        username=clean_line(username, field="account.username", limit=60).casefold(),
        name=full_name(name),
        role=role,
    )
    with looking(clinic, tablet, "accounts", Mode.CLINIC) as act:
        act.lead_only("accounts")
    stored = hash_password(password, clinic.keys.pepper)
    with acting(clinic, tablet, "accounts", Mode.CLINIC) as act:
        act.lead_only("accounts")
        act.books.accounts.add(account, stored)
        act.note(EventKind.ACCOUNT_CREATED, account=account.id, role=account.role)
    return account
