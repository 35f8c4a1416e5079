"""Pictures drawn as vectors: a signature's strokes, simple figures, the place of a seal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from reportlab.platypus.flowables import Flowable

from litconsent.pdf.emit import draw_line, number, operator_of
from litconsent.pdf.flowables import Align, aligned
from litconsent.pdf.layout import shaped_text
from litconsent.pdf.shaping import BLACK, Colour
from litconsent.pdf.tagged import Element

INK: Colour = (0.05, 0.1, 0.45)
_INK_THICKNESS = 1.3  # points
_MOST_KEPT = 8000  # paths of pictures
_ROUND = 0.5523  # control points of a quarter circle
_OPERATORS = {"M": "m", "L": "l", "C": "c", "R": "re", "Z": "h"}

Point = tuple[float, float]
Command = tuple[str, *tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Path:
    """A path in units of its drawing, y downwards: M, L, C, R (rectangle) and Z commands."""

    commands: tuple[Command, ...]
    stroke: Colour | None = None
    fill: Colour | None = None
    thickness: float = 1.0  # points


@dataclass(frozen=True, slots=True)
class Label:
    """A word in a drawing, its baseline at a point in units of the drawing."""

    text: str
    x: float
    y: float
    language: str
    size: float = 9.0  # points
    bold: bool = False
    colour: Colour = BLACK
    align: Align = Align.CENTRE


Shape = Path | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes in a viewbox of width and height units, lines and words in these units too."""

    shapes: tuple[Shape, ...]
    viewbox: tuple[float, float]

    def fitted(self, width: float) -> tuple[tuple[Shape, ...], float]:
        """Return the shapes for a width in points, lines and words scaled, and the height."""
        scale = width / self.viewbox[0]
        shapes = tuple(
            replace(shape, thickness=shape.thickness * scale)
            if isinstance(shape, Path)
            else replace(shape, size=shape.size * scale)
            for shape in self.shapes
        )
        return shapes, self.viewbox[1] * scale


def polyline(points: Sequence[Point], *, stroke: Colour = BLACK, thickness: float = 1.0) -> Path:
    """Return a line through points; a single point is a dot."""
    first, *others = points
    commands: list[Command] = [("M", *first), *(("L", *p) for p in others or [first])]
    return Path(tuple(commands), stroke=stroke, thickness=thickness)


def rectangle(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    stroke: Colour | None = None,
    fill: Colour | None = None,
    thickness: float = 1.0,
) -> Path:
    """Return a rectangle whose upper left corner is given."""
    return Path((("R", x, y, width, height),), stroke, fill, thickness)


