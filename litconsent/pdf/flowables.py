"""What a document is built of: paragraphs, rules, boxes. All take text, never markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from reportlab.platypus.flowables import Flowable

from litconsent.pdf.emit import draw_line
from litconsent.pdf.flowables_column import column_height, draw_column, split_column
from litconsent.pdf.layout import Content, Line, ShapedText, shaped_text
from litconsent.pdf.shaping import BLACK, Colour
from litconsent.pdf.tagged import Element

_FEWEST_LINES = 2  # of a paragraph at the foot or the head of a page
_CAPITALS = 0.72  # height of capitals as part of the size
GREY: Colour = (0.55, 0.6, 0.65)


class Align(StrEnum):
    """Where the lines of a paragraph stand; its start is on the right in right-to-left text."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks; lengths in points."""

    size: float = 10.5
    leading: float = 15.5
    colour: Colour = BLACK
    bold: bool = False
    before: float = 0.0
    after: float = 4.0
    align: Align = Align.START


class Paragraph(Flowable):  # type: ignore[misc]
    """A paragraph of one element, in one language. It splits over pages, two lines at least."""

    def __init__(
        self,
        element: Element,
        content: Content | ShapedText,
        *,
        language: str,
        style: Style,
        keep_with_next: bool = False,
        bookmark: int | None = None,
        link: str | None = None,
        reusable: bool = False,
        indent: float = 0.0,
    ) -> None:
        """Shape the content, if it is not yet; `bookmark` is an outline's depth, `link` a URI."""
        super().__init__()
        self.element = element
        self.style = style
        self.keep_with_next = keep_with_next
        self.repeats = False  # drawn again it is an artifact
        self.least = 0.0  # points: at least as high as the heading that stands abreast
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self.shaped = (
            content
            if isinstance(content, ShapedText)
            else shaped_text(content, language, style.size, bold=style.bold, reusable=reusable)
        )
        self._indent = indent
        self._bookmark, self._link = bookmark, link
        self._start, self._stop = 0, len(self.shaped.text)
        self._lines: list[tuple[int, int]] = []
        self._broken_at: float | None = None  # the width of these lines
        if element.language is None:
            element.language = language
        if self.shaped.rtl:
            # Glyphs stand in visual order on the page; a screen reader takes this text instead.
            element.actual = "\n".join(filter(None, (element.actual, self.shaped.text)))

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points."""
        inner = available_width - self._indent
        if inner != self._broken_at:
            self._lines = self.shaped.breaks(inner, self._start, self._stop)
            self._broken_at = inner
        self.width = available_width
        self.height = max(self.least, len(self._lines) * self.style.leading)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Self]:
        """Return the part that fits and the rest, or nothing if it must move as a whole."""
        self.wrap(available_width, available_height)
        count = len(self._lines)
        fitting = min(int(available_height // self.style.leading), count - _FEWEST_LINES)
        if fitting < _FEWEST_LINES:
            return []
        cut = self._lines[fitting][0]
        return [self._piece(self._start, cut), self._piece(cut, self._stop)]

    def draw(self) -> None:
        """Draw the lines as content of the element."""
        if not self._lines:
            return
        if self._start == 0:
            self._draw_bookmark()
        with self._marking(self.element):
            for index, (start, end) in enumerate(self._lines):
                line = self.shaped.line(start, end)
                self._draw_line(line, index)
        if self._link:
            x, y = self.canv.absolutePosition(0, 0)
            box = (round(x, 1), round(y, 1), round(x + self.width, 1), round(y + self.height, 1))
            self.canv.link(self.element, box, self._link, self.shaped.text)

    def baseline(self, index: int = 0) -> float:
        """Return the height of a line's baseline above the foot of the paragraph, in points."""
        within = (self.style.leading + _CAPITALS * self.style.size) / 2
        return float(self.height - index * self.style.leading - within)

    def _draw_line(self, line: Line, index: int) -> None:
        room = self.width - self._indent
        x = aligned(line.width, room, self.style.align, rtl=self.shaped.rtl)
        begins_right = self.shaped.rtl != (self.style.align is Align.END)
        if not begins_right:
            x += self._indent
        draw_line(self.canv, line, x, self.baseline(index), self.style.colour)

    def _draw_bookmark(self) -> None:
        if self._bookmark is not None:
            _, top = self.canv.absolutePosition(0, self.height)
            self.canv.bookmark(self.shaped.text, self._bookmark, round(top, 1))

    def _marking(self, element: Element) -> Any:
        if self.repeats and element.marked:
            return self.canv.artifact()
        return self.canv.tagged(element)

    def _piece(self, start: int, stop: int) -> Self:
        piece = self.__class__.__new__(self.__class__)
        piece.__dict__.update(self.__dict__)
        piece.__dict__.pop("_postponed", None)  # ReportLab's note that the whole did not fit once
        piece._start, piece._stop, piece._broken_at, piece.least = start, stop, None, 0.0
        piece.spaceBefore = self.style.before if start == self._start else 0.0
        return piece


