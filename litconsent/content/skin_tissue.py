"""The layers of a skin section in true depths, with what a textbook would show in each."""

from math import sin

from litconsent.content.contours import curve, ellipse
from litconsent.content.drawing import Paint, Point, Shape

MILLIMETRE = 66.0  # units
LEFT, RIGHT = 20.0, 476.0
SURFACE = 196.0
# Depths below the surface. Dermis 1 to 2 mm [paper §3, §7]; fat is cut short, as the break says.
EPIDERMIS = SURFACE + 0.1 * MILLIMETRE
DERMIS = EPIDERMIS + 2.0 * MILLIMETRE
FAT = DERMIS + 1.5 * MILLIMETRE
MUSCLE = FAT + 0.8 * MILLIMETRE


def tissue(raised_at: float) -> tuple[Shape, ...]:
    """Return all layers; the surface is a little raised around this x, where the liquid lies."""
    top = _surface(raised_at)
    return (
        _layer(top, Paint.BLUSH),
        _layer(_rippled(top), Paint.ROSE),
        _layer(_level(DERMIS, 5, 31), Paint.SAND),
        _layer(_level(FAT, 2, 46), Paint.CLAY),
        *_collagen(),
        *_lobules(),
        *_fibres(),
        *_break(),
        *_hair(442),
        curve(*top, stroke=Paint.INK, thickness=2.2),
        curve(*_level(DERMIS, 5, 31), stroke=Paint.CLAY, thickness=1.4),
        curve(*_level(FAT, 2, 46), stroke=Paint.INK, thickness=1.4),
    )


def _steps(count: int) -> list[float]:
    return [LEFT + (RIGHT - LEFT) * at / count for at in range(count + 1)]


def _surface(raised_at: float) -> list[Point]:
    points = []
    for x in _steps(76):
        away = abs(x - raised_at) / 84
        points.append((x, SURFACE - (14 * (1 - away**2) ** 2 if away < 1 else 0)))
    return points


def _rippled(top: list[Point]) -> list[Point]:
    """Return the lower edge of the epidermis, which interlocks with the dermis."""
    return [(x, y + EPIDERMIS - SURFACE + 1.6 * sin(x / 3.4)) for x, y in top]


def _level(depth: float, wave: float, length: float) -> list[Point]:
    return [(x, depth + wave * sin(x / length)) for x in _steps(60)]


def _layer(top: list[Point], fill: Paint) -> Shape:
    return curve(*top, fill=fill, stroke=None, closing=[(RIGHT, MUSCLE), (LEFT, MUSCLE)])


def _collagen() -> tuple[Shape, ...]:
    strokes = []
    for row, y in enumerate(range(int(EPIDERMIS) + 20, int(DERMIS) - 8, 16)):
        for x in range(int(LEFT) + 10 + row % 3 * 17, int(RIGHT) - 32, 50):
            strokes.append(
                curve(
                    (x, y),
                    (x + 9, y - 4),
                    (x + 19, y + 2),
                    (x + 28, y - 2),
                    stroke=Paint.BLUSH,
                    thickness=1.6,
                )
            )
    return tuple(strokes)


def _lobules() -> tuple[Shape, ...]:
    cells = []
    for row, y in enumerate((DERMIS + 24, DERMIS + 50, DERMIS + 76)):
        for x in range(int(LEFT) + 18 + row % 2 * 16, int(RIGHT) - 12, 33):
            swell = 1.5 * sin(x * 1.7 + row)
            cells.append(ellipse(x, y + swell, 14 + swell, 11.5, Paint.SAND, Paint.STRAW, 1.4))
    return tuple(cells)


def _fibres() -> tuple[Shape, ...]:
    return tuple(
        curve(
            *[(x, y + 2 * sin(x / 46)) for x in range(int(LEFT) + 6, int(RIGHT), 24)],
            stroke=Paint.BLUSH,
            thickness=1.4,
        )
        for y in range(int(FAT) + 12, int(MUSCLE), 10)
    )


def _break() -> tuple[Shape, ...]:
    """Return the sign that fat is cut short here: it is thicker than the picture is high."""
    middle = (DERMIS + FAT) / 2 + 4
    upper, lower = _level(middle - 5, 4, 13), _level(middle + 5, 4, 13)
    return (
        curve(*upper, fill=Paint.PAPER, stroke=None, closing=lower[::-1]),
        curve(*upper, stroke=Paint.CLAY, thickness=1.2),
        curve(*lower, stroke=Paint.CLAY, thickness=1.2),
    )


def _hair(x: float) -> tuple[Shape, ...]:
    root, top = (x + 10, DERMIS - 22), (x - 14, SURFACE - 44)
    return (
        curve((x - 5, SURFACE), (x, SURFACE + 40), root, stroke=Paint.CLAY, thickness=7),
        curve((x - 5, SURFACE), (x, SURFACE + 40), root, stroke=Paint.ROSE, thickness=4),
        ellipse(root[0], root[1] + 3, 6, 7, Paint.CLAY),
        curve(top, (x - 6, SURFACE - 4), (x, SURFACE + 40), root, thickness=1.8),
    )
