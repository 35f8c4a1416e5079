"""The board: the clinic's episodes with their state at a glance."""

from dataclasses import dataclass

from litconsent.domain.episodes import Episode, State, state_of
from litconsent.domain.records import Record
from litconsent.domain.tablets import Mode
from litconsent.services.access import looking
from litconsent.services.clinic import Clinic


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One episode as the board shows it."""

    episode: Episode
    state: State
    record: Record | None


def board(clinic: Clinic, tablet: str, limit: int = 100) -> tuple[BoardRow, ...]:
    """Return the latest episodes, newest first."""
    with looking(clinic, tablet, "board", Mode.CLINIC) as act:
        episodes = act.books.episodes.latest(limit)
        events = act.books.events.of_episodes([episode.id for episode in episodes])
        rows = []
        for episode in episodes:
            records = act.books.records.of_episode(episode.id)
            rows.append(
                BoardRow(
                    episode,
                    state_of(events.get(episode.id, ())),
                    records[-1] if records else None,
                )
            )
        return tuple(rows)
