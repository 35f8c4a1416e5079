"""Every step from one state to another, found by trying each event in each state."""

from collections import deque
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from litconsent.domain.course import Policy, standing
from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import State, state_of
from litconsent.domain.events import Event, EventKind

_BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Transition:
    """One step: from which state, by which event or other cause, to which."""

    before: State
    event: str
    after: State


def transitions() -> tuple[Transition, ...]:
    """Return every step that changes the state, each state reached from the first one."""
    found: dict[Transition, None] = {}
    ways: dict[State, tuple[Event, ...]] = {State.PREPARED: ()}
    waiting = deque(ways)
    while waiting:
        before = waiting.popleft()
        for event in _events(len(ways[before]), ways[before]):
            history = (*ways[before], event)
            after = state_of(history)
            if after is before:
                continue
            found[Transition(before, event.kind, after)] = None
            if after not in ways:
                ways[after] = history
                waiting.append(after)
    return (*found, *_by_themselves(ways))


def _events(seq: int, before: tuple[Event, ...]) -> list[Event]:
    """Return each event that the services can append there."""
    given = [event.data.get("decision") for event in before if event.kind is EventKind.DECIDED]
    possible = []
    for kind in EventKind:
        if kind is EventKind.PREPARED:
            continue
        if kind in (EventKind.DECIDED, EventKind.SEALED):
            possible += [_event(seq, kind, decision) for decision in Decision]
        else:
            possible.append(_event(seq, kind))
    return [e for e in possible if e.kind is not EventKind.SEALED or given]


def _event(seq: int, kind: EventKind, decision: Decision | None = None) -> Event:
    data = {"decision": decision} if decision else {}
    return Event(seq, kind, _BEGINNING, "account:1", "tablet", "episode", data)


def _by_themselves(ways: dict[State, tuple[Event, ...]]) -> list[Transition]:
    """Return what only time and the plan bring about."""
    found = []
    for state, history in ways.items():
        if not state.in_force:
            continue
        kept = Policy(_BEGINNING, timedelta(days=1))
        late = replace(kept, now=_BEGINNING + timedelta(days=2))
        changed = replace(kept, material=frozenset({len(history)}))
        held = (*history, _event(len(history), EventKind.SESSION_HELD))
        found += [
            Transition(state, "time", standing(history, 2, late)),
            Transition(state, "release of an important change", standing(history, 2, changed)),
            Transition(state, "the last planned session", standing(held, 1, kept)),
        ]
    return found
