"""A section of the skin in true proportions: a thin needle at a slant, its tip in the dermis."""

from collections.abc import Callable, Mapping
from math import cos, radians, sin

from litconsent.content.captions import words_in
from litconsent.content.contours import area, curve, ellipse, line
from litconsent.content.drawing import Anchor, Caption, Drawing, Paint, Point, Shape

LABELS = (
    "epidermis",
    "dermis",
    "fat",
    "muscle",
    "needle",
    "deposit",
    "scale",
)
MILLIMETRE = 66.0  # units
_LEFT, _RIGHT = 20.0, 476.0
_SURFACE = 196.0
# Depths below the surface. Dermis 1 to 2 mm [paper §3, §7]; fat is cut short, as the break says.
_EPIDERMIS = _SURFACE + 0.1 * MILLIMETRE
_DERMIS = _EPIDERMIS + 1.7 * MILLIMETRE
_FAT = _DERMIS + 1.5 * MILLIMETRE
_MUSCLE = _FAT + 0.8 * MILLIMETRE
_TIP: Point = (322.0, _SURFACE + 1.05 * MILLIMETRE)
_SLANT = radians(30)  # about thirty degrees [paper §3]
_NEEDLE_WIDTH = 0.3 * MILLIMETRE  # 30 gauge
_NEEDLE_LENGTH = 4.0 * MILLIMETRE


def skin(labels: Mapping[str, str]) -> Drawing:
    """Return the drawing; the needle's length, width and slant and all depths are to scale."""
    shapes = (
        *_tissue(),
        *_texture(),
        *_skin_line(),
        *_deposit(),
        *_needle(),
        *_break(),
        *_leaders(labels),
        *_scale(labels["scale"]),
    )
    return Drawing(700, _MUSCLE + 62, shapes)


def _surface(x: float) -> float:
    """Return the height of the surface: it rises a little over the liquid."""
    away = abs(x - _TIP[0] - 8) / 84
    return _SURFACE - (14 * (1 - away**2) ** 2 if away < 1 else 0)


def _level(depth: float, wave: float, length: float) -> list[Point]:
    count = 60
    step = (_RIGHT - _LEFT) / count
    return [
        (_LEFT + step * at, depth + wave * sin((_LEFT + step * at) / length))
        for at in range(count + 1)
    ]


def _layer(top: list[Point], bottom: float, fill: Paint) -> Shape:
    return curve(*top, fill=fill, stroke=None, closing=[(_RIGHT, bottom), (_LEFT, bottom)])


def _skin_top(offset: float = 0.0, wave: float = 0.0) -> list[Point]:
    count = 76
    step = (_RIGHT - _LEFT) / count
    return [
        (x, _surface(x) + offset + wave * sin(x / 3.4))
        for x in (_LEFT + step * at for at in range(count + 1))
    ]


def _tissue() -> tuple[Shape, ...]:
    return (
        _layer(_skin_top(), _MUSCLE, Paint.BLUSH),
        _layer(_skin_top(0.1 * MILLIMETRE, 1.6), _MUSCLE, Paint.ROSE),
        _layer(_level(_DERMIS, 5, 31), _MUSCLE, Paint.SAND),
        _layer(_level(_FAT, 2, 46), _MUSCLE, Paint.CLAY),
    )


def _skin_line() -> tuple[Shape, ...]:
    return (
        curve(*_skin_top(), stroke=Paint.INK, thickness=2.2),
        curve(*_level(_DERMIS, 5, 31), stroke=Paint.CLAY, thickness=1.4),
        curve(*_level(_FAT, 2, 46), stroke=Paint.INK, thickness=1.4),
    )


def _texture() -> tuple[Shape, ...]:
    return (*_collagen(), *_lobules(), *_fibres(), *_hair(74), *_hair(442))


def _collagen() -> tuple[Shape, ...]:
    strokes = []
    for row, y in enumerate(range(int(_EPIDERMIS) + 20, int(_DERMIS) - 8, 16)):
        for x in range(int(_LEFT) + 10 + row % 3 * 17, int(_RIGHT) - 32, 50):
            strokes.append(
                curve(
                    (x, y), (x + 9, y - 4), (x + 19, y + 2), (x + 28, y - 2),
                    stroke=Paint.BLUSH, thickness=1.6,
                )
            )
    return tuple(strokes)


