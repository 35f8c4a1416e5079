"""A body from the front and from the back with its named areas; some may be marked."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from litconsent.content.captions import words_in
from litconsent.content.contours import curve, ellipse, line
from litconsent.content.drawing import Anchor, Caption, Drawing, Paint, Point, Shape
from litconsent.domain.areas import Area

LABELS = ("front", "back", *Area)
_FRONT, _BACK = 246.0, 454.0
_TOP = 6.0
# Half an outline, from the neck down the outer side to between the legs; x from the middle line.
_HALF: tuple[Point, ...] = (
    (11, 58), (13, 74), (38, 84), (57, 100), (64, 140), (71, 186), (80, 232), (87, 262),
    (80, 284), (70, 264), (62, 228), (54, 190), (46, 144), (41, 126), (39, 160), (36, 188),
    (45, 226), (50, 262), (47, 310), (40, 344), (42, 376), (34, 416), (44, 436), (22, 438),
    (19, 414), (17, 376), (14, 342), (9, 300), (0, 264),
)  # fmt: skip
# The middle of an area (x from the middle line; 0 lies on it, others on both sides) and its radii.
_ON_FRONT = {
    Area.SHOULDER: (49.0, 101.0, 14.0, 15.0),
    Area.WRIST_HAND: (78.0, 258.0, 13.0, 22.0),
    Area.HIP: (37.0, 242.0, 14.0, 18.0),
    Area.KNEE: (27.0, 343.0, 15.0, 17.0),
    Area.ANKLE_FOOT: (29.0, 424.0, 15.0, 15.0),
}
_ON_BACK = {
    Area.NECK: (0.0, 72.0, 16.0, 12.0),
    Area.UPPER_BACK: (0.0, 116.0, 35.0, 26.0),
    Area.ELBOW: (62.0, 180.0, 12.0, 16.0),
    Area.LOWER_BACK: (0.0, 204.0, 31.0, 25.0),
}
# How far a name stands above or below its area, so that names do not touch.
_MOVED = {Area.HIP: -22.0, Area.WRIST_HAND: 12.0, Area.ELBOW: -12.0, Area.LOWER_BACK: 18.0}


def body_areas(labels: Mapping[str, str], marked: Collection[str] = ()) -> Drawing:
    """Return the drawing; areas whose ids are in `marked` stand out."""
    shapes: list[Shape] = [*_bodies(_FRONT, _BACK)]
    for x, side, places in ((_FRONT, -1, _ON_FRONT), (_BACK, 1, _ON_BACK)):
        for place, spot in places.items():
            shapes += _spots(place, x, spot, place in marked)
            shapes += _named(labels[place], place, x, spot, side, place in marked)
    for name, x in (("front", _FRONT), ("back", _BACK)):
        shapes.append(Caption(labels[name], x, 474, 19, Paint.ACCENT, True, Anchor.CENTRE))
    return Drawing(700, 488, tuple(shapes))


def planned_areas(labels: Mapping[str, str], marked: Collection[str]) -> Drawing:
    """Return the drawing made small: the marked areas alone, named in the words beside it."""
    front, back = 100.0, 290.0
    shapes: list[Shape] = [*_bodies(front, back)]
    for x, places in ((front, _ON_FRONT), (back, _ON_BACK)):
        for place, spot in places.items():
            shapes += _spots(place, x, spot, True) if place in marked else ()
    for name, x in (("front", front), ("back", back)):
        shapes.append(Caption(labels[name], x, 486, 36, Paint.ACCENT, True, Anchor.CENTRE))
    return Drawing(390, 500, tuple(shapes))


def _bodies(front: float, back: float) -> tuple[Shape, ...]:
    return (*_body(front), *_body(back), *_spine(back))


def _body(x: float) -> tuple[Shape, ...]:
    right = [(x + across, _TOP + y) for across, y in _HALF]
    left = [(x - across, _TOP + y) for across, y in reversed(_HALF[:-1])]
    return (
        curve(*right, *left, right[0], fill=Paint.ROSE, thickness=2.2),
        ellipse(x, _TOP + 32, 24, 30, Paint.ROSE, Paint.INK, 2.2),
    )


def _spine(x: float) -> tuple[Shape, ...]:
    """Return what tells the back from the front."""
    blades = [
        curve(
            (x + side * 13, _TOP + 100),
            (x + side * 32, _TOP + 112),
            (x + side * 20, _TOP + 144),
            stroke=Paint.CLAY,
        )
        for side in (-1, 1)
    ]
    return (line((x, _TOP + 60), (x, _TOP + 234), stroke=Paint.CLAY), *blades)


def _spots(
    place: Area, x: float, spot: tuple[float, float, float, float], marked: bool
) -> tuple[Shape, ...]:
    across, y, width, height = spot
    fill, stroke = (Paint.AMBER, Paint.INK) if marked else (Paint.MIST, Paint.ACCENT)
    shapes: list[Shape] = []
    for side in (-1, 1) if across else (1,):
        middle = (x + side * across, _TOP + y)
        shape = ellipse(*middle, width, height, fill, stroke, 3 if marked else 1.6)
        shapes.append(replace(shape, part=place))
        if marked:  # not by colour alone
            shapes.append(replace(ellipse(*middle, 5, 5, Paint.INK), part=place))
    return tuple(shapes)


def _named(
    text: str,
    place: Area,
    x: float,
    spot: tuple[float, float, float, float],
    side: int,
    marked: bool,
) -> tuple[Shape, ...]:
    """Return the name of an area beside the body and a line from it to the area."""
    across, y, width, _ = spot
    edge, height = x + side * (across + width), _TOP + y + _MOVED.get(place, 0.0)
    begin = x + side * 104
    anchor = Anchor.LEFT if side > 0 else Anchor.RIGHT
    words = words_in(
        Caption(text, begin + side * 8, height + 6, 18, bold=marked, anchor=anchor, part=place),
        128,
    )
    lift = (len(words) - 1) * 11.0
    return (
        line((edge, _TOP + y), (begin, height), thickness=1.3),
        *(replace(part, y=part.y - lift) for part in words),
    )
