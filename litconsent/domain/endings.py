"""What an event has made of a record since it was sealed: withdrawn, superseded or voided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from litconsent.domain.episodes import State, state_of
from litconsent.domain.events import Event, EventKind

_ENDED_BY = {
    State.WITHDRAWN: EventKind.WITHDRAWN,
    State.SUPERSEDED: EventKind.SUPERSEDED,
    State.VOIDED: EventKind.VOIDED,
}


@dataclass(frozen=True, slots=True)
class Ending:
    """How and when a decision ceased to hold by an act of somebody."""

    state: State
    at: datetime


def ending_since(events: Iterable[Event], seq: int) -> Ending | None:
    """Return what has ended the decision of an episode after this number of the trail, or None.

    A page about a withdrawal is sealed after the event itself: to it nothing has happened since.
    """
    events = tuple(events)
    state = state_of(events)
    for event in reversed(events):
        if event.kind is _ENDED_BY.get(state):
            return Ending(state, event.at) if event.seq > seq else None
    return None
