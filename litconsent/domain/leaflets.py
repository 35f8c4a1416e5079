"""The leaflet: the chapters and compound texts that apply to one episode."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from litconsent.domain.clinic_entries import with_additions
from litconsent.domain.editions import (
    Block,
    Chapter,
    CheckItem,
    Circumstance,
    Edition,
    ForWhom,
    Topic,
)
from litconsent.domain.plans import Plan

COMPOUND_CHAPTER = "compound:"
OPTIONS_CHAPTER = "options"
HOME_CHAPTER = "after"  # when to call, and whom
COSMETIC_CLASS = "K14"  # of compounds; blocks about it are read where one of it is proposed
_AFTER = "substances"


@dataclass(frozen=True, slots=True)
class Leaflet:
    """What one patient reads, in order, out of one edition."""

    edition: Edition
    chapters: tuple[Chapter, ...]
    for_whom: ForWhom = ForWhom.PATIENT

    def chapter(self, chapter_id: str) -> Chapter | None:
        """Return the chapter with this id, or None if it is not part of this leaflet."""
        return next((chapter for chapter in self.chapters if chapter.id == chapter_id), None)

    def block(self, block_id: str) -> Block | None:
        """Return the block with this id, or None if it is not part of this leaflet."""
        for chapter in self.chapters:
            for block in chapter.blocks:
                if block.id == block_id:
                    return block
        return None

    @property
    def check(self) -> tuple[CheckItem, ...]:
        """Return the items for whoever decides."""
        asked = (ForWhom.EVERYBODY, self.for_whom)
        return tuple(item for item in self.edition.check if item.for_whom in asked)

    @property
    def hash(self) -> str:
        """Return the SHA-256 (hex) of all block ids and texts in their order."""
        digest = hashlib.sha256()
        for chapter in self.chapters:
            digest.update(f"\x1c{chapter.id}\x1d{chapter.title}".encode())
            for block in chapter.blocks:
                digest.update("\x1e".join((block.id, *block.text)).encode() + b"\x1f")
        return digest.hexdigest()


def compose(
    edition: Edition,
    plan: Plan | None = None,
    topics: Iterable[Topic] = (),
    circumstances: Iterable[Circumstance] = (),
    for_whom: ForWhom = ForWhom.PATIENT,
) -> Leaflet:
    """Return the chapters of an edition with a chapter for each compound of the plan.

    Without a plan every compound of the edition has its chapter: that is reading without an
    episode. A block about something that not every clinic offers stays if one of the compounds
    or of the topics is named in its `offered`, or the class of one of these compounds, or one of
    the circumstances of this patient.

    :raises KeyError: if the plan names a compound that this edition does not describe.
    """
    if plan:
        edition = with_additions(edition, plan.additions)
    wanted = [c.id for c in plan.compounds] if plan else list(edition.compounds)
    pages = [
        Chapter(COMPOUND_CHAPTER + one.id, one.name, one.parts, ask_understood=True)
        for one in (edition.compounds[key] for key in wanted)
    ]
    known = frozenset([*wanted, *(edition.compounds[key].group for key in wanted)])
    known |= frozenset([*(plan.topics if plan else topics), *circumstances])
    chapters: list[Chapter] = []
    for chapter in edition.chapters:
        chapters.append(_kept(chapter, known))
        if chapter.id == _AFTER:
            chapters.extend(pages)
    return Leaflet(edition, tuple(c for c in chapters if c.blocks), for_whom)


def _kept(chapter: Chapter, offered: frozenset[str]) -> Chapter:
    return replace(
        chapter,
        blocks=tuple(b for b in chapter.blocks if not b.offered or offered.intersection(b.offered)),
    )
