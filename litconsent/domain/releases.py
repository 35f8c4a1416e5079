"""The history of a language: who released which edition, who reviewed it, who withdrew it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from litconsent.domain.events import Event, EventKind
from litconsent.domain.words import clean_line

HISTORY = (EventKind.LANGUAGE_RELEASED, EventKind.LANGUAGE_WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who has read a text and answers for it: a person's full name and qualification."""

    name: str
    qualification: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", clean_line(self.name, field="reviewer.name"))
        object.__setattr__(
            self,
            "qualification",
            clean_line(self.qualification, field="reviewer.qualification"),
        )


@dataclass(frozen=True, slots=True)
class Release:
    """One entry of the history: a release with its reviewer, or a withdrawal with its reason.

    `edition_hash` names the edition that was released, or the one that was in force until then.
    A `material` one asks for a new consent of everybody whose episode is older than event `seq`.
    """

    procedure: str
    language: str
    edition_hash: str
    at: datetime
    actor: str
    reviewer: Reviewer | None
    reason: str = ""
    seq: int = 0
    material: bool = False

    @property
    def withdrawal(self) -> bool:
        """Tell whether this entry took the language back."""
        return self.reviewer is None


def history(events: Iterable[Event], procedure: str, language: str = "") -> tuple[Release, ...]:
    """Return the releases and withdrawals of a language, or of all, oldest first."""
    found = (_release(event) for event in events if event.kind in HISTORY)
    return tuple(
        one for one in found if one.procedure == procedure and language in ("", one.language)
    )


def in_force(entries: Iterable[Release], language: str) -> Release | None:
    """Return the release of a language that stands, or None: never released, or withdrawn."""
    last = [entry for entry in entries if entry.language == language][-1:]
    return last[0] if last and not last[0].withdrawal else None


def _release(event: Event) -> Release:
    data = event.data
    released = event.kind is EventKind.LANGUAGE_RELEASED
    return Release(
        procedure=data["procedure"],
        language=data["language"],
        edition_hash=data["edition"],
        at=event.at,
        actor=event.actor,
        reviewer=Reviewer(data["reviewer"], data["qualification"]) if released else None,
        reason=data.get("reason", ""),
        seq=event.seq,
        material=bool(data.get("material", False)),
    )
