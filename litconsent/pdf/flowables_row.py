"""Columns side by side that break over pages together: bilingual rows, rows of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

from reportlab.platypus.flowables import Flowable

from litconsent.pdf.flowables import Box, fill_rectangle
from litconsent.pdf.flowables_column import (
    column_height,
    draw_column,
    keeps_with_next,
    split_column,
)
from litconsent.pdf.shaping import Colour

Half = tuple[list[Any], list[Any]]  # what fits of a column, and the rest


@dataclass(frozen=True, slots=True)
class Frame:
    """How a row looks around its columns; lengths in points."""

    gap: float = 18.0
    padding: float = 0.0  # above and below
    inset: float = 0.0  # left and right of each column
    background: Colour | None = None
    line_below: Colour | None = None
    divider: Colour | None = None
    mirrored: bool = False  # the first column stands at the right
    unbroken: float = 0.0  # a row up to this height moves to the next page as a whole


class Columns(Flowable):  # type: ignore[misc]
    """Columns of flowables next to each other. They break together, each where it may."""

    def __init__(
        self, columns: Sequence[Sequence[Any]], shares: Sequence[float], frame: Frame
    ) -> None:
        """Take columns in reading order; shares say how they divide the width."""
        super().__init__()
        self.columns = [list(column) for column in columns]
        self.shares = [share / sum(shares) for share in shares]
        self.frame = frame
        self.least = 0.0  # points: at least as high as the row that stands abreast
        self.keep_with_next = any(map(keeps_with_next, self.columns))
        filled = [column for column in self.columns if column]
        self.spaceBefore = max((column[0].getSpaceBefore() for column in filled), default=0.0)
        self.spaceAfter = max((column[-1].getSpaceAfter() for column in filled), default=0.0)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points."""
        widths = self._widths(available_width)
        heights = map(column_height, self.columns, widths)
        self.width = available_width
        self.height = max(self.least, max(heights, default=0.0) + 2 * self.frame.padding)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Self]:
        """Return the row that fits and the rest, or nothing if it cannot start here."""
        if self.wrap(available_width, available_height)[1] <= self.frame.unbroken:
            return []
        room = available_height - 2 * self.frame.padding
        halves = [
            split_column(column, width, room)
            for column, width in zip(self.columns, self._widths(available_width), strict=True)
        ]
        if any(rest and not fitting for fitting, rest in halves):
            return []
        if not any(rest for _, rest in halves):
            return [self]
        halves = _cut_abreast(self.columns, halves)
        return [self._part([half[0] for half in halves]), self._part([half[1] for half in halves])]

    def draw(self) -> None:
        """Draw ground and lines, then column after column."""
        self._draw_ground()
        top = self.height - self.frame.padding
        lefts = self._lefts(self.width)
        for column, left, width in zip(self.columns, lefts, self._widths(self.width), strict=True):
            draw_column(self.canv, column, left, top, width)

    def _draw_ground(self) -> None:
        frame = self.frame
        if not (frame.background or frame.line_below or frame.divider):
            return
        with self.canv.artifact():
            if frame.background:
                fill_rectangle(self.canv, (0, 0, self.width, self.height), frame.background)
            if frame.line_below:
                fill_rectangle(self.canv, (0, -0.25, self.width, 0.5), frame.line_below)
            if frame.divider:
                for left in sorted(self._lefts(self.width))[1:]:
                    x = left - frame.inset - frame.gap / 2
                    fill_rectangle(self.canv, (x, 0, 0.5, self.height), frame.divider)

    def _widths(self, available: float) -> list[float]:
        room = available - self.frame.gap * (len(self.shares) - 1)
        return [share * room - 2 * self.frame.inset for share in self.shares]

    def _lefts(self, available: float) -> list[float]:
        lefts, x = [], self.frame.inset
        for width in self._widths(available):
            lefts.append(available - x - width if self.frame.mirrored else x)
            x += width + self.frame.gap + 2 * self.frame.inset
        return lefts

    def _part(self, columns: Sequence[Sequence[Any]]) -> Self:
        part = self.__class__.__new__(self.__class__)
        Columns.__init__(part, columns, self.shares, self.frame)
        return part


def _cut_abreast(columns: Sequence[list[Any]], halves: list[Half]) -> list[Half]:
    """Cut tables that end their columns after the same row, so that equal rows share a page."""
    tables: list[Any] = [column[-1] if column else None for column in columns]
    counts = {getattr(table, "row_count", 0) for table in tables}
    if len(counts) != 1 or counts == {0}:
        return halves
    kept = [_rows_kept(*half, table) for half, table in zip(halves, tables, strict=True)]
    least = min(kept)
    if not least:
        return halves
    cut: list[Half] = []
    for half, table, rows in zip(halves, tables, kept, strict=True):
        if rows > least:
            above, below = table.cut(least)
            half = ([*half[0][:-1], above], [below])
        cut.append(half)
    return cut


def _rows_kept(fitting: list[Any], rest: list[Any], table: Any) -> int:
    if not rest:
        return int(table.row_count)
    was_cut = len(rest) == 1 and rest[0] is not table
    return int(fitting[-1].row_count) if was_cut else 0


class SideBySide(Columns):
    """Two columns, each with its own language; the left is read first, or mirrored the right."""

    def __init__(
        self,
        left: Sequence[Any],
        right: Sequence[Any],
        *,
        gap: float = 18.0,
        share: float = 0.5,
        divider: Colour | None = None,
        mirrored: bool = False,
        unbroken: float = 0.0,
    ) -> None:
        frame = Frame(gap=gap, divider=divider, mirrored=mirrored, unbroken=unbroken)
        super().__init__((left, right), (share, 1 - share), frame)
        self._is_part = False

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points, with equal rows, headings and boxes level."""
        # What stands abreast in a part was levelled in the whole; its ends were cut apart.
        if not self._is_part:
            for pair in _abreast(*self.columns):
                _level(pair, self._widths(available_width))
        return super().wrap(available_width, available_height)

    def _part(self, columns: Sequence[Sequence[Any]]) -> Self:
        part = super()._part(columns)
        part._is_part = True
        return part


def _abreast(left: Sequence[Any], right: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the rows, headings and boxes that say the same in both columns."""
    if len(left) != len(right):
        return
    for one, other in zip(left, right, strict=True):
        count = getattr(one, "row_count", 0)
        if count and count == getattr(other, "row_count", 0):
            yield from zip(one.rows, other.rows, strict=True)
        elif all(isinstance(each, Box) or keeps_with_next([each]) for each in (one, other)):
            yield one, other


def _level(pair: tuple[Any, Any], widths: Sequence[float]) -> None:
    heights = []
    for one, width in zip(pair, widths, strict=True):
        one.least = 0.0
        heights.append(one.wrap(width, 0)[1])
    for one in pair:
        one.least = max(heights)
