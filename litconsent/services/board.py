"""The board: the clinic's episodes with their state at a glance, searched and filtered."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from litconsent.domain.course import Policy, standing
from litconsent.domain.episodes import Episode, State
from litconsent.domain.form_codes import is_code_of
from litconsent.domain.people import is_found
from litconsent.domain.records import Record
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, looking
from litconsent.services.clinic import Clinic
from litconsent.services.course import policy_of


class Wanted(StrEnum):
    """Which episodes a doctor wants to see."""

    ALL = "all"
    OPEN = "open"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One episode as the board shows it; `held` while a patient holds a tablet for it."""

    episode: Episode
    state: State
    record: Record | None
    held: bool = False

    def is_wanted(self, wanted: Wanted) -> bool:
        """Tell whether this row is among those that a doctor wants to see."""
        return wanted is Wanted.ALL or (self.record is not None) is (wanted is Wanted.SEALED)


def board(
    clinic: Clinic, tablet: str, *, words: str = "", wanted: Wanted = Wanted.ALL, limit: int = 100
) -> tuple[BoardRow, ...]:
    """Return the latest episodes that are wanted, newest first, at most `limit` of them.

    Each of the words must stand in the patient's name, identifier or date of birth, or all of
    them are the code of a paper form that was printed for the episode.
    """
    with looking(clinic, tablet, "board", Mode.CLINIC) as act:
        newest = act.books.episodes.newest_first()
        found = (
            episode
            for episode in newest
            if is_found(episode.patient, words) or is_code_of(words, episode.id)
        )
        policy = policy_of(clinic, act)
        rows = (row for row in _rows(act, found, limit, policy) if row.is_wanted(wanted))
        return tuple(islice(rows, limit))


def _rows(act: Act, found: Iterator[Episode], at_once: int, policy: Policy) -> Iterator[BoardRow]:
    held = act.books.tablets.held_episodes()
    while episodes := list(islice(found, at_once)):
        events = act.books.events.of_episodes([episode.id for episode in episodes])
        for episode in episodes:
            records = act.books.records.of_episode(episode.id)
            state = standing(events.get(episode.id, ()), episode.plan.sessions, policy)
            record = records[0] if records else None
            yield BoardRow(episode, state, record, episode.id in held)
