"""The doctor's map: what was read, missed, asked and not yet understood, chapter by chapter."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from litconsent.domain.answers import Answers
from litconsent.domain.checks import ItemResult
from litconsent.domain.editions import Chapter
from litconsent.domain.leaflets import Leaflet
from litconsent.domain.understanding import Sight

# Characters a second. A mean reader needs one second for 14, over 17 languages [IReST,
# Trauzettel-Klosinski & Dietz 2012, IOVS 53:5452]; nobody who reads is three times as fast.
_FASTEST = 42


class Reading(StrEnum):
    """How a chapter was read, as far as a screen can tell."""

    NOT_SHOWN = "not_shown"
    SKIPPED = "skipped"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the map."""

    chapter: Chapter
    reading: Reading
    sight: Sight
    items: tuple[ItemResult, ...]

    @property
    def missed(self) -> tuple[ItemResult, ...]:
        """Return the questions about it that were missed at least once."""
        return tuple(result for result in self.items if result.missed)

    @property
    def unanswered(self) -> tuple[ItemResult, ...]:
        """Return the questions about it that nobody answered."""
        return tuple(result for result in self.items if not result.options)

    @property
    def open_items(self) -> tuple[ItemResult, ...]:
        """Return the questions about it that only a talk can clear up."""
        return tuple(result for result in self.items if result.for_doctor)

    @property
    def needs_talk(self) -> bool:
        """Tell whether the talk should come here."""
        calls = self.sight.for_doctor or self.sight.explain or bool(self.missed or self.open_items)
        return calls or self.reading is not Reading.READ


def talk_map(
    leaflet: Leaflet, answers: Answers, results: tuple[ItemResult, ...]
) -> tuple[Place, ...]:
    """Return the map of a leaflet, in the order in which it is read."""
    return tuple(
        Place(
            chapter,
            _reading(chapter, answers),
            answers.seen.get(chapter.id, Sight()),
            tuple(result for result in results if _explains(chapter, result.item.explain)),
        )
        for chapter in leaflet.chapters
    )


def said_not_yet(leaflet: Leaflet, seen: Mapping[str, Sight]) -> tuple[Chapter, ...]:
    """Return the chapters that the patient wants explained, in the order of reading."""
    return tuple(c for c in leaflet.chapters if c.id in seen and seen[c.id].for_doctor)


def _explains(chapter: Chapter, block_id: str) -> bool:
    return any(block.id == block_id for block in chapter.blocks)


def _reading(chapter: Chapter, answers: Answers) -> Reading:
    if chapter.id not in answers.read:
        return Reading.NOT_SHOWN
    seconds = answers.seen.get(chapter.id, Sight()).seconds
    length = sum(len(line) for block in chapter.short for line in block.text)
    return Reading.SKIPPED if 0 < seconds < length / _FASTEST else Reading.READ
