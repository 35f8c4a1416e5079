"""Change an account: the lead closes it, opens it again, or gives it a new password."""

from collections.abc import Iterator
from contextlib import contextmanager

from litconsent.domain.errors import AccountUnknown, LastLead
from litconsent.domain.events import EventKind
from litconsent.domain.people import Account, AccountRole
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, acting, looking
from litconsent.services.clinic import Clinic
from litconsent.services.passwords import hash_password


def close_account(clinic: Clinic, tablet: str, account_id: str) -> None:
    """Let nobody sign in with an account any more; wherever it is signed in, it is out at once.

    :raises NotAllowed: for anybody but the lead.
    :raises LastLead: if nobody could lead the clinic's accounts after it.
    """
    with _changing(clinic, tablet, account_id) as (act, account):
        leads = [a for a in act.books.accounts.all() if a.active and a.role is AccountRole.LEAD]
        if [lead.id for lead in leads] == [account.id]:
            raise LastLead
        if account.active:
            act.books.accounts.set_active(account.id, active=False)
            act.books.pins.forget_account(account.id)
            act.books.identities.forget(account.id)
            act.note(EventKind.ACCOUNT_CLOSED, account=account.id)


def reopen_account(clinic: Clinic, tablet: str, account_id: str) -> None:
    """Let an account sign in again.

    :raises NotAllowed: for anybody but the lead.
    """
    with _changing(clinic, tablet, account_id) as (act, account):
        if not account.active:
            act.books.accounts.set_active(account.id, active=True)
            act.note(EventKind.ACCOUNT_REOPENED, account=account.id)


def set_password(clinic: Clinic, tablet: str, account_id: str, password: str) -> None:
    """Give an account a new password; the old one is worth nothing from this moment.

    :raises NotAllowed: for anybody but the lead.
    :raises PasswordTooShort: below 15 characters.
    """
    with looking(clinic, tablet, "accounts", Mode.CLINIC) as act:
        act.lead_only("accounts")
    stored = hash_password(password, clinic.keys.pepper)
    with _changing(clinic, tablet, account_id) as (act, account):
        act.books.accounts.set_password_hash(account.id, stored)
        act.books.pins.forget_account(account.id)
        act.note(EventKind.CREDENTIALS_CHANGED, account=account.id)


@contextmanager
def _changing(clinic: Clinic, tablet: str, account_id: str) -> Iterator[tuple[Act, Account]]:
    with acting(clinic, tablet, "accounts", Mode.CLINIC) as act:
        act.lead_only("accounts")
        account = act.books.accounts.by_id(account_id)
        if account is None:
            raise AccountUnknown(account_id)
        yield act, account
