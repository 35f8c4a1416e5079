"""Connect the signed-in account with an organisation's own sign-in, or take it off."""

from litconsent.domain.errors import IdentityTaken
from litconsent.domain.events import EventKind
from litconsent.domain.identities import Identity
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting, looking
from litconsent.services.clinic import Clinic


def link_identity(clinic: Clinic, tablet: str, identity: Identity) -> None:
    """Connect the signed-in account with an identity, in place of an earlier one.

    :raises IdentityTaken: if it is another account's.
    :raises IdentityStale: if it was said long ago, or used before.
    """
    with acting(clinic, tablet, "link_identity", Mode.CLINIC) as act:
        linked = act.books.identities.get(identity)
        if linked and linked.account_id != act.clinician.id:
            raise IdentityTaken
        identity.usable(act.now, linked.used if linked else None)
        act.books.identities.put(identity, act.clinician.id)
        act.note(EventKind.IDENTITY_LINKED, issuer=identity.issuer)


def unlink_identity(clinic: Clinic, tablet: str) -> None:
    """Take the organisation's sign-in off the signed-in account."""
    with acting(clinic, tablet, "link_identity", Mode.CLINIC) as act:
        if act.books.identities.of_account(act.clinician.id):
            act.books.identities.forget(act.clinician.id)
            act.note(EventKind.IDENTITY_UNLINKED)


def has_identity(clinic: Clinic, tablet: str) -> bool:
    """Tell whether the signed-in account is connected with an organisation's sign-in."""
    with looking(clinic, tablet, "link_identity", Mode.CLINIC) as act:
        return act.books.identities.of_account(act.clinician.id)
