"""Builds the paths of drawings: lines, areas, smooth curves, ellipses and panels."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from litconsent.content.drawing import Command, Paint, Path, Point, Shape

_ROUND = 0.5523  # handle length that makes four Bézier curves a circle


def line(*points: Point, stroke: Paint | None = Paint.INK, thickness: float = 2.0) -> Path:
    """Return straight lines through points."""
    return Path(_straight(points), stroke, None, thickness)


def area(*points: Point, fill: Paint, stroke: Paint | None = None, thickness: float = 2.0) -> Path:
    """Return a filled polygon."""
    return Path((*_straight(points), ("Z", ())), stroke, fill, thickness)


def curve(
    *points: Point,
    stroke: Paint | None = Paint.INK,
    fill: Paint | None = None,
    thickness: float = 2.0,
    closing: Sequence[Point] = (),
) -> Path:
    """Return a smooth line through points (Catmull-Rom), closed over `closing` if given."""
    commands: list[Command] = [("M", (points[0],))]
    for at in range(len(points) - 1):
        before, start = points[max(at - 1, 0)], points[at]
        end, after = points[at + 1], points[min(at + 2, len(points) - 1)]
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        commands.append(("C", (first, second, end)))
    if closing:
        commands += [("L", (point,)) for point in closing] + [("Z", ())]
    return Path(tuple(commands), stroke, fill, thickness)


def ellipse(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: Paint | None = None,
    stroke: Paint | None = None,
    thickness: float = 2.0,
) -> Path:
    """Return an ellipse around (x, y) with these radii."""
    a, b = width * _ROUND, height * _ROUND
    return Path(
        (
            ("M", ((x + width, y),)),
            ("C", ((x + width, y + b), (x + a, y + height), (x, y + height))),
            ("C", ((x - a, y + height), (x - width, y + b), (x - width, y))),
            ("C", ((x - width, y - b), (x - a, y - height), (x, y - height))),
            ("C", ((x + a, y - height), (x + width, y - b), (x + width, y))),
            ("Z", ()),
        ),
        stroke,
        fill,
        thickness,
    )


def panel(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: Paint | None = None,
    stroke: Paint | None = None,
    radius: float = 10.0,
    thickness: float = 2.0,
) -> Path:
    """Return a rectangle with rounded corners; (x, y) is its upper left."""
    r, k, right, low = radius, radius * (1 - _ROUND), x + width, y + height
    return Path(
        (
            ("M", ((x + r, y),)),
            ("L", ((right - r, y),)),
            ("C", ((right - k, y), (right, y + k), (right, y + r))),
            ("L", ((right, low - r),)),
            ("C", ((right, low - k), (right - k, low), (right - r, low))),
            ("L", ((x + r, low),)),
            ("C", ((x + k, low), (x, low - k), (x, low - r))),
            ("L", ((x, y + r),)),
            ("C", ((x, y + k), (x + k, y), (x + r, y))),
            ("Z", ()),
        ),
        stroke,
        fill,
        thickness,
    )


def standing(x: float, shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """Return the shapes of a sign around this x, which no mirrored picture turns round."""
    return tuple(replace(shape, sign=x) if isinstance(shape, Path) else shape for shape in shapes)


def _straight(points: Iterable[Point]) -> tuple[Command, ...]:
    return tuple(("L" if at else "M", (point,)) for at, point in enumerate(points))
