"""A syringe in a house under a clear bar, and the same syringe in a doctor's room."""

from collections.abc import Mapping

from litconsent.content.captions import words_in
from litconsent.content.contours import area, ellipse, line, panel
from litconsent.content.drawing import Anchor, Caption, Drawing, Paint, Point, Shape

LABELS = ("home", "never", "clinic")
_HOME, _CLINIC = 190.0, 520.0
_GROUND = 282.0


def never_at_home(labels: Mapping[str, str]) -> Drawing:
    """Return the drawing: crossed at home, plain at the doctor's."""
    return Drawing(
        700,
        360,
        (
            line((24, _GROUND), (676, _GROUND), thickness=2.4),
            *_house(_HOME),
            *_syringe((_HOME - 1, 193), 0.84),
            *_barred(_HOME, 192, 82),
            *_practice(_CLINIC),
            *_syringe((_CLINIC, 216), 0.9),
            *_below(labels["never"], _HOME, 316, True),
            *_below(labels["home"], _HOME, 342, False),
            *_below(labels["clinic"], _CLINIC, 316, True),
        ),
    )


def _below(text: str, x: float, y: float, bold: bool) -> tuple[Shape, ...]:
    caption = Caption(text, x, y, 20 if bold else 18, Paint.INK, bold, Anchor.CENTRE)
    return words_in(caption, 300)


def _house(x: float) -> tuple[Shape, ...]:
    return (
        area(
            (x + 58, 100),
            (x + 58, 40),
            (x + 82, 40),
            (x + 82, 118),
            fill=Paint.STRAW,
            stroke=Paint.INK,
            thickness=2.6,
        ),
        area(
            (x - 112, _GROUND),
            (x - 112, 128),
            (x, 42),
            (x + 112, 128),
            (x + 112, _GROUND),
            fill=Paint.SAND,
            stroke=Paint.INK,
            thickness=2.6,
        ),
        line((x - 136, 146), (x, 42), (x + 136, 146), thickness=7),
    )


def _practice(x: float) -> tuple[Shape, ...]:
    return (
        panel(x - 118, 92, 236, _GROUND - 92, Paint.MIST, Paint.INK, 6, 2.6),
        panel(x - 130, 76, 260, 22, Paint.ACCENT, Paint.INK, 6, 2.6),
        ellipse(x, 132, 27, 27, Paint.PAPER, Paint.ACCENT, 2.4),
        line((x - 14, 132), (x + 14, 132), stroke=Paint.ACCENT, thickness=8),
        line((x, 118), (x, 146), stroke=Paint.ACCENT, thickness=8),
    )


def _syringe(centre: Point, scale: float) -> tuple[Shape, ...]:
    def at(x: float, y: float) -> Point:
        # Seen lying: needle to the lower left, plunger to the upper right.
        turned = (x * 0.866 + y * 0.5, -x * 0.5 + y * 0.866)
        return centre[0] + turned[0] * scale, centre[1] + turned[1] * scale

    return (
        line(at(-92, 0), at(-44, 0), thickness=2.6),
        area(
            at(-52, -5),
            at(-38, -9),
            at(-38, 9),
            at(-52, 5),
            fill=Paint.ACCENT,
            stroke=Paint.INK,
            thickness=1.6,
        ),
        line(at(44, 0), at(84, 0), thickness=5),
        line(at(84, -16), at(84, 16), thickness=6),
        area(
            at(-38, -17),
            at(46, -17),
            at(46, 17),
            at(-38, 17),
            fill=Paint.PAPER,
            stroke=Paint.INK,
            thickness=2.4,
        ),
        area(at(-36, -14), at(10, -14), at(10, 14), at(-36, 14), fill=Paint.MIST),
        line(at(10, -15), at(10, 15), thickness=5),
        *[line(at(x, -16), at(x, -7), thickness=1.6) for x in (-24, -12, 0, 24, 34)],
    )


def _barred(x: float, y: float, radius: float) -> tuple[Shape, ...]:
    reach = radius * 0.7071
    start, end = (x - reach, y - reach), (x + reach, y + reach)
    return (
        ellipse(x, y, radius, radius, None, Paint.PAPER, 17),
        line(start, end, stroke=Paint.PAPER, thickness=17),
        ellipse(x, y, radius, radius, None, Paint.INK, 10),
        line(start, end, thickness=10),
    )
