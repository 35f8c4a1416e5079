"""What the pages of a blank form are made of: words in both languages, and room for the hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from reportlab.platypus.flowables import Flowable

from litconsent.i18n.text import Text, isolated
from litconsent.pdf.document_columns import Column
from litconsent.pdf.document_style import BODY, CHAPTER, LABEL, SECTION, STRONG
from litconsent.pdf.flowables import Align, Paragraph, Style
from litconsent.pdf.flowables_paper import Tick, WritingLines
from litconsent.pdf.flowables_row import Columns, Frame
from litconsent.pdf.tagged import Element

Say = Callable[[Text], str]
NAME = replace(STRONG, after=0.0)
PLAIN = replace(BODY, after=0.0)
_LABEL_SHARE = 0.34
_DEPTH = {"H1": 0, "H2": 1}  # of a bookmark


def below(columns: Sequence[Column], column: Column, style: Style) -> Style:
    """Return a style for words of the clinic's language: they stand below the patient's.

    Below Arabic that is at the right, or they would stand beside the box of another answer.
    """
    apart = columns[0].text.rtl != column.text.rtl
    return replace(style, align=Align.END) if apart else style


def message(said: str) -> Say:
    """Return what says a message in any language."""
    return lambda text: text(said)


def words(
    parent: Element, columns: Sequence[Column], say: Say, *, tag: str = "P", style: Style = BODY
) -> list[Any]:
    """Return the words in the patient's language and, smaller below, in the clinic's."""
    made: list[Any] = []
    smaller = replace(LABEL, after=3.5) if tag in _DEPTH else LABEL
    for number, column in enumerate(columns):
        made.append(
            Paragraph(
                Element("P" if number else tag, parent),
                say(column.text),
                language=column.language,
                style=below(columns, column, smaller) if number else style,
                keep_with_next=tag != "P" or number + 1 < len(columns),
                bookmark=None if number else _DEPTH.get(tag),
            )
        )
    return made


def heading(parent: Element, columns: Sequence[Column], said: str) -> list[Any]:
    """Return the heading of a part."""
    return words(parent, columns, message(said), tag="H2", style=CHAPTER)


def subheading(parent: Element, columns: Sequence[Column], say: Say) -> list[Any]:
    """Return the heading of a smaller part."""
    return words(parent, columns, say, tag="H3", style=SECTION)


def tick(parent: Element, columns: Sequence[Column], say: Say, style: Style = PLAIN) -> list[Any]:
    """Return a box to tick with its words."""
    first, *rest = columns
    box = Tick(
        Element("P", parent),
        say(first.text),
        language=first.language,
        style=style,
        keep_with_next=bool(rest),
    )
    smaller = [
        Paragraph(
            Element("P", parent),
            say(column.text),
            language=column.language,
            style=below(columns, column, LABEL),
            indent=style.size + 7,
        )
        for column in rest
    ]
    return [box, *smaller]


def kept_together(story: list[Any]) -> list[Any]:
    """Return flowables that no page's end parts, for a hand that goes from one to the next."""
    for one in story[:-1]:
        one.keep_with_next = True
    return story


def side_by_side(
    columns: Sequence[Column], cells: Sequence[Sequence[Any]], shares: Sequence[float]
) -> Flowable:
    """Return cells beside each other, the first where the patient's language begins a line."""
    return Columns(cells, shares, Frame(gap=12.0, mirrored=columns[0].text.rtl))


def field(
    parent: Element, columns: Sequence[Column], say: Say, lines: int = 1, *, value: str = ""
) -> Flowable:
    """Return a label, and beside it what is known already or lines to write on."""
    label = words(Element("Div", parent), columns, say, style=NAME)
    label[-1].keep_with_next = False
    shares = (_LABEL_SHARE, 1 - _LABEL_SHARE)
    local = columns[-1].language
    known = Paragraph(Element("P", parent), isolated(value), language=local, style=NAME)
    return side_by_side(columns, [label, [known if value else WritingLines(lines)]], shares)


def ticks(
    parent: Element, columns: Sequence[Column], says: Sequence[Say], *, in_a_row: int
) -> list[Flowable]:
    """Return boxes to tick in rows of so many."""
    rows: list[Flowable] = []
    for start in range(0, len(says), in_a_row):
        cells = [tick(parent, columns, say) for say in says[start : start + in_a_row]]
        cells += [[] for _gap in range(in_a_row - len(cells))]
        rows.append(side_by_side(columns, cells, [1] * in_a_row))
    return rows
