"""Neutral shapes of a drawing, y downwards; screen and document are both made from these."""

from dataclasses import dataclass, replace
from enum import StrEnum

Point = tuple[float, float]
Command = tuple[str, tuple[Point, ...]]


class Paint(StrEnum):
    """The palette of all figures, as sRGB hexadecimal; every text colour has 7:1 on paper."""

    INK = "#1d2b2a"
    ACCENT = "#0b5563"
    MIST = "#d5e6e6"
    PAPER = "#fffdf8"
    SAND = "#f6ecd2"
    STRAW = "#e6cf97"
    ROSE = "#f6ddd3"
    BLUSH = "#e9bfb0"
    CLAY = "#c98d7c"
    AMBER = "#f0b13c"
    STEEL = "#c3ccd0"

    @property
    def rgb(self) -> tuple[float, float, float]:
        """Return red, green and blue from 0 to 1."""
        red, green, blue = (int(self.value[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return red, green, blue


class Anchor(StrEnum):
    """Which point of a line of words stands at its x, whatever the direction of the script."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Path:
    """A line or an area: M and L take one point, C takes three, Z none.

    `part` is the id of what it shows, where a reader may point at it. `sign` is the x of the
    middle of a small sign: such a one moves in a mirrored picture but is not turned round.
    """

    commands: tuple[Command, ...]
    stroke: Paint | None = None
    fill: Paint | None = None
    thickness: float = 2.0
    part: str = ""
    sign: float | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """One line of words; (x, y) is on its baseline, size is in the units of the drawing.

    `part` is the id of what it names, where a reader may point at it.
    """

    text: str
    x: float
    y: float
    size: float = 18.0
    paint: Paint = Paint.INK
    bold: bool = False
    anchor: Anchor = Anchor.LEFT
    part: str = ""


Shape = Path | Caption


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture of width by height units."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def mirrored(self) -> "Drawing":
        """Return the picture as seen from the other side, its words still readable."""
        return replace(self, shapes=tuple(_mirrored(shape, self.width) for shape in self.shapes))


def _mirrored(shape: Shape, width: float) -> Shape:
    if isinstance(shape, Caption):
        other = {Anchor.LEFT: Anchor.RIGHT, Anchor.RIGHT: Anchor.LEFT}
        return replace(shape, x=width - shape.x, anchor=other.get(shape.anchor, shape.anchor))
    if shape.sign is None:
        return replace(shape, commands=_placed(shape, width, -1))
    move = width - 2 * shape.sign
    return replace(shape, commands=_placed(shape, move, 1), sign=shape.sign + move)


def _placed(path: Path, start: float, turn: int) -> tuple[Command, ...]:
    return tuple(
        (name, tuple((start + turn * x, y) for x, y in points)) for name, points in path.commands
    )
