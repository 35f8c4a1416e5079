"""Lists: a label in the indent, the text beside it, tagged as list, item, label and body."""

from collections.abc import Callable, Sequence

from litconsent.pdf.emit import draw_line
from litconsent.pdf.flowables import Paragraph, Style
from litconsent.pdf.layout import Content, shaped_text
from litconsent.pdf.tagged import Element

_BULLET = "\u2022"
_LABEL_GAP = 6.0  # points between label and text


class ListItem(Paragraph):
    """A paragraph with a label at its start."""

    def __init__(
        self,
        parent: Element,
        label: Content,
        content: Content,
        *,
        language: str,
        style: Style,
        indent: float,
        reusable: bool = False,
    ) -> None:
        item = Element("LI", parent)
        self._label_element = Element("Lbl", item, language=language)
        self._label = shaped_text(label, language, style.size, bold=style.bold, reusable=reusable)
        if self._label.rtl:
            self._label_element.actual = self._label.text
        super().__init__(
            Element("LBody", item),
            content,
            language=language,
            style=style,
            reusable=reusable,
            indent=max(indent, self._label.width() + _LABEL_GAP),
        )

    def draw(self) -> None:
        """Draw the label, unless this is the rest of an item, then the text."""
        if self._start == 0 and self._label.text:
            line = self._label.line(0, len(self._label.text))
            x = self._indent - _LABEL_GAP - line.width
            if self.shaped.rtl:
                x = self.width - self._indent + _LABEL_GAP
            with self._marking(self._label_element):
                draw_line(self.canv, line, x, self.baseline(), self.style.colour)
        super().draw()


def bullet_list(
    parent: Element,
    items: Sequence[Content],
    *,
    language: str,
    style: Style,
    indent: float = 18.0,
    reusable: bool = False,
) -> list[ListItem]:
    """Return a list with bullets."""
    labelled = [(_BULLET, item) for item in items]
    return labelled_list(
        parent,
        labelled,
        language=language,
        style=style,
        indent=indent,
        numbering="Disc",
        reusable=reusable,
    )


def numbered_list(
    parent: Element,
    items: Sequence[Content],
    *,
    language: str,
    style: Style,
    indent: float = 20.0,
    start: int = 1,
    numeral: Callable[[int], str] = "{}.".format,
    reusable: bool = False,
) -> list[ListItem]:
    """Return a list with numbers, written by `numeral`."""
    labelled = [(numeral(number), item) for number, item in enumerate(items, start)]
    return labelled_list(
        parent,
        labelled,
        language=language,
        style=style,
        indent=indent,
        numbering="Decimal",
        reusable=reusable,
    )


def labelled_list(
    parent: Element,
    items: Sequence[tuple[Content, Content]],
    *,
    language: str,
    style: Style,
    indent: float,
    numbering: str = "None",
    reusable: bool = False,
) -> list[ListItem]:
    """Return a list of pairs of label and text; `numbering` is PDF's ListNumbering."""
    whole = Element("L", parent, attributes={"List": {"ListNumbering": numbering}})
    made = [
        ListItem(
            whole, label, body, language=language, style=style, indent=indent, reusable=reusable
        )
        for label, body in items
    ]
    for item in (*made[:1], *made[-2:-1]) if len(made) > 1 else ():
        item.keep_with_next = True  # neither the first nor the last stands alone on a page
    return made
