"""What is filled in by hand: lines to write on, boxes to tick, choices of equal size.

Lines and boxes are no content of the document: a screen reader is told the words beside them.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.flowables import Flowable

from litconsent.pdf.flowables import Paragraph, Style, fill_rectangle
from litconsent.pdf.flowables_column import column_height, draw_column
from litconsent.pdf.layout import Content
from litconsent.pdf.shaping import Colour
from litconsent.pdf.tagged import Element

LINE: Colour = (0.35, 0.4, 0.4)
FIRST, PITCH = 16.0, 24.0  # points: the first line beside its label, then room for handwriting
_THIN = 0.6


class WritingLines(Flowable):  # type: ignore[misc]
    """Lines to write on, over the whole width."""

    def __init__(self, count: int = 1, *, first: float = FIRST, after: float = 8.0) -> None:
        super().__init__()
        self._count, self._first = count, first
        self.spaceAfter = after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points."""
        self.width, self.height = available_width, self._first + (self._count - 1) * PITCH
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        with self.canv.artifact():
            for number in range(self._count):
                fill_rectangle(self.canv, (0, number * PITCH, self.width, _THIN), LINE)


class Tick(Paragraph):
    """A paragraph with a box to tick at its start."""

    def __init__(
        self, element: Element, content: Content, *, language: str, style: Style, **more: Any
    ) -> None:
        self._side = style.size
        super().__init__(
            element, content, language=language, style=style, indent=style.size + 7, **more
        )

    def draw(self) -> None:
        """Draw the box, then the text."""
        x = self.width - self._side - 1 if self.shaped.rtl else 1.0
        square(self.canv, x, self.baseline() - 1.2, self._side)
        super().draw()


class EqualChoices(Flowable):  # type: ignore[misc]
    """Choices one below the other, each with a box to tick; all have the size of the largest."""

    def __init__(
        self, choices: Sequence[Sequence[Any]], *, rtl: bool, side: float = 20.0, gap: float = 8.0
    ) -> None:
        super().__init__()
        self._choices = [list(choice) for choice in choices]
        self._rtl, self._side, self._gap = rtl, side, gap
        self._padding = 11.0
        self.spaceBefore, self.spaceAfter = 4.0, 10.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points."""
        self.width, self._each = available_width, 2 * self._padding
        self._each += max(column_height(choice, self._room) for choice in self._choices)
        self.height = len(self._choices) * (self._each + self._gap) - self._gap
        return self.width, self.height

    def draw(self) -> None:
        """Draw frame and box of each choice, then its words."""
        start, pad = 2 * self._padding + self._side, self._padding
        for number, choice in enumerate(self._choices):
            top = self.height - number * (self._each + self._gap)
            with self.canv.artifact():
                self.canv.setStrokeColorRGB(*LINE)
                self.canv.setLineWidth(0.9)
                self.canv.rect(0, top - self._each, self.width, self._each, stroke=1, fill=0)
            x = self.width - pad - self._side if self._rtl else pad
            square(self.canv, x, top - (self._each + self._side) / 2, self._side)
            high = column_height(choice, self._room)
            left = pad if self._rtl else start
            draw_column(self.canv, choice, left, top - (self._each - high) / 2, self._room)

    @property
    def _room(self) -> float:
        return float(self.width - 3 * self._padding - self._side)


def square(canvas: Any, x: float, y: float, side: float) -> None:
    """Draw an empty box to tick, its lower left corner given in points."""
    with canvas.artifact():
        canvas.setStrokeColorRGB(*LINE)
        canvas.setLineWidth(0.9)
        canvas.rect(x, y, side, side, stroke=1, fill=0)
