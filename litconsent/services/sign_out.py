"""Sign out: the tablet is nobody's again."""

from litconsent.domain.events import EventKind
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic


def sign_out(clinic: Clinic, tablet: str) -> None:
    """Take the account from a tablet."""
    with acting(clinic, tablet, "sign_out", Mode.CLINIC) as act:
        act.note(EventKind.SIGNED_OUT)
        act.turn(Mode.VISITOR)