class Rule(Flowable):  # type: ignore[misc]
    """A line over the whole width, no content of the document."""

    def __init__(
        self,
        colour: Colour = GREY,
        *,
        thickness: float = 0.6,
        before: float = 4.0,
        after: float = 4.0,
    ) -> None:
        super().__init__()
        self._colour, self._thickness = colour, thickness
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points."""
        self.width, self.height = available_width, self._thickness
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line."""
        with self.canv.artifact():
            fill_rectangle(self.canv, (0, 0, self.width, self.height), self._colour)


class Box(Flowable):  # type: ignore[misc]
    """Flowables on a tinted ground, which is no content of the document."""

    def __init__(
        self,
        children: Sequence[Any],
        *,
        background: Colour | None,
        border: Colour | None = None,
        padding: float = 8.0,
        before: float = 4.0,
        after: float = 6.0,
    ) -> None:
        super().__init__()
        self._children = list(children)
        self._background, self._border, self._padding = background, border, padding
        self.spaceBefore, self.spaceAfter = before, after
        self.least = 0.0  # points: at least as high as the box that stands abreast

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points."""
        inner = column_height(self._children, available_width - 2 * self._padding)
        self.width = available_width
        self.height = max(self.least, inner + 2 * self._padding)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list["Box"]:
        """Return what fits and the rest, each in a box of its own, or nothing."""
        around = 2 * self._padding
        fitting, rest = split_column(
            self._children, available_width - around, available_height - around
        )
        return [self._part(fitting), self._part(rest)] if fitting and rest else []

    def draw(self) -> None:
        """Draw the ground, then the children."""
        whole = (0, 0, self.width, self.height)
        with self.canv.artifact():
            if self._background is not None:
                fill_rectangle(self.canv, whole, self._background)
            if self._border is not None:
                self.canv.setStrokeColorRGB(*self._border)
                self.canv.setLineWidth(0.8)
                self.canv.rect(*whole, stroke=1, fill=0)
        top, width = self.height - self._padding, self.width - 2 * self._padding
        draw_column(self.canv, self._children, self._padding, top, width)

    def _part(self, children: Sequence[Any]) -> "Box":
        return Box(
            children,
            background=self._background,
            border=self._border,
            padding=self._padding,
            before=self.spaceBefore,
            after=self.spaceAfter,
        )


def aligned(width: float, room: float, align: Align, *, rtl: bool) -> float:
    """Return where a line starts at the left, in points, in a room of the given width."""
    if align is Align.CENTRE:
        return (room - width) / 2
    return room - width if (align is Align.END) != rtl else 0.0


def fill_rectangle(canvas: Any, box: tuple[float, float, float, float], colour: Colour) -> None:
    """Fill a box (left, bottom, width, height in points)."""
    canvas.setFillColorRGB(*colour)
    canvas.rect(*box, stroke=0, fill=1)
