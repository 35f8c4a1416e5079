"""What a patient saw of each chapter and said about it, and how teach-back went."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from litconsent.domain.words import clean_text

# A tablet that was laid aside is not read: one look at a chapter counts for no more.
MOST_SECONDS = 15 * 60


class Feeling(StrEnum):
    """What a patient says about a chapter; neither is a failure."""

    UNDERSTOOD = "understood"
    NOT_YET = "not_yet"


class Rating(StrEnum):
    """How a doctor rates what the patient said in their own words."""

    UNDERSTOOD = "understood"
    PARTLY = "partly"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Sight:
    """How one chapter was seen: seconds on the screen, roughly, and what the patient did there.

    No seconds at all means that nobody measured.
    """

    seconds: int = 0
    more: bool = False
    explain: bool = False
    feeling: Feeling | None = None

    @property
    def for_doctor(self) -> bool:
        """Tell whether the patient asked for an explanation that only a talk can give."""
        return self.feeling is Feeling.NOT_YET or (self.explain and self.feeling is None)

    def then(self, later: "Sight") -> "Sight":
        """Return both looks as one; the later feeling counts, what was asked stays asked."""
        return Sight(
            self.seconds + min(max(later.seconds, 0), MOST_SECONDS),
            self.more or later.more,
            self.explain or later.explain,
            later.feeling or self.feeling,
        )

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Sight":
        """Return the sight that `asdict` wrote."""
        feeling = Feeling(data["feeling"]) if data["feeling"] else None
        return cls(data["seconds"], data["more"], data["explain"], feeling)


@dataclass(frozen=True, slots=True)
class TeachBack:
    """The doctor's rating of one answer in the patient's own words, and how it was repaired."""

    rating: Rating
    repair: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "repair", clean_text(self.repair, field="teach_back.repair"))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "TeachBack":
        """Return the teach-back that `asdict` wrote."""
        return cls(Rating(data["rating"]), data["repair"])
