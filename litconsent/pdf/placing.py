"""Shaped glyphs as steps of writing: which codes, which shifts, and what text each stands for.

The steps do not depend on the document, so a paragraph that comes again is placed only once.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from operator import lt
from typing import NamedTuple

from litconsent.pdf.archive_objects import utf16_hex
from litconsent.pdf.fonts import Face, Glyph
from litconsent.pdf.shaping import Unit, units

_DIRECTION_MARKS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_FILLER = "\u200b"  # the text of a glyph for which no character is left
LEAST_SHIFT = 0.05  # thousandths of the size below which a position needs no correction
_LEAST_RISE = 1e-6

# A glyph and the text it stands for.
Pair = tuple[int, str]


def number(value: float) -> str:
    """Return a number as PDF writes it, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Codes(NamedTuple):
    """Glyphs that follow each other without a correction."""

    pairs: tuple[Pair, ...]


class Shift(NamedTuple):
    """A correction of the position, in thousandths of the size, as PDF writes it."""

    written: str


class Operator(NamedTuple):
    """An operator between two pieces of text: a rise, or a mark of what they stand for."""

    written: str


class Writing(NamedTuple):
    """A stretch of a line in one font, as steps; the drift is in thousandths of the size.

    The drift is how far the last step ends behind the place where the next stretch begins.
    """

    steps: tuple[Codes | Shift | Operator, ...]
    drift: float


class _Placed(NamedTuple):
    """A glyph with its position in thousandths of the size from the start of the stretch."""

    glyph_id: int
    x: float
    rise: float
    advance: float


def written(
    face: Face, glyphs: Sequence[Glyph], text: str, end: int, *, rtl: bool, size: float
) -> Writing:
    """Return the steps that write the glyphs of a stretch of a text that ends at `end`."""
    pen = _Pen(face, size)
    if not rtl and _is_plain(text, glyphs):
        pen.plain(glyphs, text, end)
        return pen.done()
    for unit in units(text, glyphs, end, rtl=rtl):
        pen.unit(unit, rtl=rtl)
    return pen.done()


class _Pen:
    """Turns units into steps."""

    def __init__(self, face: Face, size: float) -> None:
        self._face = face
        self._size = size
        self._steps: list[Codes | Shift | Operator] = []
        self._pairs: list[Pair] = []
        self._layout_x = 0.0  # where the next glyph belongs
        self._drawn_x = 0.0  # where PDF would draw it
        self._rise = 0.0

    def done(self) -> Writing:
        """Return all steps, back on the line."""
        self._end_codes()
        if self._rise:
            self._steps.append(Operator("0 Ts"))
        return Writing(tuple(self._steps), self._drawn_x - self._layout_x)

    def plain(self, glyphs: Sequence[Glyph], text: str, end: int) -> None:
        """Place glyphs each of which is a unit by itself, as in most of what is ever written."""
        ends = [*(glyph.cluster for glyph in glyphs[1:]), end]
        for glyph, stop in zip(glyphs, ends, strict=True):
            piece = text[glyph.cluster : stop]
            if piece not in _DIRECTION_MARKS:
                self._put(self._place(glyph), piece)

    def unit(self, unit: Unit, *, rtl: bool) -> None:
        """Place the glyphs of a unit, so that its text can be read back."""
        if unit.text in _DIRECTION_MARKS:
            return  # they have done their work, and would only break a search in the file
        placed = [self._place(glyph) for glyph in unit.glyphs]
        if len(placed) == 1 or (_level(placed) and _enough(unit.text, len(placed))):
            self._spread(placed, unit.text, rtl=rtl)
        elif rtl:
            self._raised_rtl(placed, unit.text)
        else:
            self._spanned(placed, unit.text, rtl=False)

    def _raised_rtl(self, placed: list[_Placed], text: str) -> None:
        """Place the glyphs that carry the text first, then their marks as text of no length."""
        carriers = [glyph for glyph in placed if glyph.advance > 0] or placed[:1]
        marks = [glyph for glyph in placed if glyph not in carriers]
        if len(carriers) == 1:
            self._spread(carriers, text, rtl=True)
        else:
            self._spanned(carriers, text, rtl=True)
        if marks:
            self._spanned(marks, "", rtl=True)

    def _spanned(self, placed: Sequence[_Placed], text: str, *, rtl: bool) -> None:
        self._operate(f"/Span <</ActualText {utf16_hex(text)}>> BDC")
        self._spread(placed, text, rtl=rtl)
        self._operate("EMC")

    def _spread(self, placed: Sequence[_Placed], text: str, *, rtl: bool) -> None:
        for glyph, piece in zip(placed, spread(text, len(placed), rtl=rtl), strict=True):
            self._put(glyph, piece)

    def _place(self, glyph: Glyph) -> _Placed:
        x = self._layout_x + glyph.dx
        self._layout_x += glyph.advance
        return _Placed(glyph.glyph_id, x, glyph.dy, glyph.advance)

    def _put(self, placed: _Placed, text: str) -> None:
        if abs(placed.rise - self._rise) > _LEAST_RISE:
            self._operate(f"{number(placed.rise * self._size / 1000)} Ts")
            self._rise = placed.rise
        shift = self._drawn_x - placed.x
        if abs(shift) > LEAST_SHIFT:
            self._end_codes()
            step = Shift(number(shift))
            self._steps.append(step)
            self._drawn_x -= float(step.written)
        self._pairs.append((placed.glyph_id, text))
        self._drawn_x += self._face.advance(placed.glyph_id)

    def _operate(self, operator: str) -> None:
        self._end_codes()
        self._steps.append(Operator(operator))

    def _end_codes(self) -> None:
        if self._pairs:
            self._steps.append(Codes(tuple(self._pairs)))
            self._pairs.clear()


def _is_plain(text: str, glyphs: Sequence[Glyph]) -> bool:
    """Tell whether every glyph stands for characters of its own, in their order."""
    clusters = [glyph.cluster for glyph in glyphs]
    return not _has_marks(text) and all(map(lt, clusters, clusters[1:]))


@lru_cache(maxsize=256)
def _has_marks(text: str) -> bool:
    return any(char in "\u200c\u200d" or unicodedata.category(char)[0] == "M" for char in set(text))


def _level(placed: Sequence[_Placed]) -> bool:
    return not any(abs(glyph.rise) > _LEAST_RISE for glyph in placed)


def _enough(text: str, glyphs: int) -> bool:
    return len(unicodedata.normalize("NFD", text)) >= glyphs


def spread(text: str, count: int, *, rtl: bool) -> list[str]:
    """Return `count` pieces in visual order that make up a text in reading order.

    A single piece of right-to-left text is turned round, because readers turn it once more.

    >>> spread("ffi", 2, rtl=False)
    ['f', 'fi']
    """
    if count == 1:
        turned = rtl and not any(map(unicodedata.combining, text))
        return [(text[::-1] if turned else text) or _FILLER]
    if len(text) < count:
        text = unicodedata.normalize("NFD", text)  # a split vowel has as many parts as glyphs
    pieces = list(text[: count - 1])
    pieces += [text[count - 1 :] or _FILLER]
    pieces += [_FILLER] * (count - len(pieces))
    pieces = [piece or _FILLER for piece in pieces]
    return pieces[::-1] if rtl else pieces
