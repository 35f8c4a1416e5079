"""A section of the skin in true proportions: a thin needle at a slant, its tip in the dermis."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import cos, radians, sin, tan

from litconsent.content.captions import words_in
from litconsent.content.contours import area, curve, ellipse, line
from litconsent.content.drawing import Anchor, Caption, Drawing, Paint, Point, Shape
from litconsent.content.skin_tissue import (
    DERMIS,
    EPIDERMIS,
    LEFT,
    MILLIMETRE,
    MUSCLE,
    RIGHT,
    SURFACE,
    tissue,
)

LABELS = (
    "epidermis",
    "dermis",
    "fat",
    "muscle",
    "needle",
    "deposit",
    "scale",
    "slant",
    "depth",
)
_TIP: Point = (322.0, SURFACE + 1.05 * MILLIMETRE)
_SLANT = radians(30)  # about thirty degrees [paper §3]
_NEEDLE_WIDTH = 0.3 * MILLIMETRE  # 30 gauge
_NEEDLE_LENGTH = 4.0 * MILLIMETRE


def skin(labels: Mapping[str, str]) -> Drawing:
    """Return the drawing; the needle's length, width and slant and all depths are to scale."""
    shapes = (
        *tissue(_TIP[0] + 8),
        *_deposit(),
        *_needle(),
        *_leaders(labels),
        *_measures(labels),
        *_scale(labels["scale"]),
    )
    return Drawing(700, MUSCLE + 62, shapes)


def _deposit() -> tuple[Shape, ...]:
    x, y = _TIP
    return (
        ellipse(x + 12, y + 1, 44, 23, Paint.MIST, Paint.ACCENT, 1.6),
        curve((x + 20, y - 12), (x + 38, y - 8), (x + 45, y + 4), stroke=Paint.PAPER, thickness=3),
    )


def _needle() -> tuple[Shape, ...]:
    at = _along(_TIP)
    half, end = _NEEDLE_WIDTH / 2, _NEEDLE_LENGTH
    tube = area(
        at(0, half),
        at(26, -half),
        at(end, -half),
        at(end, half),
        fill=Paint.STEEL,
        stroke=Paint.INK,
        thickness=1.6,
    )
    shine = line(at(34, -half / 3), at(end - 4, -half / 3), stroke=Paint.PAPER, thickness=3)
    hub = area(
        at(end, -14),
        at(end + 34, -22),
        at(end + 34, 22),
        at(end, 14),
        fill=Paint.ACCENT,
        stroke=Paint.INK,
        thickness=1.6,
    )
    barrel = area(
        at(end + 34, -30),
        at(end + 200, -30),
        at(end + 200, 30),
        at(end + 34, 30),
        fill=Paint.PAPER,
        stroke=Paint.INK,
        thickness=1.8,
    )
    liquid = area(
        at(end + 36, -24),
        at(end + 110, -24),
        at(end + 110, 24),
        at(end + 36, 24),
        fill=Paint.MIST,
    )
    return tube, shine, barrel, liquid, hub


def _along(tip: Point) -> Callable[[float, float], Point]:
    def at(back: float, across: float) -> Point:
        return (
            tip[0] - back * cos(_SLANT) - across * sin(_SLANT),
            tip[1] - back * sin(_SLANT) + across * cos(_SLANT),
        )

    return at


def _leaders(labels: Mapping[str, str]) -> tuple[Shape, ...]:
    middle = {
        "epidermis": (RIGHT - 8, SURFACE + 3, SURFACE + 2),
        "dermis": (RIGHT - 14, EPIDERMIS + 34, EPIDERMIS + 34),
        "fat": (RIGHT - 14, DERMIS + 46, DERMIS + 46),
        "muscle": (RIGHT - 14, MUSCLE - 26, MUSCLE - 26),
    }
    shapes: list[Shape] = []
    for name, (x, y, height) in middle.items():
        shapes += _pointed(labels[name], (x, y), (500, height), name == "dermis")
    shapes += _pointed(labels["needle"], _along(_TIP)(60, -9), (330, 62))
    shapes += _pointed(labels["deposit"], (_TIP[0] + 40, _TIP[1] - 8), (398, 122))
    return tuple(shapes)


def _pointed(text: str, target: Point, label: Point, bold: bool = False) -> tuple[Shape, ...]:
    lines = words_in(Caption(text, label[0] + 6, label[1] + 6, bold=bold), 690 - label[0])
    return (
        line(target, label, thickness=1.3),
        ellipse(target[0], target[1], 3.2, 3.2, Paint.INK),
        *lines,
    )


def _measures(labels: Mapping[str, str]) -> tuple[Shape, ...]:
    """Return how slanted the needle is, and between which depths its tip may lie."""
    # Editions frozen before these two measures were drawn have no words for them.
    if not {"slant", "depth"} <= labels.keys():
        return ()
    x = _TIP[0] - (_TIP[1] - SURFACE) / tan(_SLANT)
    turns = [_SLANT * at / 8 for at in range(9)]
    arc = curve(*[(x - 92 * cos(a), SURFACE - 92 * sin(a)) for a in turns], thickness=1.8)
    upper, lower, side = SURFACE + MILLIMETRE, SURFACE + 2 * MILLIMETRE, RIGHT + 9
    words = Caption(labels["depth"], side + 21, (upper + lower) / 2 - 4)
    slant = words_in(Caption(labels["slant"], 14, SURFACE - 12, 17), x - 92 - 14)
    return (
        arc,
        *(replace(row, y=row.y - slant[-1].y + SURFACE - 12) for row in slant),
        line((side - 7, upper), (side, upper), (side, lower), (side - 7, lower), thickness=2.4),
        line((side, (upper + lower) / 2), (side + 15, (upper + lower) / 2), thickness=1.3),
        *words_in(words, 690 - words.x),
    )


def _scale(text: str) -> tuple[Shape, ...]:
    x, y = LEFT, MUSCLE + 28
    end = x + MILLIMETRE
    return (
        line((x, y), (end, y), thickness=3),
        line((x, y - 7), (x, y + 7), thickness=3),
        line((end, y - 7), (end, y + 7), thickness=3),
        Caption(text, end + 12, y + 6, anchor=Anchor.LEFT),
    )
