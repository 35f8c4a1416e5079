"""How sure an answer can be: steps from not known up to studies in which a draw decides."""

from collections.abc import Mapping

from litconsent.content.captions import words_in
from litconsent.content.contours import area, line, panel
from litconsent.content.drawing import Anchor, Caption, Drawing, Paint, Shape

LABELS = ("unknown", "lab", "reports", "studies", "trials")
_WIDTH, _GAP = 122.0, 12.0
_LEFT, _FLOOR = 20.0, 268.0
_RISE = 46.0
_FILLS = (Paint.PAPER, Paint.ROSE, Paint.SAND, Paint.MIST, Paint.ACCENT)


def evidence_meter(labels: Mapping[str, str]) -> Drawing:
    """Return the drawing; the steps rise in the reading direction."""
    shapes: list[Shape] = []
    for step, (name, fill) in enumerate(zip(LABELS, _FILLS, strict=True)):
        x = _LEFT + step * (_WIDTH + _GAP)
        height = 28 + step * _RISE
        shapes.append(panel(x, _FLOOR - height, _WIDTH, height, fill, Paint.INK, 8, 2.2))
        shapes += _marks(x, _FLOOR - height, step)
        words = Caption(labels[name], x + _WIDTH / 2, _FLOOR + 30, 17, anchor=Anchor.CENTRE)
        shapes += words_in(words, _WIDTH)
    shapes.append(line((_LEFT - 8, _FLOOR), (688, _FLOOR), thickness=3))
    return Drawing(700, 346, tuple(shapes))


def _marks(x: float, top: float, step: int) -> tuple[Shape, ...]:
    """Return a tick for each step, so that the order does not hang on colour or height alone."""
    ink = Paint.PAPER if step == len(LABELS) - 1 else Paint.INK
    if not step:
        middle = x + _WIDTH / 2
        return (line((middle - 14, top + 14), (middle + 14, top + 14), thickness=3),)
    return diamonds(x + _WIDTH / 2 - (step - 1) * 11, top + 22, step, step, ink)


def diamonds(
    x: float, y: float, count: int, filled: int, ink: Paint = Paint.INK
) -> tuple[Shape, ...]:
    """Return a row of diamonds around y, the first around x; those beyond `filled` are hollow."""
    return tuple(
        area(
            (x + at * 22 - 7, y),
            (x + at * 22, y - 8),
            (x + at * 22 + 7, y),
            (x + at * 22, y + 8),
            fill=ink if at < filled else Paint.PAPER,
            stroke=ink,
            thickness=1.4,
        )
        for at in range(count)
    )
