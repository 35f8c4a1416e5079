"""Small signs of what is done with whom and what: each around a point, about 80 units wide."""

from math import cos, radians, sin

from litconsent.content.contours import area, curve, ellipse, line, panel
from litconsent.content.drawing import Paint, Point, Shape

_SLANT = radians(30)


def slanted_needle(tip: Point, scale: float) -> tuple[Shape, ...]:
    """Return a needle on the cone of a syringe, its tip here, thirty degrees to the skin."""

    def at(back: float, across: float) -> Point:
        return (
            tip[0] - (back * cos(_SLANT) + across * sin(_SLANT)) * scale,
            tip[1] - (back * sin(_SLANT) - across * cos(_SLANT)) * scale,
        )

    return (
        line(tip, at(46, 0), thickness=3 * scale),
        area(at(44, -5), at(56, -8), at(56, 8), at(44, 5), fill=Paint.ACCENT, stroke=Paint.INK),
        area(at(56, -11), at(86, -11), at(86, 11), at(56, 11), fill=Paint.MIST, stroke=Paint.INK),
    )


def vial(x: float, y: float, scale: float) -> tuple[Shape, ...]:
    """Return a small glass bottle half full."""
    s = scale
    return (
        panel(x - 17 * s, y - 14 * s, 34 * s, 44 * s, Paint.PAPER, Paint.INK, 5 * s, 2.2),
        panel(x - 14 * s, y + 6 * s, 28 * s, 21 * s, Paint.MIST, None, 3 * s),
        area(
            (x - 10 * s, y - 14 * s),
            (x - 10 * s, y - 22 * s),
            (x + 10 * s, y - 22 * s),
            (x + 10 * s, y - 14 * s),
            fill=Paint.PAPER,
            stroke=Paint.INK,
        ),
        panel(x - 13 * s, y - 32 * s, 26 * s, 11 * s, Paint.ACCENT, Paint.INK, 3, 2),
    )


def glove(x: float, y: float) -> tuple[Shape, ...]:
    """Return a hand in a glove."""
    fingers = (
        ((x - 16, y + 2), (x - 19, y - 24)),
        ((x - 6, y), (x - 7, y - 32)),
        ((x + 5, y), (x + 6, y - 30)),
        ((x + 15, y + 4), (x + 18, y - 20)),
        ((x - 14, y + 20), (x - 31, y + 2)),
    )
    palm = panel(x - 22, y - 2, 44, 38, Paint.MIST, None, 10)
    return (
        *(line(*finger, thickness=14) for finger in fingers),
        panel(x - 23, y - 3, 46, 40, Paint.MIST, Paint.INK, 10, 2.2),
        *(line(*finger, stroke=Paint.MIST, thickness=9.6) for finger in fingers),
        palm,
        panel(x - 25, y + 30, 50, 10, Paint.ACCENT, Paint.INK, 4, 2),
    )


def tray(x: float, y: float) -> tuple[Shape, ...]:
    """Return a tray with a new syringe, a bottle and cotton."""
    return (
        panel(x - 44, y + 24, 88, 12, Paint.STEEL, Paint.INK, 5, 2),
        panel(x - 34, y - 12, 22, 36, Paint.MIST, Paint.INK, 4, 2),
        panel(x - 29, y - 24, 12, 12, Paint.ACCENT, Paint.INK, 2, 2),
        ellipse(x + 27, y + 12, 13, 12, Paint.PAPER, Paint.INK, 2),
        panel(x - 3, y - 24, 13, 30, Paint.PAPER, Paint.INK, 2, 2),
        line((x + 3.5, y + 6), (x + 3.5, y + 23), thickness=2.2),
        line((x + 3.5, y - 24), (x + 3.5, y - 34), thickness=3),
        line((x - 4, y - 34), (x + 11, y - 34), thickness=3),
    )


def cleaning(x: float, y: float) -> tuple[Shape, ...]:
    """Return cotton that wipes the skin in a circle."""
    return (
        *skin(x, y),
        ellipse(x, y + 2, 24, 13, Paint.PAPER, Paint.INK, 2.2),
        curve((x - 30, y - 12), (x, y - 32), (x + 30, y - 12), stroke=Paint.ACCENT, thickness=3),
        area((x + 22, y - 14), (x + 36, y - 17), (x + 33, y - 2), fill=Paint.ACCENT),
    )


