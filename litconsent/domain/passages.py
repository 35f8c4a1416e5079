"""An edition passage by passage: the smallest parts that are compared and translated."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from litconsent.domain.editions import Edition

HEAD = "edition"
CLAIMS = "claims"
_OF_THE_HEAD = ("citation", "evidence_checked")
_TOLD_APART = ("chapters", "compounds")  # one passage each for their titles and their blocks
_NOT_SHOWN = ("procedure", "language", "state", "hash")
# What is not words of a language: the outline and the claims give it to all languages alike.
_MARKS = frozenset(
    (
        *("claims", "layer", "kind", "figure", "medicine", "off_label", "critical", "correct"),
        *("explain", "section", "strengths", "use", "verified", "offered", "for_whom"),
        *("group", "setting", "ask_understood", "blocks"),
    )
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block, a title, a check item, the words of a figure, or whatever else has words of its own.

    `section` is the chapter, the compound or the field of the edition it belongs to; `marks` are
    what it cites and how it is set.
    """

    id: str
    section: str
    words: tuple[str, ...]
    marks: tuple[str, ...] = ()

    @property
    def hash(self) -> str:
        """Return 16 hexadecimal digits of the SHA-256 of its words, for translations to keep."""
        return hashlib.sha256("\x1e".join(self.words).encode()).hexdigest()[:16]


def passages(edition: Edition) -> tuple[Passage, ...]:
    """Return everything that an edition says, in its order; nothing is left out."""
    return tuple(_passages(edition))


def translatable(edition: Edition) -> tuple[Passage, ...]:
    """Return the passages whose words every language has for itself."""
    return tuple(p for p in passages(edition) if p.section not in (HEAD, CLAIMS))


def _passages(edition: Edition) -> Iterator[Passage]:
    head = tuple(f"{name}: {getattr(edition, name)}" for name in _OF_THE_HEAD)
    yield Passage(HEAD, HEAD, (), head)
    for chapter in edition.chapters:
        yield _passage(f"chapters/{chapter.id}", chapter.id, chapter, but="blocks")
        yield from (_passage(block.id, chapter.id, block) for block in chapter.blocks)
    for key, compound in edition.compounds.items():
        yield _passage(f"compounds/{key}", key, compound, but="parts")
        yield from (_passage(part.id, key, part) for part in compound.parts)
    for field in fields(edition):
        if field.name not in (*_OF_THE_HEAD, *_TOLD_APART, *_NOT_SHOWN):
            for key, part in _entries(getattr(edition, field.name)):
                yield _passage(f"{field.name}/{key}", field.name, part)


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        yield from value.items()
    else:
        yield from ((part.id, part) for part in value)


def _passage(passage_id: str, section: str, part: Any, but: str = "") -> Passage:
    if not is_dataclass(part):
        return Passage(passage_id, section, tuple(_leaves(part)))
    words: list[str] = []
    marks: list[str] = []
    for field in fields(part):
        leaves = tuple(_leaves(getattr(part, field.name)))
        if field.name in ("id", but) or not leaves:
            continue
        if field.name in _MARKS:
            marks.append(f"{field.name}: {', '.join(leaves)}")
        else:
            words += leaves
    return Passage(passage_id, section, tuple(words), tuple(marks))


def _leaves(value: Any) -> Iterator[str]:
    """Yield every value inside a value as text, those of a mapping after their key."""
    if value is None or value == "":
        return
    if isinstance(value, Mapping):
        # In the order of the keys: the store does not keep the order of the files.
        for key, inner in sorted(value.items()):
            yield from (f"{key}: {leaf}" for leaf in _leaves(inner))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _leaves(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _leaves(getattr(value, field.name))
    else:
        yield str(value)
