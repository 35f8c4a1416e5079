"""Leave the screen of a tablet that is free: it is anybody's again."""

from litconsent.domain.tablets import Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic


def leave_free(clinic: Clinic, tablet: str) -> None:
    """Go back to the first screen on a tablet whose patient goes on at another one."""
    with acting(clinic, tablet, "leave_free", Mode.FREE) as act:
        act.turn(Mode.VISITOR)
