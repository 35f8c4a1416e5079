"""Auditors look and change nothing: what is open to them is a short list, all else is refused."""

from litconsent.domain.errors import MayOnlyLook
from litconsent.domain.people import Account, AccountRole

# By the action that a use case names when it opens; what is built later is closed until it is
# named here. An episode's talk is not: what a patient told in private is for the doctor alone.
OPEN_TO_AUDITORS = frozenset(
    {
        "account",
        "board",
        "compare",
        "export",
        "file_problems",
        "language",
        "page",
        "record",
        "records",
        "sign_out",
    }
)


def refuse_auditor(account: Account | None, action: str, mode: str) -> None:
    """Refuse to an auditor's account whatever is not open to auditors.

    :raises MayOnlyLook: then.
    """
    if account and account.role is AccountRole.AUDITOR and action not in OPEN_TO_AUDITORS:
        raise MayOnlyLook(action, mode)
