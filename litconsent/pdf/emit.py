"""Lines written as PDF operators: exact glyph positions, and a text layer that reads back right."""

from functools import lru_cache
from typing import Any

from litconsent.pdf.fonts import Face
from litconsent.pdf.fonts_embedding import EmbeddedFont
from litconsent.pdf.layout import Colour, Line
from litconsent.pdf.placing import LEAST_SHIFT, Codes, Operator, Writing, number
from litconsent.pdf.shaping import BLACK

__all__ = ["draw_line", "embedded_font", "number", "operator_of"]


@lru_cache(maxsize=1000)
def operator_of(colour: Colour, operator: str) -> str:
    """Return how PDF sets a colour: `rg` to fill, `RG` to draw lines."""
    return " ".join([*map(number, colour), operator])


def draw_line(canvas: Any, line: Line, x: float, y: float, colour: Colour = BLACK) -> None:
    """Draw a line; `x` is where its visible text starts at the left, `y` its baseline (points)."""
    operators = ["BT", f"1 0 0 1 {number(line.left(x))} {number(y)} Tm"]
    pen = _Pen(operators, line.size)
    for part, writing in zip(line.parts, line.writings, strict=True):
        pen.draw(writing, embedded_font(canvas, part.face), part.colour or colour)
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


class _Pen:
    """The state of the text operators of one line."""

    def __init__(self, operators: list[str], size: float) -> None:
        self._out = operators
        self._size = size
        self._drift = 0.0  # thousandths of the size
        self._array: list[str] = []
        self._resource = ""
        self._colour: Colour | None = None

    def draw(self, writing: Writing, font: EmbeddedFont, colour: Colour) -> None:
        """Draw one part of a line."""
        if colour != self._colour:
            self._colour = colour
            self._out.append(operator_of(colour, "rg"))
        if font.resource != self._resource:
            self._resource = font.resource
            self._out.append(f"/{font.resource} {number(self._size)} Tf")
        self._come_back()
        for step in writing.steps:
            if isinstance(step, Codes):
                self._array.append(f"<{font.codes(step.pairs)}>")
            elif isinstance(step, Operator):
                self._flush()
                self._out.append(step.written)
            else:
                self._array.append(step.written)
        self._flush()
        self._drift += writing.drift

    def _come_back(self) -> None:
        if abs(self._drift) > LEAST_SHIFT:
            self._array.append(number(self._drift))
            self._drift -= float(self._array[-1])

    def _flush(self) -> None:
        if self._array:
            self._out.append(f"[{' '.join(self._array)}] TJ")
            self._array.clear()
