"""A paragraph made into lines: levels, shaping, line breaks, and each line in visual order."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from icu4py.breakers import CharacterBreaker, LineBreaker

from litconsent.pdf.bidi import is_rtl, line_levels, resolve, visual_order
from litconsent.pdf.fonts import Face, Glyph
from litconsent.pdf.placing import Writing, written
from litconsent.pdf.shaping import Colour, Item, Span, shaped_items

__all__ = ["Colour", "Content", "Line", "Part", "ShapedText", "Span", "shaped_text", "text_width"]

Content = str | Sequence[Span]

LINE_SEPARATOR = "\u2028"
_HANGING = f" {LINE_SEPARATOR}"
_LINE_ENDS = re.compile("\r\n|[\n\r\u2029]")
_TOLERANCE = 0.01  # points
# One hyphen between few letters, as in "off-label": half of it on the next line is hard to read.
_SHORT_COMPOUND = re.compile(r"(?<![\w-])[^\W\d_]{1,6}-[^\W\d_]{1,6}(?![\w-])")
_MOST_KEPT = 4000  # paragraphs


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one line in one font, style and direction."""

    start: int
    end: int
    level: int
    face: Face
    colour: Colour | None
    glyphs: tuple[Glyph, ...]

    @property
    def rtl(self) -> bool:
        """Tell whether the part runs from right to left."""
        return bool(self.level & 1)


@dataclass(frozen=True)
class Line:
    """A line ready to be drawn: its parts from left to right, and its widths in points."""

    text: str  # of the whole paragraph
    parts: tuple[Part, ...]
    size: float
    width: float  # without the white space at its end
    hanging: float  # the width of that white space
    rtl: bool

    def left(self, offset: float) -> float:
        """Return where the drawing starts if the visible text starts at `offset`."""
        return offset - self.hanging if self.rtl else offset

    @cached_property
    def writings(self) -> tuple[Writing, ...]:
        """Return how each part is written."""
        return tuple(
            written(part.face, part.glyphs, self.text, part.end, rtl=part.rtl, size=self.size)
            for part in self.parts
        )


