"""What a patient has said so far, and what the doctor noted about it. Saved as it is given."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from litconsent.domain.checks import Attempt
from litconsent.domain.understanding import Sight, TeachBack
from litconsent.domain.words import clean_text


class Presence(StrEnum):
    """Whom the patient wants beside them, asked in private first [L.219/2017 art.1 c.2]."""

    ALONE = "alone"
    FAMILY_READS = "family_reads"
    FAMILY_LATER = "family_later"

    @property
    def is_private(self) -> bool:
        """Tell whether the wish is for the doctor alone: the family reads the form too."""
        return self is not Presence.FAMILY_READS


class Told(StrEnum):
    """What a patient told about one question of health; nothing told is nothing kept."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Answers:
    """All that the patient gave on the tablet."""

    presence: Presence | None = None
    private: str = ""
    pressed: bool | None = None
    read: tuple[str, ...] = ()
    seen: Mapping[str, Sight] = field(default_factory=dict)
    attempts: tuple[Attempt, ...] = ()
    questions: str = ""
    matters: str = ""
    step: str = ""
    language: str = ""
    health: Mapping[str, Told] = field(default_factory=dict)
    health_words: str = ""

    def __post_init__(self) -> None:
        for name in ("private", "questions", "matters", "health_words"):
            object.__setattr__(self, name, clean_text(getattr(self, name), field=f"answers.{name}"))

    def to_data(self) -> dict[str, Any]:
        """Return the answers as plain values that JSON can carry."""
        return {**asdict(self), "health": dict(self.health)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Answers":
        """Return the answers that `to_data` wrote."""
        if not data:
            return cls()
        return cls(
            presence=Presence(data["presence"]) if data["presence"] else None,
            private=data["private"],
            pressed=data["pressed"],
            read=tuple(data["read"]),
            seen={key: Sight.from_data(one) for key, one in data.get("seen", {}).items()},
            attempts=tuple(Attempt(**attempt) for attempt in data["attempts"]),
            questions=data["questions"],
            matters=data["matters"],
            step=data["step"],
            language=data["language"],
            health={key: Told(told) for key, told in data.get("health", {}).items()},
            health_words=data.get("health_words", ""),
        )


@dataclass(frozen=True, slots=True)
class Notes:
    """What the doctor noted in the consultation: how each miss and question was resolved."""

    resolved: Mapping[str, str] = field(default_factory=dict)
    teach_back: Mapping[str, TeachBack] = field(default_factory=dict)
    answered: str = ""
    pressure: str = ""
    family_stayed_silent: bool = False
    acknowledged: tuple[str, ...] = ()
    privacy_notice: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(
            self,
            "resolved",
            {key: clean_text(note, field=f"resolved.{key}") for key, note in self.resolved.items()},
        )
        for name in ("answered", "pressure"):
            object.__setattr__(self, name, clean_text(getattr(self, name), field=f"notes.{name}"))

    def to_data(self) -> dict[str, Any]:
        """Return the notes as plain values that JSON can carry."""
        return {**asdict(self), "resolved": dict(self.resolved)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Notes":
        """Return the notes that `to_data` wrote."""
        if not data:
            return cls()
        return cls(
            resolved=dict(data["resolved"]),
            teach_back={
                key: TeachBack.from_data(one) for key, one in data.get("teach_back", {}).items()
            },
            answered=data["answered"],
            pressure=data["pressure"],
            family_stayed_silent=data["family_stayed_silent"],
            acknowledged=tuple(data["acknowledged"]),
            privacy_notice=data.get("privacy_notice", False),
        )