def circle(
    x: float,
    y: float,
    radius: float,
    *,
    stroke: Colour | None = None,
    fill: Colour | None = None,
    thickness: float = 1.0,
) -> Path:
    """Return a circle around a point."""
    r, k = radius, radius * _ROUND
    commands: tuple[Command, ...] = (
        ("M", x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("Z",),
    )
    return Path(commands, stroke, fill, thickness)


class Drawing(Flowable):  # type: ignore[misc]
    """A figure of shapes, with a text that says what it shows."""

    def __init__(
        self,
        parent: Element,
        shapes: Sequence[Shape],
        *,
        alternative: str,
        width: float,
        height: float,
        viewbox: tuple[float, float],
        language: str | None = None,
        before: float = 0.0,
        after: float = 4.0,
    ) -> None:
        """Fit a viewbox (width and height in units) into a size in points."""
        super().__init__()
        self.element = Element("Figure", parent, language=language, alternative=alternative)
        self._shapes = list(shapes)
        self.clip: tuple[str, ...] = ()
        self._size = (width, height)
        self._scale = min(width / viewbox[0], height / viewbox[1])
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points."""
        self.width, self.height = self._size
        return self._size

    def draw(self) -> None:
        """Draw all shapes as content of one figure."""
        x, y = self.canv.absolutePosition(0, 0)
        box = [round(v, 1) for v in (x, y, x + self.width, y + self.height)]
        self.element.attributes["Layout"] = {"BBox": box, "Placement": "Block"}
        with self.canv.tagged(self.element):
            self.canv._code += ["q", "1 J 1 j", *self.clip]
            for shape in self._shapes:
                if isinstance(shape, Path):
                    self.canv._code += self._written(shape, self._scale, self.height)
                else:
                    self._label(shape)
            self.canv._code.append("Q")

    def _written(self, path: Path, scale: float, height: float) -> Sequence[str]:
        """Return the operators of a path; those of a picture are kept for the next document."""
        return _kept(path, scale, height)

    def _label(self, label: Label) -> None:
        shaped = shaped_text(label.text, label.language, label.size, bold=label.bold, reusable=True)
        if not shaped.text:
            return
        line = shaped.line(0, len(shaped.text))
        x = label.x * self._scale + aligned(line.width, 0.0, label.align, rtl=shaped.rtl)
        draw_line(self.canv, line, x, self.height - label.y * self._scale, label.colour)


class Ink(Drawing):
    """A signature as it was drawn."""

    def __init__(
        self,
        parent: Element,
        strokes: Sequence[Sequence[Point]],
        *,
        alternative: str,
        width: float,
        height: float,
        box: tuple[float, float] = (1000.0, 360.0),
        language: str | None = None,
        colour: Colour = INK,
        before: float = 0.0,
        after: float = 4.0,
    ) -> None:
        """Take strokes in units of the signature pad's box, y downwards."""
        shapes = [polyline(s, stroke=colour, thickness=_INK_THICKNESS) for s in strokes if s]
        super().__init__(
            parent,
            shapes,
            alternative=alternative,
            width=width,
            height=height,
            viewbox=box,
            language=language,
            before=before,
            after=after,
        )

    def _written(self, path: Path, scale: float, height: float) -> Sequence[str]:
        """Return the operators of a stroke: it is a patient's, and nothing of it is kept."""
        return _operators(path, scale, height)


class SignatureField(Flowable):  # type: ignore[misc]
    """The place of a seal: an empty signature field, tagged; without a size it is invisible."""

    def __init__(
        self,
        parent: Element,
        name: str,
        tooltip: str,
        *,
        width: float = 0.0,
        height: float = 0.0,
        language: str | None = None,
    ) -> None:
        super().__init__()
        self._element = Element("Form", parent, language=language, alternative=tooltip)
        self._name, self._tooltip = name, tooltip
        self._size = (width, height)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points."""
        self.width, self.height = self._size
        return self._size

    def draw(self) -> None:
        """Make the field; nothing is drawn."""
        x, y = (round(v) for v in self.canv.absolutePosition(0, 0))
        box: tuple[Any, ...] = (0, 0, 0, 0)
        if all(self._size):
            box = (x, y, x + round(self.width), y + round(self.height))
        self.canv.signature_field(self._element, self._name, self._tooltip, box)


def _operators(path: Path, scale: float, height: float) -> tuple[str, ...]:
    """Write a path from its own first point, so that equal paths are equal bytes to compress."""
    painting = {(True, True): "B", (True, False): "S", (False, True): "f"}
    paint = painting.get((path.stroke is not None, path.fill is not None), "n")
    _, *first = path.commands[0]
    x, y = first[0], first[1]
    corner = f"{number(x * scale)} {number(height - y * scale)}"
    out = [f"q 1 0 0 1 {corner} cm", f"{number(path.thickness)} w"]
    out += [operator_of(path.stroke, "RG")] if path.stroke is not None else []
    out += [operator_of(path.fill, "rg")] if path.fill is not None else []
    for name, *values in path.commands:
        operands = [number(round(v, 2)) for v in _operands(name, values, (x, y), scale)]
        out.append(" ".join([*operands, _OPERATORS[name]]))
    return (*out, paint, "Q")


_kept = lru_cache(maxsize=_MOST_KEPT)(_operators)


def _operands(name: str, values: Sequence[float], start: Point, scale: float) -> list[float]:
    """Return a command's numbers in points from the start of its path, y upwards."""
    sides = values[2:] if name == "R" else ()
    corners = values[: len(values) - len(sides)]
    placed = [
        (start[1] - value) * scale if place % 2 else (value - start[0]) * scale
        for place, value in enumerate(corners)
    ]
    return [*placed, *(side * scale * sign for side, sign in zip(sides, (1, -1), strict=False))]
