"""The course of a consent: how it stands, the sessions held on it, and the records about it."""

from dataclasses import dataclass
from datetime import timedelta

from litconsent.domain.course import Policy, sessions_held, standing
from litconsent.domain.decisions import Outcome
from litconsent.domain.episodes import Episode, State, declined_of
from litconsent.domain.errors import RecordUnknown
from litconsent.domain.events import Event, EventKind
from litconsent.domain.people import Role
from litconsent.domain.records import Record
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, looking
from litconsent.services.clinic import Clinic
from litconsent.services.editions import releases
from litconsent.services.rulings import ruling_of


@dataclass(frozen=True, slots=True)
class Course:
    """One sealed decision and what became of it.

    `declined` are the compounds that it says no to, `withdrawers` who can take it back.
    """

    record: Record
    episode: Episode
    standing: State
    held: int
    sessions: tuple[Event, ...]
    records: tuple[Record, ...]
    declined: tuple[str, ...]
    withdrawers: tuple[Role, ...]


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
        standing=standing(events, episode.plan.sessions, policy_of(clinic, act)),
        held=sessions_held(events),
        sessions=tuple(event for event in events if event.kind is EventKind.SESSION_HELD),
        records=records,
        declined=declined_of(events) if records[0].decision is Outcome.PARTIAL else (),
        withdrawers=_withdrawers(clinic, episode),
    )


def policy_of(clinic: Clinic, act: Act) -> Policy:
    """Return what ends a consent today: the clinic's policy, and texts released as material."""
    material = frozenset(one.seq for one in releases(clinic, act.books) if one.material)
    return Policy(act.now, timedelta(days=clinic.settings.valid_days), material)


def _withdrawers(clinic: Clinic, episode: Episode) -> tuple[Role, ...]:
    """Return the patient, and whoever decides in the patient's place or beside them [V17]."""
    deciding = ruling_of(clinic, episode).variant.deciding
    return (Role.PATIENT, *(role for role in Role if role in deciding - {Role.PATIENT}))
