"""A page was asked for that this tablet may not open."""

from litconsent.domain.events import EventKind
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic


def refuse_page(clinic: Clinic, tablet: str, path: str) -> None:
    """Note in the trail that a page was asked for by its address and refused."""
    with acting(clinic, tablet, "page", *Mode) as act:
        if act.tablet.mode is not Mode.VISITOR:
            act.note(EventKind.ACCESS_DENIED, act.tablet.episode_id, action=f"page:{path[:60]}")
