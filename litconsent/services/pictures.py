"""The pictures of a leaflet for its document, from the same drawings as on the screen."""

from collections.abc import Collection

from litconsent.content.drawing import Anchor, Caption
from litconsent.content.drawing import Path as Outline
from litconsent.content.figures import figure_drawing
from litconsent.domain.areas import Area
from litconsent.domain.leaflets import Leaflet
from litconsent.i18n.languages import language
from litconsent.pdf.figure import Label, Path, Picture, Shape
from litconsent.pdf.flowables import Align


def pictures_of(leaflet: Leaflet, areas: Collection[Area]) -> dict[str, Picture]:
    """Return every picture that the blocks of a leaflet show, by its id, in its language.

    The areas of the plan are marked where the body is drawn.
    """
    edition = leaflet.edition
    rtl = language(edition.language).rtl
    shown = {block.figure for chapter in leaflet.chapters for block in chapter.blocks}
    found = {}
    for figure_id in sorted(shown - {None}, key=str):
        drawing = figure_drawing(edition.figures[str(figure_id)], rtl, areas)
        shapes = tuple(
            _label(shape, edition.language, rtl=rtl)
            if isinstance(shape, Caption)
            else _outline(shape)
            for shape in drawing.shapes
        )
        found[str(figure_id)] = Picture(shapes, (drawing.width, drawing.height))
    return found


def _outline(shape: Outline) -> Shape:
    return Path(
        tuple((name, *(v for point in points for v in point)) for name, points in shape.commands),
        stroke=shape.stroke.rgb if shape.stroke else None,
        fill=shape.fill.rgb if shape.fill else None,
        thickness=shape.thickness,
    )


def _label(caption: Caption, code: str, *, rtl: bool) -> Shape:
    # A drawing knows left and right; a line of words knows its start, which may be either.
    start = Anchor.RIGHT if rtl else Anchor.LEFT
    align = Align.START if caption.anchor is start else Align.END
    return Label(
        caption.text,
        caption.x,
        caption.y,
        code,
        size=caption.size,
        bold=caption.bold,
        colour=caption.paint.rgb,
        align=Align.CENTRE if caption.anchor is Anchor.CENTRE else align,
    )
