"""Four ways in which the treatment may work, each with how sure it is."""

from collections.abc import Callable, Mapping

from litconsent.content.captions import words_in
from litconsent.content.contours import area, curve, ellipse, line, panel, standing
from litconsent.content.drawing import Anchor, Caption, Drawing, Paint, Shape
from litconsent.content.figure_evidence import diamonds
from litconsent.content.figure_people import person
from litconsent.content.step_signs import slanted_needle, vial

LABELS = (
    "needle", "needle_sure", "liquid", "liquid_sure",
    "medicine", "medicine_sure", "body", "body_sure", "together",
)  # fmt: skip
_WIDTH, _HEIGHT, _GAP = 340.0, 148.0, 16.0
_MOST = 4  # diamonds: laboratory, reports, comparisons, randomized studies


def ways(labels: Mapping[str, str]) -> Drawing:
    """Return the drawing: a card for each way, all of equal size."""
    shapes: list[Shape] = []
    for place, (name, sure, draw) in enumerate(_CARDS):
        left = 2 + place % 2 * (_WIDTH + _GAP)
        top = 4 + place // 2 * (_HEIGHT + _GAP)
        shapes.append(panel(left, top, _WIDTH, _HEIGHT, Paint.PAPER, Paint.STEEL, 12, 1.8))
        shapes += standing(left + 66, draw(left + 66, top + _HEIGHT / 2))
        title = Caption(labels[name], left + 134, top + 32, 19, Paint.ACCENT, True)
        shapes += words_in(title, _WIDTH - 142)
        note = Caption(labels[f"{name}_sure"], left + 134, top + 86, 18)
        shapes += words_in(note, _WIDTH - 142)
        shapes += diamonds(left + 142, top + _HEIGHT - 17, _MOST, sure)
    end = 4 + 2 * (_HEIGHT + _GAP) + 18
    words = Caption(labels["together"], 350, end, 18, bold=True, anchor=Anchor.CENTRE)
    return Drawing(700, end + 14, (*shapes, *words_in(words, 690)))


def _needle(x: float, y: float) -> tuple[Shape, ...]:
    return (*_skin(x, y, 0), *slanted_needle((x + 24, y + 26), 0.9))


def _liquid(x: float, y: float) -> tuple[Shape, ...]:
    arrows = [
        shape
        for side in (-1, 1)
        for shape in (
            line((x + side * 30, y + 26), (x + side * 44, y + 26), thickness=2.6),
            area(
                (x + side * 42, y + 20),
                (x + side * 52, y + 26),
                (x + side * 42, y + 32),
                fill=Paint.INK,
            ),
        )
    ]
    drop = ellipse(x, y + 24, 25, 13, Paint.MIST, Paint.ACCENT, 1.8)
    return (*_skin(x, y, 15), drop, *arrows)


def _medicine(x: float, y: float) -> tuple[Shape, ...]:
    return vial(x, y, 1.5)


def _body(x: float, y: float) -> tuple[Shape, ...]:
    """Return a person around whom the body's own answer spreads."""
    waves = [
        curve(
            (x + side * reach, y + 34),
            (x + side * (reach + 7), y + 6),
            (x + side * reach, y - 22),
            stroke=Paint.ACCENT,
            thickness=2.6,
        )
        for side in (-1, 1)
        for reach in (40, 51)
    ]
    return (*person(x, y + 50, 0.62, Paint.MIST), *waves)


def _skin(x: float, y: float, bump: float) -> tuple[Shape, ...]:
    surface = [
        (x - 58, y + 12),
        (x - 34, y + 11),
        (x, y + 12 - bump),
        (x + 34, y + 11),
        (x + 58, y + 12),
    ]
    low = [(x + 58, y + 52), (x - 58, y + 52)]
    return (
        curve(*surface, fill=Paint.ROSE, stroke=None, closing=low),
        curve(*surface, thickness=2.2),
    )


Draw = Callable[[float, float], tuple[Shape, ...]]
# Comparisons [C025, C026], laboratory [C020], probable and not proven [C030].
_CARDS: tuple[tuple[str, int, Draw], ...] = (
    ("needle", 3, _needle),
    ("liquid", 3, _liquid),
    ("medicine", 1, _medicine),
    ("body", 0, _body),
)