def lying(x: float, y: float) -> tuple[Shape, ...]:
    """Return a person who lies on a couch."""
    return (
        panel(x - 46, y + 10, 92, 10, Paint.STEEL, Paint.INK, 3, 2),
        line((x - 36, y + 20), (x - 36, y + 36), thickness=3),
        line((x + 36, y + 20), (x + 36, y + 36), thickness=3),
        panel(x - 22, y - 10, 64, 18, Paint.ACCENT, Paint.INK, 9, 2.2),
        ellipse(x - 34, y - 3, 12, 12, Paint.BLUSH, Paint.INK, 2.2),
    )


def shaded(x: float, y: float) -> tuple[Shape, ...]:
    """Return a bottle, and a sun that is kept away from it."""
    sun, up = x + 24, y - 14
    rays = [
        line(
            (sun + 15 * cos(turn), up + 15 * sin(turn)),
            (sun + 21 * cos(turn), up + 21 * sin(turn)),
            thickness=2.4,
        )
        for turn in (radians(45 * at) for at in range(8))
    ]
    return (
        *vial(x - 22, y + 4, 0.95),
        ellipse(sun, up, 10, 10, Paint.AMBER, Paint.INK, 2),
        *rays,
        line((sun - 20, up + 20), (sun + 20, up - 20), stroke=Paint.PAPER, thickness=8),
        line((sun - 20, up + 20), (sun + 20, up - 20), thickness=4),
    )


def injecting(x: float, y: float) -> tuple[Shape, ...]:
    """Return a needle at the last of a few points."""
    points = [ellipse(x + at, y + 3, 3, 2.4, Paint.INK) for at in (-38, -20, 36)]
    return (*skin(x, y), *points, *slanted_needle((x + 20, y + 10), 0.82))


def waiting(x: float, y: float) -> tuple[Shape, ...]:
    """Return a clock."""
    return (
        ellipse(x, y, 35, 35, Paint.PAPER, Paint.INK, 3),
        *[
            line((x + 27 * cos(turn), y + 27 * sin(turn)), (x + 31 * cos(turn), y + 31 * sin(turn)))
            for turn in (radians(30 * at) for at in range(12))
        ],
        line((x, y - 22), (x, y), (x + 14, y + 9), stroke=Paint.ACCENT, thickness=4),
    )


def bin_for_needles(x: float, y: float) -> tuple[Shape, ...]:
    """Return a closed container with a slot, and a needle above it."""
    return (
        area(
            (x - 28, y - 2),
            (x + 28, y - 2),
            (x + 23, y + 38),
            (x - 23, y + 38),
            fill=Paint.AMBER,
            stroke=Paint.INK,
            thickness=2.4,
        ),
        panel(x - 32, y - 11, 64, 12, Paint.SAND, Paint.INK, 4, 2.2),
        line((x - 11, y - 5), (x + 11, y - 5), thickness=4),
        line((x, y - 14), (x, y - 26), thickness=2.4),
        panel(x - 6, y - 42, 12, 18, Paint.MIST, Paint.INK, 2, 2),
        *[line((x - 12, y + up), (x + 12, y + up), thickness=2.2) for up in (14, 22)],
    )


def record(x: float, y: float) -> tuple[Shape, ...]:
    """Return a sheet on which a pen writes."""
    rows = [
        line((x - 18, y + up), (x + 12, y + up), stroke=Paint.STEEL, thickness=3)
        for up in (-20, -8, 4)
    ]
    return (
        panel(x - 28, y - 36, 52, 72, Paint.PAPER, Paint.INK, 4, 2.2),
        *rows,
        line((x - 18, y + 18), (x - 4, y + 18), thickness=2.4),
        line((x - 2, y + 17), (x + 34, y - 19), thickness=9),
        line((x + 3, y + 12), (x + 34, y - 19), stroke=Paint.ACCENT, thickness=5),
    )


def skin(x: float, y: float) -> tuple[Shape, ...]:
    """Return a piece of skin with its surface a little below the point."""
    surface = [(x - 46, y + 5), (x - 16, y + 3), (x + 16, y + 3), (x + 46, y + 5)]
    low = [(x + 46, y + 36), (x - 46, y + 36)]
    return (
        curve(*surface, fill=Paint.ROSE, stroke=None, closing=low),
        curve(*surface, thickness=2.2),
    )
