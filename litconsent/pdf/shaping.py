"""From runs of text to shaped items: one bidi level, one font and one style each."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from litconsent.pdf.bidi import Resolved
from litconsent.pdf.fonts import (
    Face,
    Glyph,
    MissingGlyph,
    clusters,
    covering_family,
    face,
    font_chain,
)
from litconsent.pdf.shaping_scripts import scripts

Colour = tuple[float, float, float]  # sRGB, 0 to 1
BLACK: Colour = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a paragraph. Takes text, never markup; without a colour it has its style's."""

    text: str
    bold: bool = False
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of a paragraph that is shaped at once."""

    start: int
    end: int
    level: int
    script: str | None
    face: Face
    colour: Colour | None
    glyphs: tuple[Glyph, ...]


def shaped_items(
    text: str, spans: Sequence[Span], resolved: Resolved, language: str
) -> tuple[Item, ...]:
    """Return the items of a paragraph in reading order.

    :raises MissingGlyph: if no font prints one of its characters.
    """
    items = []
    kinds = list(zip(resolved.levels, scripts(text), _families(text, language), strict=True))
    for start, end, span in _uniform(spans, kinds):
        level, script, family = kinds[start]
        used = face(family, span.bold)
        rtl = bool(level & 1)
        glyphs = used.shape(text, start, end, rtl=rtl, language=language, script=script)
        _refuse_boxes(text, glyphs)
        items.append(Item(start, end, level, script, used, span.colour, tuple(glyphs)))
    return tuple(items)


def _refuse_boxes(text: str, glyphs: Sequence[Glyph]) -> None:
    for glyph in glyphs:
        if glyph.glyph_id == 0:
            raise MissingGlyph(text[glyph.cluster])


def _families(text: str, language: str) -> Iterator[str]:
    """Yield the font family of each character."""
    first = next(font_chain(language))
    if face(first, bold=False).covers("".join(set(text))):
        yield from (first for _ in text)
        return
    before: str | None = None
    for cluster in clusters(text):
        before = _family(cluster, language, before)
        yield from (before for _ in cluster)


@lru_cache(maxsize=8192)
def _family(cluster: str, language: str, before: str | None) -> str:
    return covering_family(cluster, language, before=before)


def _uniform(
    spans: Sequence[Span], kinds: Sequence[tuple[int, str | None, str]]
) -> Iterator[tuple[int, int, Span]]:
    position = 0
    for span in spans:
        stop = position + len(span.text)
        while position < stop:
            end = position + 1
            while end < stop and kinds[end] == kinds[position]:
                end += 1
            yield position, end, span
            position = end


class Unit(NamedTuple):
    """What a reader sees as one character, or a ligature: its glyphs in visual order."""

    glyphs: tuple[Glyph, ...]
    text: str


def units(text: str, glyphs: Sequence[Glyph], end: int, *, rtl: bool) -> list[Unit]:
    """Group the glyphs of a stretch that ends at `end` into units, in visual order."""
    ordered = list(reversed(glyphs)) if rtl else list(glyphs)
    starts = sorted({glyph.cluster for glyph in ordered})
    ends = dict(zip(starts, [*starts[1:], end], strict=True))
    grouped: list[tuple[list[Glyph], str]] = []
    seen: int | None = None
    for glyph in ordered:
        if glyph.cluster == seen:
            grouped[-1][0].append(glyph)
            continue
        seen = glyph.cluster
        piece = text[seen : ends[seen]]
        joins = unicodedata.category(piece[0])[0] == "M" or piece[0] in "\u200c\u200d"
        if grouped and joins:
            grouped[-1] = ([*grouped[-1][0], glyph], grouped[-1][1] + piece)
        else:
            grouped.append(([glyph], piece))
    found = [Unit(tuple(reversed(g) if rtl else g), piece) for g, piece in grouped]
    return found[::-1] if rtl else found
