"""Begin the talk while the patient still holds another tablet: that tablet then waits."""

from dataclasses import replace

from litconsent.domain.events import EventKind
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.consultation import OPEN


def begin_talk(clinic: Clinic, tablet: str, episode_id: str) -> None:
    """Note that the talk began; the patient's tablet shows that it can be given back.

    A decision that was open and not yet sealed is open no more.

    :raises StepNotPossible: once the episode's record is sealed.
    """
    with acting(clinic, tablet, "begin_talk", Mode.CLINIC) as act:
        act.episode(episode_id)
        act.in_state(episode_id, "begin_talk", *OPEN)
        for other in act.books.tablets.holding(episode_id):
            waiting = replace(other, mode=Mode.WAITING, epoch=other.epoch + 1)
            act.books.tablets.put(waiting, act.now)
            act.note(EventKind.TABLET_RELEASED, episode_id, from_tablet=other.hash[:12])
        act.note(EventKind.CONSULTATION_OPENED, episode_id)
