"""The course of a consent: how it stands, the sessions held on it, and the records about it."""

from dataclasses import dataclass
from datetime import timedelta

from litconsent.domain.course import sessions_held, standing
from litconsent.domain.episodes import Episode, State
from litconsent.domain.errors import RecordUnknown
from litconsent.domain.events import Event, EventKind
from litconsent.domain.records import Record
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, looking
from litconsent.services.clinic import Clinic


@dataclass(frozen=True, slots=True)
class Course:
    """One sealed decision and what became of it."""

    record: Record
    episode: Episode
    standing: State
    held: int
    sessions: tuple[Event, ...]
    records: tuple[Record, ...]


def course(clinic: Clinic, tablet: str, record_id: str) -> Course:
    """Return how a record stands; any record of an episode leads to the same course.

    :raises RecordUnknown: if there is no such record.
    """
    with looking(clinic, tablet, "record", Mode.CLINIC) as act:
        return course_of(clinic, act, record_id)


def course_of(clinic: Clinic, act: Act, record_id: str) -> Course:
    """Return the same inside a transaction."""
    found = act.books.records.get(record_id)
    if found is None:
        raise RecordUnknown
    episode = act.episode(found.episode_id)
    events = act.books.events.of_episode(episode.id)
    records = act.books.records.of_episode(episode.id)
    return Course(
        record=records[0],
        episode=episode,
        standing=standing(
            events,
            planned=episode.plan.sessions,
            now=act.now,
            valid_for=timedelta(days=clinic.settings.valid_days),
        ),
        held=sessions_held(events),
        sessions=tuple(event for event in events if event.kind is EventKind.SESSION_HELD),
        records=records,
    )
