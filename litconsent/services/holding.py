"""Which tablet holds the patient's side of an episode: one at a time, the latest."""

from dataclasses import replace

from litconsent.domain.events import EventKind
from litconsent.domain.tablets import Mode, Tablet
from litconsent.services.access import Act


def give_patient_side(act: Act, episode_id: str, mode: Mode) -> None:
    """Pass the tablet on to an episode's patient; whichever held that side is free from now."""
    for other in _others(act, episode_id):
        act.books.tablets.put(
            replace(other, mode=Mode.FREE, episode_id=None, epoch=other.epoch + 1), act.now
        )
        act.note(EventKind.TABLET_RELEASED, episode_id, from_tablet=other.hash[:12])
    act.books.pairings.cancel(episode_id)
    act.turn(mode, episode=episode_id)


def held_elsewhere(act: Act, episode_id: str) -> bool:
    """Tell whether another tablet than this one holds the patient's side."""
    return bool(_others(act, episode_id))


def _others(act: Act, episode_id: str) -> tuple[Tablet, ...]:
    holders = act.books.tablets.holding(episode_id)
    return tuple(tablet for tablet in holders if tablet.hash != act.tablet.hash)
