"""A signature as a person makes it: drawn strokes or a typed name. A simple electronic signature.

Strokes are points in a box of 1000 by 360 units. Neither pressure nor speed is kept: those
would be biometric data.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from litconsent.domain.errors import NotInk, StrokesMalformed
from litconsent.domain.people import Role
from litconsent.domain.words import clean_line

BOX_WIDTH, BOX_HEIGHT = 1000.0, 360.0
MOST_STROKES, MOST_POINTS = 64, 20_000
LEAST_INK = 120.0  # units of path; a dot or a tick stays far below
LEAST_SPREAD = 40.0  # units of the longer side
LEAST_BEND = 8.0  # units by which the path leaves a straight line

Point = tuple[float, float]
Strokes = tuple[tuple[Point, ...], ...]


class Method(StrEnum):
    """How a signature was made, or how somebody who cannot sign expressed what it says."""

    DRAWN = "drawn"
    TYPED = "typed"
    EXPRESSED = "expressed"


@dataclass(frozen=True, slots=True)
class Signature:
    """One person's signature under one decision."""

    role: Role
    name: str
    method: Method
    signed_at: datetime
    strokes: Strokes = ()
    typed: str = ""


def checked_strokes(raw: object) -> Strokes:
    """Return strokes that a signature pad may send, clipped to nothing and trusted for nothing.

    :raises StrokesMalformed: if it is not a bounded list of finite points inside the box.
    :raises NotInk: if it is empty, a dot, or a straight line.
    """
    strokes = tuple(_stroke(stroke) for stroke in _sequence(raw, MOST_STROKES))
    if sum(map(len, strokes)) > MOST_POINTS:
        raise StrokesMalformed("too many points")
    if not is_ink(strokes):
        raise NotInk(sum(map(len, strokes)))
    return strokes


def typed_name(value: str) -> str:
    """Return a name typed in place of a drawing.

    :raises TextMissing: if it is empty.
    """
    return clean_line(value, field="signature.typed")


def is_ink(strokes: Strokes) -> bool:
    """Tell whether strokes are more than a dot and more than one straight line."""
    points = [point for stroke in strokes for point in stroke]
    if len(points) < 3:
        return False
    length = sum(math.dist(a, b) for s in strokes for a, b in itertools.pairwise(s))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    spread = max(max(xs) - min(xs), max(ys) - min(ys))
    return length >= LEAST_INK and spread >= LEAST_SPREAD and _bend(points) >= LEAST_BEND


def _bend(points: Sequence[Point]) -> float:
    ax, ay = points[0]
    bx, by = max(points, key=lambda p: math.dist(p, points[0]))
    base = math.dist((ax, ay), (bx, by))
    return max(abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / base for x, y in points)


def _stroke(raw: object) -> tuple[Point, ...]:
    return tuple(_point(point) for point in _sequence(raw, MOST_POINTS))


def _point(raw: object) -> Point:
    pair = _sequence(raw, 2)
    if len(pair) != 2:
        raise StrokesMalformed("a point has two numbers")
    x, y = (_number(value) for value in pair)
    if not (0 <= x <= BOX_WIDTH and 0 <= y <= BOX_HEIGHT):
        raise StrokesMalformed("outside the box")
    return x, y


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise StrokesMalformed("not a finite number")
    return float(value)


def _sequence(raw: object, most: int) -> Sequence[object]:
    if not isinstance(raw, list | tuple):
        raise StrokesMalformed("not a list")
    if len(raw) > most:
        raise StrokesMalformed("too long")
    return raw
