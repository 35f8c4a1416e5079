"""Three moments of one injection point: a pale bump, a lower one, and smooth skin again."""

from collections.abc import Mapping

from litconsent.content.captions import words_in
from litconsent.content.contours import area, curve, ellipse, line, panel
from litconsent.content.drawing import Anchor, Caption, Drawing, Paint, Point, Shape

LABELS = ("now", "now_note", "minutes", "minutes_note", "later", "later_note")
_MOMENTS = (("now", 46.0, 7.0), ("minutes", 20.0, 10.0), ("later", 0.0, 0.0))
_WIDTH, _GAP = 210.0, 33.0
_SURFACE = 150.0


def wheal(labels: Mapping[str, str]) -> Drawing:
    """Return the drawing; its three panels follow the reading direction."""
    shapes: list[Shape] = []
    for place, (moment, height, redness) in enumerate(_MOMENTS):
        left = 2 + place * (_WIDTH + _GAP)
        shapes += _panel(left, height, redness)
        centre = left + _WIDTH / 2
        shapes += words_in(
            Caption(labels[moment], centre, 34, 19, Paint.ACCENT, True, Anchor.CENTRE), _WIDTH
        )
        shapes += words_in(
            Caption(labels[f"{moment}_note"], centre, 260, 18, anchor=Anchor.CENTRE), _WIDTH
        )
        if place:
            shapes += _arrow(left - _GAP / 2, 136)
    return Drawing(700, 304, tuple(shapes))


def _panel(left: float, height: float, redness: float) -> tuple[Shape, ...]:
    surface = _bump(left, height)
    low = [(left + _WIDTH, 226.0), (left, 226.0)]
    lower_edge = [(x, y + 9) for x, y in surface]
    return (
        panel(left, 52, _WIDTH, 174, Paint.MIST, Paint.STEEL, thickness=1.6),
        curve(*surface, fill=Paint.BLUSH, stroke=None, closing=low),
        curve(*lower_edge, fill=Paint.ROSE, stroke=None, closing=low),
        *_flush(surface, redness),
        *_liquid(left + _WIDTH / 2, height),
        curve(*surface, thickness=2.4),
        *_prick(left + _WIDTH / 2, height),
        panel(left, 52, _WIDTH, 174, None, Paint.STEEL, thickness=1.6),
    )


def _bump(left: float, height: float) -> list[Point]:
    count = 40
    points = []
    for at in range(count + 1):
        away = abs(at / count - 0.5) / 0.34
        rise = height * (1 - away**2) ** 2 if away < 1 else 0.0
        points.append((left + _WIDTH * at / count, _SURFACE - rise))
    return points


def _flush(surface: list[Point], redness: float) -> tuple[Shape, ...]:
    """Return the pale top of the bump and a red rim on both its sides."""
    if not redness:
        return ()
    middle = len(surface) // 2
    sides = (
        surface[middle - 15 : middle - 15 + int(redness)],
        surface[middle + 16 - int(redness) : middle + 16],
    )
    pale = surface[middle - 7 : middle + 8]
    return (
        curve(*[(x, y + 6) for x, y in pale], stroke=Paint.PAPER, thickness=9),
        *[curve(*[(x, y + 6) for x, y in side], stroke=Paint.CLAY, thickness=7) for side in sides],
    )


def _liquid(x: float, height: float) -> tuple[Shape, ...]:
    if not height:
        return ()
    return (
        ellipse(x, _SURFACE + 20 - height / 2, 37, 8 + height / 4, Paint.MIST, Paint.ACCENT, 1.6),
    )


def _prick(x: float, height: float) -> tuple[Shape, ...]:
    if not height:
        return ()
    y = _SURFACE - height
    return (line((x, y), (x, y + 9), thickness=2.6),)


def _arrow(x: float, y: float) -> tuple[Shape, ...]:
    return (
        line((x - 11, y), (x + 6, y), stroke=Paint.ACCENT, thickness=3.4),
        area((x + 3, y - 8), (x + 13, y), (x + 3, y + 8), fill=Paint.ACCENT),
    )