def _lobules() -> tuple[Shape, ...]:
    cells = []
    for row, y in enumerate((_DERMIS + 24, _DERMIS + 50, _DERMIS + 76)):
        for x in range(int(_LEFT) + 18 + row % 2 * 16, int(_RIGHT) - 12, 33):
            swell = 1.5 * sin(x * 1.7 + row)
            cells.append(
                ellipse(x, y + swell, 14 + swell, 11.5, Paint.SAND, Paint.STRAW, 1.4)
            )
    return tuple(cells)


def _fibres() -> tuple[Shape, ...]:
    return tuple(
        curve(
            *[(x, y + 2 * sin(x / 46)) for x in range(int(_LEFT) + 6, int(_RIGHT), 30)],
            stroke=Paint.BLUSH,
            thickness=1.4,
        )
        for y in range(int(_FAT) + 12, int(_MUSCLE), 10)
    )


def _break() -> tuple[Shape, ...]:
    """Return the sign that fat is cut short here: it is thicker than the picture is high."""
    middle = (_DERMIS + _FAT) / 2 + 4
    upper, lower = _level(middle - 5, 4, 13), _level(middle + 5, 4, 13)
    return (
        curve(*upper, fill=Paint.PAPER, stroke=None, closing=lower[::-1]),
        curve(*upper, stroke=Paint.CLAY, thickness=1.2),
        curve(*lower, stroke=Paint.CLAY, thickness=1.2),
    )


def _hair(x: float) -> tuple[Shape, ...]:
    root, top = (x + 10, _DERMIS - 22), (x - 14, _SURFACE - 44)
    return (
        curve((x - 5, _SURFACE), (x, _SURFACE + 40), root, stroke=Paint.CLAY, thickness=7),
        curve((x - 5, _SURFACE), (x, _SURFACE + 40), root, stroke=Paint.ROSE, thickness=4),
        ellipse(root[0], root[1] + 3, 6, 7, Paint.CLAY),
        curve(top, (x - 6, _SURFACE - 4), (x, _SURFACE + 40), root, thickness=1.8),
    )


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
        at(0, half), at(26, -half), at(end, -half), at(end, half),
        fill=Paint.STEEL, stroke=Paint.INK, thickness=1.6,
    )
    shine = line(at(34, -half / 3), at(end - 4, -half / 3), stroke=Paint.PAPER, thickness=3)
    hub = area(
        at(end, -14), at(end + 34, -22), at(end + 34, 22), at(end, 14),
        fill=Paint.ACCENT, stroke=Paint.INK, thickness=1.6,
    )
    barrel = area(
        at(end + 34, -30), at(end + 200, -30), at(end + 200, 30), at(end + 34, 30),
        fill=Paint.PAPER, stroke=Paint.INK, thickness=1.8,
    )
    liquid = area(
        at(end + 36, -24), at(end + 110, -24), at(end + 110, 24), at(end + 36, 24),
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
        "epidermis": (_RIGHT - 8, _SURFACE + 3, _SURFACE + 2),
        "dermis": (_RIGHT - 14, (_EPIDERMIS + _DERMIS) / 2 + 4, (_EPIDERMIS + _DERMIS) / 2 + 4),
        "fat": (_RIGHT - 14, (_DERMIS + _FAT) / 2, (_DERMIS + _FAT) / 2),
        "muscle": (_RIGHT - 14, (_FAT + _MUSCLE) / 2, (_FAT + _MUSCLE) / 2),
    }
    shapes: list[Shape] = []
    for name, (x, y, height) in middle.items():
        shapes += _pointed(labels[name], (x, y), (500, height), name == "dermis")
    shapes += _pointed(labels["needle"], _along(_TIP)(178, -10), (330, 62))
    shapes += _pointed(labels["deposit"], (_TIP[0] + 40, _TIP[1] - 8), (398, 122))
    return tuple(shapes)


def _pointed(
    text: str, target: Point, label: Point, bold: bool = False
) -> tuple[Shape, ...]:
    lines = words_in(Caption(text, label[0] + 6, label[1] + 6, bold=bold), 690 - label[0])
    return (
        line(target, label, thickness=1.3),
        ellipse(target[0], target[1], 3.2, 3.2, Paint.INK),
        *lines,
    )


def _scale(text: str) -> tuple[Shape, ...]:
    x, y = _LEFT, _MUSCLE + 28
    end = x + MILLIMETRE
    return (
        line((x, y), (end, y), thickness=3),
        line((x, y - 7), (x, y + 7), thickness=3),
        line((end, y - 7), (end, y + 7), thickness=3),
        Caption(text, end + 12, y + 6, anchor=Anchor.LEFT),
    )
