"""The life of a consent after the signature: sessions, and what ends it [L.219/2017 art.1 c.5]."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from litconsent.domain.episodes import State, state_of
from litconsent.domain.events import Event, EventKind
from litconsent.domain.words import clean_text

STOP_RULE = 3  # sessions without a response after which going on is discouraged [C151]


class Manner(StrEnum):
    """How a withdrawal was given; both count at once [L.219/2017 art.1 c.5]."""

    WRITTEN = "written"
    ORAL = "oral"


class Word(StrEnum):
    """What the patient says before a session."""

    GO_ON = "go_on"
    STOP = "stop"
    NOT_TODAY = "not_today"


class Bar(StrEnum):
    """Why a session cannot be held on this consent."""

    NOT_IN_FORCE = "not_in_force"
    PLAN_CHANGED = "plan_changed"
    HEALTH_CHANGED = "health_changed"
    NO_RESPONSE = "no_response"
    ALL_HELD = "all_held"


@dataclass(frozen=True, slots=True)
class Session:
    """What is said before one session; `response` is what the doctor saw of the effect so far."""

    plan_unchanged: bool
    health_unchanged: bool
    response: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "response", clean_text(self.response, field="session.response"))


def sessions_held(events: Iterable[Event]) -> int:
    """Return how many sessions were held on this consent."""
    return sum(event.kind is EventKind.SESSION_HELD for event in events)


@dataclass(frozen=True, slots=True)
class Policy:
    """What ends a consent without an act of its own; `now` is the time of asking.

    `material` has the numbers of the trail at which a text with an important change was released.
    """

    now: datetime
    valid_for: timedelta
    material: frozenset[int] = frozenset()


def standing(events: Iterable[Event], planned: int, policy: Policy) -> State:
    """Return the state with what time, plan and releases add: expired, completed, or outdated."""
    events = tuple(events)
    state = state_of(events)
    if not state.in_force:
        return state
    if sessions_held(events) >= planned:
        return State.COMPLETED
    if any(seq > events[0].seq for seq in policy.material):
        return State.OUTDATED
    sealed = next(event for event in events if event.kind is EventKind.SEALED)
    return State.EXPIRED if policy.now > sealed.at + policy.valid_for else state


def bars(session: Session, state: State, held: int, planned: int) -> tuple[Bar, ...]:
    """Return why the next session cannot be held; then a new consent is needed [V20].

    A fourth session and every later one needs a documented response to those before [C151].
    """
    found = []
    if state is State.COMPLETED or held >= planned:
        found.append(Bar.ALL_HELD)
    elif not state.in_force:
        found.append(Bar.NOT_IN_FORCE)
    if not session.plan_unchanged:
        found.append(Bar.PLAN_CHANGED)
    if not session.health_unchanged:
        found.append(Bar.HEALTH_CHANGED)
    if held >= STOP_RULE and not session.response:
        found.append(Bar.NO_RESPONSE)
    return tuple(found)
