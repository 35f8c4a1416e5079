"""Tables: header cells with their scope, a header that comes again, rows that split."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.platypus.flowables import Flowable

from litconsent.pdf.bidi import is_rtl
from litconsent.pdf.flowables import GREY, Paragraph, Style
from litconsent.pdf.flowables_column import column_height, draw_column, split_column
from litconsent.pdf.flowables_row import Columns, Frame
from litconsent.pdf.layout import Content, ShapedText, shaped_text
from litconsent.pdf.shaping import Colour
from litconsent.pdf.tagged import Element

CELL_INSET = 4.0  # points, left and right of what stands in a cell

_FEWEST_ROWS = 2  # of a table on a page
_SMALL = 52.5  # points: a row of up to three lines
_LITTLE = 250.0  # points: a table that fits on any page where it does not stand alone
_UNBROKEN = 101.5  # points: a row of up to seven lines is not worth a break
TINT: Colour = (0.91, 0.93, 0.96)


class Table(Flowable):  # type: ignore[misc]
    """Rows of cells, the header rows again at the head of each page."""

    def __init__(
        self, header: Sequence[Columns], rows: Sequence[Columns], before: float, after: float
    ) -> None:
        super().__init__()
        self._header, self._rows = list(header), list(rows)
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return width and height in points."""
        self.width = available_width
        self.height = column_height([*self._header, *self._rows], available_width)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list["Table"]:
        """Return the rows that fit and the rest, both below the header, or nothing."""
        room = available_height - column_height(self._header, available_width)
        fitting, rest = split_column(self._rows, available_width, room)
        if rest == self._rows[-1:] and (len(fitting) > _FEWEST_ROWS or self.height <= _LITTLE):
            fitting, rest = fitting[:-1], [*fitting[-1:], *rest]  # the last one alone looks lost
        if fitting and fitting == self._rows[:1] and fitting[0].height <= _SMALL:
            return []  # and so does a single small row below its heading
        return [self._part(fitting), self._part(rest)] if fitting and rest else []

    @property
    def rows(self) -> list[Columns]:
        """Return all rows, the header's first."""
        return [*self._header, *self._rows]

    @property
    def row_count(self) -> int:
        """Return how many rows stand below the header."""
        return len(self._rows)

    def cut(self, rows: int) -> tuple["Table", "Table"]:
        """Return the table up to a row and the rest, both below the header."""
        return self._part(self._rows[:rows]), self._part(self._rows[rows:])

    def draw(self) -> None:
        """Draw header and rows."""
        rows = [*self._header, *self._rows]
        draw_column(self.canv, rows, 0, self.height, self.width)

    def _part(self, rows: Sequence[Columns]) -> "Table":
        return Table(self._header, rows, self.spaceBefore, self.spaceAfter)


@dataclass(frozen=True, slots=True)
class _Look:
    language: str
    style: Style
    widths: tuple[float, ...]
    tint: Colour
    reusable: tuple[bool, ...]
    # Who and when come again in row after row: each is shaped once a table.
    shaped: dict[tuple[Content, bool], ShapedText] = field(default_factory=dict)

    def row(self, element: Element, cells: Sequence[Content], scopes: Sequence[str]) -> Columns:
        """Return one row; a cell with a scope is a header cell."""
        header = all(scope == "Column" for scope in scopes)
        columns = [
            [self._cell(element, cell, scope, repeats=header, reusable=header or reusable)]
            for cell, scope, reusable in zip(cells, scopes, self.reusable, strict=True)
        ]
        background = self.tint if header else None
        frame = Frame(
            gap=0.0,
            padding=1.75,
            inset=CELL_INSET,
            background=background,
            line_below=GREY,
            unbroken=_UNBROKEN,
            mirrored=is_rtl(self.language),
        )
        return Columns(columns, self.widths, frame)

    def _cell(
        self, row: Element, cell: Content, scope: str, *, repeats: bool, reusable: bool
    ) -> Paragraph:
        attributes: dict[str, dict[str, object]] = {"Table": {"Scope": scope}} if scope else {}
        element = Element("TH" if scope else "TD", row, attributes=attributes)
        style = replace(self.style, bold=self.style.bold or bool(scope), before=0.0, after=0.0)
        shaped = self._shaped(cell, bold=style.bold, reusable=reusable)
        shown = Paragraph(element, shaped, language=self.language, style=style)
        shown.repeats = repeats
        return shown

    def _shaped(self, cell: Content, *, bold: bool, reusable: bool) -> ShapedText:
        key = (cell if isinstance(cell, str) else tuple(cell), bold)
        if key not in self.shaped:
            self.shaped[key] = shaped_text(
                cell, self.language, self.style.size, bold=bold, reusable=reusable
            )
        return self.shaped[key]


def table(
    parent: Element,
    rows: Sequence[Sequence[Content]],
    *,
    language: str,
    style: Style,
    widths: Sequence[float],
    header: bool = True,
    row_headers: bool = True,
    tint: Colour = TINT,
    caption: Content | None = None,
    reusable: Sequence[bool] = (),
) -> list[Any]:
    """Return a table over the whole width; `widths` say how its columns divide it.

    The first row heads the columns, the first cell of each other row heads it. In a
    right-to-left language the first column stands at the right. `reusable` tells of each column
    whether it holds no word of a patient; its head never does.
    """
    whole = Element("Table", parent, language=language)
    look = _Look(language, style, tuple(widths), tint, tuple(reusable) or (False,) * len(widths))
    above = _caption(whole, caption, look) if caption else []
    heads, body = (rows[:1], rows[1:]) if header else (rows[:0], rows)
    head_rows = []
    if heads:
        head = Element("THead", whole)
        scopes = ["Column"] * len(widths)
        head_rows = [look.row(Element("TR", head), cells, scopes) for cells in heads]
    tbody = Element("TBody", whole)
    scopes = ["Row" if row_headers and not place else "" for place in range(len(widths))]
    body_rows = [look.row(Element("TR", tbody), cells, scopes) for cells in body]
    return [*above, Table(head_rows, body_rows, style.before, style.after)]


def _caption(whole: Element, caption: Content, look: _Look) -> list[Paragraph]:
    style = replace(look.style, bold=True, after=2.0)
    element = Element("Caption", whole)
    return [Paragraph(element, caption, language=look.language, style=style, keep_with_next=True)]
