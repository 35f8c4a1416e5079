"""An episode, and the state that follows from its events."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from litconsent.domain.decisions import Decision
from litconsent.domain.events import Event, EventKind
from litconsent.domain.people import FamilyMember, Patient, Role
from litconsent.domain.plans import Plan
from litconsent.domain.statements import PATIENT_ALONE, Statement, name_in


class State(StrEnum):
    """Where an episode stands."""

    PREPARED = "prepared"
    HANDED_OVER = "handed_over"
    READING = "reading"
    READY = "ready"
    IN_CONSULTATION = "in_consultation"
    DECIDING = "deciding"
    DECIDED = "decided"
    CONSENTED = "consented"
    PARTLY_CONSENTED = "partly_consented"
    REFUSED = "refused"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    OUTDATED = "outdated"
    EXPIRED = "expired"
    COMPLETED = "completed"
    VOIDED = "voided"

    @property
    def final(self) -> bool:
        """Tell whether a record was sealed."""
        return self in _SEALED.values() or self in ENDED

    @property
    def in_force(self) -> bool:
        """Tell whether a consent stands, so that sessions can be held."""
        return self in (State.CONSENTED, State.PARTLY_CONSENTED)

    @property
    def withdrawable(self) -> bool:
        """Tell whether there is something that can be taken back, in force or not."""
        return self.in_force or self in (State.OUTDATED, State.EXPIRED, State.COMPLETED)


# What becomes of a record afterwards; outdated, expired and completed by no event of its own.
ENDED = frozenset(
    {
        State.WITHDRAWN,
        State.SUPERSEDED,
        State.VOIDED,
        State.OUTDATED,
        State.EXPIRED,
        State.COMPLETED,
    }
)


# Until the patient holds the decision, the tablet can be handed over to read, also once more.
UNDECIDED = frozenset(
    {State.PREPARED, State.HANDED_OVER, State.READING, State.READY, State.IN_CONSULTATION}
)
_SEALED = {
    Decision.CONSENT: State.CONSENTED,
    Decision.PARTIAL: State.PARTLY_CONSENTED,
    Decision.REFUSAL: State.REFUSED,
    Decision.POSTPONED: State.POSTPONED,
}

_AFTER = {
    EventKind.PREPARED: State.PREPARED,
    EventKind.HANDED_OVER: State.HANDED_OVER,
    EventKind.PRESENCE_TOLD: State.READING,
    EventKind.CHAPTER_READ: State.READING,
    EventKind.CHECK_ANSWERED: State.READING,
    EventKind.HANDED_BACK: State.READY,
    EventKind.CONSULTATION_OPENED: State.IN_CONSULTATION,
    EventKind.DECISION_OPENED: State.DECIDING,
    EventKind.QUESTION_RAISED: State.READY,
    EventKind.DECIDED: State.DECIDED,
}


# What an event makes of a sealed record, and of which.
_AFTERWARDS = {
    EventKind.WITHDRAWN: (State.WITHDRAWN, frozenset({State.CONSENTED, State.PARTLY_CONSENTED})),
    EventKind.SUPERSEDED: (State.SUPERSEDED, frozenset({State.CONSENTED, State.PARTLY_CONSENTED})),
    EventKind.VOIDED: (State.VOIDED, frozenset(_SEALED.values()) | ENDED),
}


@dataclass(frozen=True, slots=True)
class Episode:
    """One treatment proposal to one patient."""

    id: str
    patient: Patient
    plan: Plan
    language: str
    clinic_language: str
    procedure: str
    edition_hash: str
    clinic_edition_hash: str
    prepared_by: str
    prepared_at: datetime
    who: Statement = PATIENT_ALONE
    follows: str = ""
    specimen: bool = False

    @property
    def family(self) -> FamilyMember | None:
        """Return the family member who takes part, if the patient wants one."""
        return self.who.family

    def name_of(self, role: Role) -> str:
        """Return the name of whoever has a role in this episode, or "" while nobody has it."""
        return self.patient.name if role is Role.PATIENT else name_in(self.who, role)


_REOPENING = (
    EventKind.DECISION_OPENED,
    EventKind.QUESTION_RAISED,
    EventKind.CONSULTATION_OPENED,
)


def state_of(events: Iterable[Event]) -> State:
    """Return the state that follows from an episode's events, in the order of their numbers.

    What only time and the plan tell, expired and completed, is added by `course.standing`.
    """
    state = State.PREPARED
    for event in events:
        if state.final:
            after, possible = _AFTERWARDS.get(event.kind, (state, ENDED))
            state = after if state in possible else state
        elif event.kind is EventKind.SEALED:
            state = _SEALED[Decision(event.data["decision"])]
        else:
            state = _AFTER.get(event.kind, state)
    return state


def declined_of(events: Iterable[Event]) -> tuple[str, ...]:
    """Return the compounds that the standing decision says no to; none unless it is in part."""
    declined: tuple[str, ...] = ()
    for event in events:
        if event.kind is EventKind.DECIDED:
            declined = tuple(event.data.get("declined", ()))
    return declined


def decision_of(events: Iterable[Event]) -> Decision | None:
    """Return the decision that stands: the last one given since the tablet was last passed on."""
    decision = None
    for event in events:
        if event.kind is EventKind.DECIDED:
            decision = Decision(event.data["decision"])
        elif event.kind in _REOPENING:
            decision = None
    return decision


def age_on(birth_date: date, day: date) -> int:
    """Return the age in whole years.

    >>> age_on(date(2000, 2, 29), date(2018, 2, 28))
    17
    """
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))
