"""The day in order: what is checked before, then ten steps, each with its sign and its words."""

from collections.abc import Callable, Mapping

from litconsent.content import step_signs
from litconsent.content.captions import words_in
from litconsent.content.contours import line, panel, standing
from litconsent.content.drawing import Anchor, Caption, Drawing, Paint, Shape

Draw = Callable[[float, float], tuple[Shape, ...]]

# As the source prints them [paper Table 2]; the skin is cleaned twice.
_STEPS: tuple[tuple[str, Draw], ...] = (
    ("gloves", step_signs.glove),
    ("ready", step_signs.tray),
    ("clean", step_signs.cleaning),
    ("place", step_signs.lying),
    ("medicines", step_signs.shaded),
    ("again", step_signs.cleaning),
    ("inject", step_signs.injecting),
    ("wait", step_signs.waiting),
    ("bin", step_signs.bin_for_needles),
    ("record", step_signs.record),
)
LABELS = ("before", "checks", *(name for name, _ in _STEPS))
_ROW = 5  # steps in a row
_WIDTH, _HEIGHT, _GAP = 134.0, 172.0, 7.0
_FIRST = 106.0


def steps(labels: Mapping[str, str]) -> Drawing:
    """Return the drawing; the steps follow each other in the reading direction, row by row."""
    shapes: list[Shape] = [*_before(labels)]
    for place, (name, draw) in enumerate(_STEPS):
        left = 1 + place % _ROW * (_WIDTH + _GAP)
        top = _FIRST + place // _ROW * (_HEIGHT + _GAP)
        middle = left + _WIDTH / 2
        shapes.append(panel(left, top, _WIDTH, _HEIGHT, Paint.PAPER, Paint.STEEL, 10, 1.6))
        shapes += standing(middle, draw(middle, top + 54))
        words = Caption(labels[name], middle, top + 120, 15, anchor=Anchor.CENTRE)
        shapes += words_in(words, _WIDTH - 8)
    return Drawing(700, _FIRST + 2 * _HEIGHT + _GAP + 4, tuple(shapes))


def _before(labels: Mapping[str, str]) -> tuple[Shape, ...]:
    """Return what comes before the first step; the source lacks it, so it stands apart."""
    ticks = [
        line((24, up), (32, up + 8), (46, up - 8), stroke=Paint.ACCENT, thickness=3.4)
        for up in (32, 56, 80)
    ]
    rows = [line((56, up), (84, up), thickness=2.6) for up in (32, 56, 80)]
    checks = Caption(labels["checks"], 118, 56, 17)
    return (
        panel(1, 4, 698, 94, Paint.SAND, Paint.INK, 10, 1.8),
        panel(14, 12, 82, 80, Paint.PAPER, Paint.INK, 5, 2),
        *standing(55, (*ticks, *rows)),
        Caption(labels["before"], 118, 32, 19, Paint.INK, True),
        *words_in(checks, 570),
    )
