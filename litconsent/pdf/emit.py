"""Lines written as PDF operators: exact glyph positions, and a text layer that reads back right."""

import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from litconsent.pdf.archive_objects import utf16_hex
from litconsent.pdf.fonts import Face, Glyph
from litconsent.pdf.fonts_embedding import EmbeddedFont
from litconsent.pdf.layout import Colour, Line, Part
from litconsent.pdf.shaping import BLACK, Unit, units

_DIRECTION_MARKS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_FILLER = "\u200b"  # the text of a glyph for which no character is left
_LEAST_SHIFT = 0.05  # thousandths of the size below which a position needs no correction
_LEAST_RISE = 1e-6


def draw_line(canvas: Any, line: Line, x: float, y: float, colour: Colour = BLACK) -> None:
    """Draw a line; `x` is where its visible text starts at the left, `y` its baseline (points)."""
    operators = ["BT", f"1 0 0 1 {number(line.left(x))} {number(y)} Tm"]
    pen = _Pen(operators, line.size)
    for part in line.parts:
        pen.draw(part, line.text, embedded_font(canvas, part.face), part.colour or colour)
    operators.append("ET")
    canvas._code += operators


def embedded_font(canvas: Any, face: Face) -> EmbeddedFont:
    """Return the font of a document for a face; it is made at its first use."""
    document = canvas._doc
    fonts: dict[str, EmbeddedFont] = document.__dict__.setdefault("_embedded_fonts", {})
    font = fonts.get(face.name)
    if font is None:
        font = fonts[face.name] = EmbeddedFont(face, f"H{len(fonts) + 1}")
        document.delayedFonts.append(font)
    return font


def number(value: float) -> str:
    """Return a number as PDF writes it, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class _Placed(NamedTuple):
    """A glyph with its position in points from the start of the line."""

    glyph_id: int
    x: float
    rise: float
    advance: float


class _Pen:
    """The state of the text operators of one line."""

    def __init__(self, operators: list[str], size: float) -> None:
        self._out = operators
        self._size = size
        self._scale = size / 1000
        self._layout_x = 0.0  # where the next glyph belongs
        self._drawn_x = 0.0  # where PDF would draw it
        self._rise = 0.0
        self._array: list[str] = []
        self._codes: list[str] = []
        self._resource = ""
        self._colour: Colour | None = None

    def draw(self, part: Part, text: str, font: EmbeddedFont, colour: Colour) -> None:
        """Draw one part of a line."""
        if colour != self._colour:
            self._colour = colour
            self._out.append(" ".join(map(number, colour)) + " rg")
        if font.resource != self._resource:
            self._resource = font.resource
            self._out.append(f"/{font.resource} {number(self._size)} Tf")
        for unit in units(text, part.glyphs, part.end, rtl=part.rtl):
            self._unit(font, unit, rtl=part.rtl)
        self._flush()
        if self._rise:
            self._out.append("0 Ts")
            self._rise = 0.0

    def _unit(self, font: EmbeddedFont, unit: Unit, *, rtl: bool) -> None:
        if unit.text in _DIRECTION_MARKS:
            return  # they have done their work, and would only break a search in the file
        placed = [self._place(glyph) for glyph in unit.glyphs]
        level = not any(abs(glyph.rise) > _LEAST_RISE for glyph in placed)
        enough = len(unicodedata.normalize("NFD", unit.text)) >= len(placed)
        if len(placed) == 1 or (level and enough):
            self._spread(font, placed, unit.text, rtl=rtl)
        elif rtl:
            self._raised_rtl(font, placed, unit.text)
        else:
            self._open_span(unit.text)
            self._spread(font, placed, unit.text, rtl=False)
            self._close_span()

    def _raised_rtl(self, font: EmbeddedFont, placed: list[_Placed], text: str) -> None:
        """Draw the glyphs that carry the text first, then their marks as text of no length."""
        carriers = [glyph for glyph in placed if glyph.advance > 0] or placed[:1]
        marks = [glyph for glyph in placed if glyph not in carriers]
        alone = len(carriers) == 1
        if not alone:
            self._open_span(text)
        self._spread(font, carriers, text, rtl=True)
        if not alone:
            self._close_span()
        if marks:
            self._open_span("")
            self._spread(font, marks, "", rtl=True)
            self._close_span()

    def _spread(
        self, font: EmbeddedFont, placed: Sequence[_Placed], text: str, *, rtl: bool
    ) -> None:
        for glyph, piece in zip(placed, spread(text, len(placed), rtl=rtl), strict=True):
            self._put(font, glyph, piece)

    def _place(self, glyph: Glyph) -> _Placed:
        x = self._layout_x + glyph.dx * self._scale
        self._layout_x += glyph.advance * self._scale
        return _Placed(glyph.glyph_id, x, glyph.dy * self._scale, glyph.advance)

    def _put(self, font: EmbeddedFont, placed: _Placed, text: str) -> None:
        if abs(placed.rise - self._rise) > _LEAST_RISE:
            self._flush()
            self._out.append(f"{number(placed.rise)} Ts")
            self._rise = placed.rise
        shift = (self._drawn_x - placed.x) / self._scale
        if abs(shift) > _LEAST_SHIFT:
            self._end_string()
            written = number(shift)
            self._array.append(written)
            self._drawn_x -= float(written) * self._scale
        self._codes.append(f"{font.code(placed.glyph_id, text):04X}")
        self._drawn_x += font.face.advance(placed.glyph_id) * self._scale

    def _open_span(self, text: str) -> None:
        self._flush()
        self._out.append(f"/Span <</ActualText {utf16_hex(text)}>> BDC")

    def _close_span(self) -> None:
        self._flush()
        self._out.append("EMC")

    def _end_string(self) -> None:
        if self._codes:
            self._array.append(f"<{''.join(self._codes)}>")
            self._codes.clear()

    def _flush(self) -> None:
        self._end_string()
        if self._array:
            self._out.append(f"[{' '.join(self._array)}] TJ")
            self._array.clear()


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
