"""Flowables one below the other in a column: how high they are, where they break, drawing them."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.flowables import Flowable

_ENDLESS = 1e6  # points
_TOLERANCE = 1e-6


def column_height(children: Sequence[Any], width: float) -> float:
    """Return the height of a column in points, without the space around it."""
    used = 0.0
    for index, child in enumerate(children):
        used += gap_above(children, index) + child.wrap(width, _ENDLESS)[1]
    return used


def gap_above(children: Sequence[Any], index: int) -> float:
    """Return the space between a flowable and the one before it: the larger of both wishes."""
    if not index:
        return 0.0
    return float(max(children[index - 1].getSpaceAfter(), children[index].getSpaceBefore()))


def split_column(
    children: Sequence[Any], width: float, height: float
) -> tuple[list[Any], list[Any]]:
    """Return what fits into a height and what is left.

    What keeps with its next moves with it: its last lines where it can be cut, else all of it.
    """
    used = 0.0
    for index, child in enumerate(children):
        used += gap_above(children, index)
        needed = child.wrap(width, _ENDLESS)[1]
        if used + needed > height + _TOLERANCE:
            parts = child.split(width, height - used) if height > used else []
            if len(parts) > 1:
                return [*children[:index], parts[0]], [*parts[1:], *children[index + 1 :]]
            while index and getattr(children[index - 1], "keep_with_next", False):
                index -= 1
                parts = _without_last_lines(children[index], width)
                if parts:
                    return [*children[:index], parts[0]], [parts[1], *children[index + 1 :]]
            return list(children[:index]), list(children[index:])
        used += needed
    return list(children), []


def _without_last_lines(child: Any, width: float) -> list[Any]:
    """Return a flowable that would fit as a whole in two parts, or nothing if it cannot be cut."""
    parts = child.split(width, child.wrap(width, _ENDLESS)[1] - 1)
    return list(parts) if len(parts) == 2 else []


def draw_column(
    canvas: Any, children: Sequence[Any], left: float, top: float, width: float
) -> None:
    """Draw a column whose upper left corner is given (points, y upwards)."""
    y = top
    for index, child in enumerate(children):
        y -= gap_above(children, index) + child.wrap(width, _ENDLESS)[1]
        child.drawOn(canvas, left, y)


def keeps_with_next(children: Sequence[Any]) -> bool:
    """Tell whether a column must stay with what follows it."""
    return bool(children) and bool(getattr(children[-1], "keep_with_next", False))


class Stack(Flowable):  # type: ignore[misc]
    """Flowables one below the other that break where their wishes allow it, or nowhere."""

    def __init__(self, children: Sequence[Any], *, unbroken: bool = False) -> None:
        super().__init__()
        self.children, self._unbroken = list(children), unbroken
        self.keep_with_next = keeps_with_next(self.children)
        self.spaceBefore = self.children[0].getSpaceBefore()
        self.spaceAfter = self.children[-1].getSpaceAfter()

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points."""
        self.width = available_width
        self.height = column_height(self.children, available_width)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Any]:
        """Return what fits and the rest, or nothing if nothing fits or it is one whole."""
        if self._unbroken:
            return []
        fitting, rest = split_column(self.children, available_width, available_height)
        return [Stack(fitting), Stack(rest)] if fitting and rest else []

    def draw(self) -> None:
        """Draw all of it."""
        draw_column(self.canv, self.children, 0, self.height, self.width)