class ShapedText:
    """A shaped paragraph; its lines depend on the width alone."""

    def __init__(self, spans: Sequence[Span], language: str, size: float) -> None:
        self.text = "".join(span.text for span in spans)
        self.language = language
        self.size = size
        self.rtl = is_rtl(language)
        self._levels = resolve(self.text, int(self.rtl))
        # Fonts draw a box for a line separator, so a space takes its place.
        self._shown = self.text.replace(LINE_SEPARATOR, " ")
        self._items = shaped_items(self._shown, spans, self._levels, language)
        self._starts = [item.start for item in self._items]
        self._pen = [0.0, *accumulate(self._advances())]
        self._lines: dict[tuple[int, int], Line] = {}

    def breaks(
        self, width: float, start: int = 0, stop: int | None = None
    ) -> list[tuple[int, int]]:
        """Return start and end of each line of at most `width` points; together they are all.

        `start` and `stop` are offsets at which lines of the same paragraph began and ended.

        A word that is wider than a line is cut between two characters as a reader sees them.
        """
        lines: list[tuple[int, int]] = []
        stop = len(self.text) if stop is None else stop
        last = start  # the last break that still fits
        for end in self._opportunities_within(start, stop):
            while not self._fits(start, end, width):
                cut = last if last > start else self._cut(start, end, width)
                if cut >= end:
                    break
                lines.append((start, cut))
                start = last = cut
            last = end
            if self.text[end - 1] == LINE_SEPARATOR:
                lines.append((start, end))
                start = end
        if start < stop:
            lines.append((start, stop))
        return lines

    def line(self, start: int, end: int) -> Line:
        """Return a line in visual order, shaped anew where the break cuts an item."""
        line = self._lines.get((start, end))
        if line is None:
            line = self._lines[start, end] = self._line(start, end)
        return line

    def _line(self, start: int, end: int) -> Line:
        levels = line_levels(self._levels, start, end)
        first = max(0, bisect_right(self._starts, start) - 1)
        items = self._items[first : bisect_left(self._starts, end)]
        parts = [part for item in items for part in self._parts(item, start, end, levels)]
        drawn = [parts[index] for index in visual_order([part.level for part in parts])]
        visible = self._visible_end(start, end)
        whole = sum(glyph.advance for part in drawn for glyph in part.glyphs)
        hanging = sum(g.advance for p in drawn for g in p.glyphs if g.cluster >= visible)
        scale = self.size / 1000
        return Line(
            self._shown,
            tuple(drawn),
            self.size,
            (whole - hanging) * scale,
            hanging * scale,
            self.rtl,
        )

    def width(self) -> float:
        """Return the width of the whole paragraph on one line, in points."""
        return self._pen[self._visible_end(0, len(self.text))]

    @cached_property
    def _opportunities(self) -> list[int]:
        # icu4py's own offsets count UTF-16 units; the pieces themselves are right.
        ends = accumulate(len(piece) for piece in LineBreaker(self.text, self.language))
        whole = {hit.start() + hit[0].index("-") + 1 for hit in _SHORT_COMPOUND.finditer(self.text)}
        return [end for end in ends if end not in whole]

    @cached_property
    def _characters(self) -> list[int]:
        return list(accumulate(len(piece) for piece in CharacterBreaker(self.text, self.language)))

    def _opportunities_within(self, start: int, stop: int) -> list[int]:
        if start == stop:
            return []
        first = bisect_right(self._opportunities, start)
        return [*self._opportunities[first : bisect_left(self._opportunities, stop)], stop]

    def _advances(self) -> list[float]:
        advances = [0.0] * len(self.text)
        scale = self.size / 1000
        for item in self._items:
            for glyph in item.glyphs:
                advances[glyph.cluster] += glyph.advance * scale
        return advances

    def _fits(self, start: int, end: int, width: float) -> bool:
        visible = self._visible_end(start, end)
        return self._pen[visible] - self._pen[start] <= width + _TOLERANCE

    def _visible_end(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1] in _HANGING:
            end -= 1
        return end

    def _cut(self, start: int, end: int, width: float) -> int:
        """Return the last boundary between characters that fits, at least one character on."""
        furthest = bisect_right(self._pen, self._pen[start] + width + _TOLERANCE) - 1
        place = bisect_right(self._characters, furthest) - 1
        if place >= 0 and self._characters[place] > start:
            return min(end, self._characters[place])
        return min(end, self._characters[bisect_right(self._characters, start)])

    def _parts(self, item: Item, start: int, end: int, levels: Sequence[int]) -> list[Part]:
        parts = []
        position, stop = max(start, item.start), min(end, item.end)
        while position < stop:
            level = levels[position - start]
            after = position + 1
            while after < stop and levels[after - start] == level:
                after += 1
            parts.append(self._part(item, position, after, level))
            position = after
        return parts

    def _part(self, item: Item, start: int, end: int, level: int) -> Part:
        glyphs = item.glyphs
        if (start, end, level) != (item.start, item.end, item.level):
            shaped = item.face.shape(
                self._shown,
                start,
                end,
                rtl=bool(level & 1),
                language=self.language,
                script=item.script,
            )
            glyphs = tuple(shaped)
        return Part(start, end, level, item.face, item.colour, glyphs)


def shaped_text(
    content: Content, language: str, size: float, *, bold: bool = False, reusable: bool = False
) -> ShapedText:
    """Return a content shaped.

    `reusable` keeps the shape for the next document; never say so of a patient's words.

    :raises MissingGlyph: if no font prints one of its characters.
    """
    make = _kept if reusable else ShapedText
    return make(_spans(content, bold), language, size)


def text_width(content: Content, language: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a content on one line, in points."""
    return shaped_text(content, language, size, bold=bold).width()


@lru_cache(maxsize=_MOST_KEPT)
def _kept(spans: tuple[Span, ...], language: str, size: float) -> ShapedText:
    return ShapedText(spans, language, size)


def _spans(content: Content, bold: bool) -> tuple[Span, ...]:
    spans = (Span(content),) if isinstance(content, str) else tuple(content)
    return tuple(
        Span(
            _LINE_ENDS.sub(LINE_SEPARATOR, span.text).replace("\t", " "),
            span.bold or bold,
            span.colour,
        )
        for span in spans
    )
