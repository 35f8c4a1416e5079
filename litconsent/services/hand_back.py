"""Hand the tablet back: it then shows a neutral screen until somebody of the clinic signs in."""

from litconsent.domain.events import EventKind
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic


def hand_back(clinic: Clinic, tablet: str) -> None:
    """End the patient's reading on this tablet; all answers stay."""
    with acting(clinic, tablet, "hand_back", Mode.PATIENT) as act:
        episode = act.episode(act.tablet.episode_id)
        act.note(EventKind.HANDED_BACK, episode.id)
        act.turn(Mode.WAITING, episode=episode.id)
