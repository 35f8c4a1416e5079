"""Sign in with what an organisation's own sign-in (OpenID Connect) said, in place of a password."""

from litconsent.domain.errors import IdentityUnknown
from litconsent.domain.identities import Identity
from litconsent.domain.people import Account
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.sign_in import NOBODYS, take_tablet


def sign_in_by_identity(clinic: Clinic, tablet: str, identity: Identity) -> Account:
    """Give a tablet to the account that is connected with an identity.

    An answer of the organisation opens one tablet once: whoever holds the tablet later finds a
    cookie that is of no use.

    :raises IdentityUnknown: if no open account is connected with it.
    :raises IdentityStale: if it was said long ago, or used before.
    :raises NotAllowed: while a patient holds the tablet.
    """
    with acting(clinic, tablet, "sign_in", *NOBODYS) as act:
        linked = act.books.identities.get(identity)
        account = act.books.accounts.by_id(linked.account_id) if linked else None
        if linked is None or account is None or not account.active:
            raise IdentityUnknown
        identity.usable(act.now, linked.used)
        act.books.identities.use(identity)
        take_tablet(act, account, by="organisation")
    return account
