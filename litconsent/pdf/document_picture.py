"""A picture of the leaflet across both columns, and below it what it shows, in both languages."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from reportlab.platypus.flowables import Flowable

from litconsent.domain.areas import Area
from litconsent.domain.editions import Figure
from litconsent.i18n.plan_areas import with_marks
from litconsent.pdf.document_columns import Column, side_by_side
from litconsent.pdf.document_style import CAPTION
from litconsent.pdf.emit import number
from litconsent.pdf.figure import Drawing, Picture
from litconsent.pdf.flowables import Paragraph
from litconsent.pdf.tagged import Element

PICTURE_WIDTH = 322.0  # points: the smallest words in a drawing are then 8 points high


def picture(
    sect: Element,
    figure_id: str,
    areas: Collection[Area],
    columns: tuple[Column, ...],
    pictures: Mapping[str, Picture],
) -> list[Flowable]:
    """Return a picture as the patient saw it, the plan's areas marked, with its captions."""
    alternative = _figure(columns[0], figure_id, areas).alt
    drawn = _Centred(sect, pictures[figure_id], alternative, columns[0].language)
    return [
        drawn,
        *side_by_side(sect, columns, partial(_caption, figure_id=figure_id, areas=areas)),
    ]


class _Centred(Drawing):
    """A picture in the middle of the room it has; like on the screen its edge cuts it off."""

    def __init__(self, parent: Element, shown: Picture, alternative: str, language: str) -> None:
        shapes, height = shown.fitted(PICTURE_WIDTH)
        super().__init__(
            parent,
            shapes,
            alternative=alternative,
            width=PICTURE_WIDTH,
            height=height,
            viewbox=shown.viewbox,
            language=language,
            before=6.0,
        )
        self.keep_with_next = True
        self.clip = (f"0 0 {number(PICTURE_WIDTH)} {number(height)} re W n",)
        self._room = PICTURE_WIDTH

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the whole width and the height in points."""
        self._room = available_width
        _, height = super().wrap(available_width, available_height)
        return available_width, height

    def draw(self) -> None:
        """Draw all shapes as content of one figure."""
        self.canv.translate((self._room - self.width) / 2, 0)
        super().draw()


def _caption(
    parent: Element, column: Column, figure_id: str, areas: Collection[Area]
) -> Sequence[Flowable]:
    _, figure = column.text, _figure(column, figure_id, areas)
    return [
        Paragraph(
            Element("P", parent),
            _("{title}. {said}", title=figure.title, said=figure.alt),
            language=column.language,
            style=CAPTION,
            reusable=figure is column.leaflet.edition.figures[figure_id],  # no area is marked in it
        )
    ]


def _figure(column: Column, figure_id: str, areas: Collection[Area]) -> Figure:
    figure = column.leaflet.edition.figures[figure_id]
    return with_marks(figure, areas, column.text)
