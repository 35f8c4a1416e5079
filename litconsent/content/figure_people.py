"""Who may be with the patient, who decides in each of the three pictures."""

from collections.abc import Mapping

from litconsent.content.captions import words_in
from litconsent.content.contours import area, curve, ellipse, line, panel
from litconsent.content.drawing import Anchor, Caption, Drawing, Paint, Shape

LABELS = ("alone", "family", "interpreter", "decision")
_WIDTH, _GAP = 218.0, 18.0
_FLOOR = 222.0


def who_with_me(labels: Mapping[str, str]) -> Drawing:
    """Return the drawing; in each picture the same person holds the sheet."""
    shapes: list[Shape] = []
    for place, name in enumerate(("alone", "family", "interpreter")):
        left = 5 + place * (_WIDTH + _GAP)
        middle = left + _WIDTH / 2
        shapes.append(panel(left, 10, _WIDTH, _FLOOR - 10, Paint.PAPER, Paint.STEEL, 12, 1.6))
        if name == "alone":
            shapes += _patient(middle)
        else:
            shapes += person(middle + 48, _FLOOR, 0.9, Paint.STRAW)
            shapes += _patient(middle - 44)
        if name == "interpreter":
            shapes += _speech(middle - 44, 34, Paint.MIST)
            shapes += _speech(middle + 48, 42, Paint.SAND)
        words = Caption(labels[name], middle, _FLOOR + 26, 18, anchor=Anchor.CENTRE)
        shapes += words_in(words, _WIDTH)
    shapes.append(panel(5, 282, 690, 46, Paint.ACCENT, None, 12))
    decision = Caption(labels["decision"], 350, 312, 20, Paint.PAPER, True, Anchor.CENTRE)
    return Drawing(700, 334, (*shapes, decision))


def person(x: float, floor: float, scale: float, fill: Paint) -> tuple[Shape, ...]:
    """Return head and shoulders of a person who stands behind this floor."""

    def at(across: float, up: float) -> tuple[float, float]:
        return x + across * scale, floor - up * scale

    shoulders = [at(-52, 0), at(-50, 52), at(-34, 78), at(0, 86), at(34, 78), at(50, 52), at(52, 0)]
    neck, head = at(0, 90), at(0, 124)
    return (
        curve(*shoulders, fill=fill, thickness=2.4, closing=[shoulders[0]]),
        ellipse(*neck, 12 * scale, 14 * scale, Paint.BLUSH, Paint.INK, 2.2),
        ellipse(*head, 26 * scale, 31 * scale, Paint.BLUSH, Paint.INK, 2.4),
    )


def _patient(x: float) -> tuple[Shape, ...]:
    """Return the patient, who alone holds the sheet of the decision."""
    return (
        *person(x, _FLOOR, 1.0, Paint.ACCENT),
        panel(x - 24, _FLOOR - 62, 48, 56, Paint.PAPER, Paint.INK, 4, 2.2),
        line((x - 14, _FLOOR - 48), (x + 14, _FLOOR - 48), stroke=Paint.STEEL, thickness=3),
        line((x - 14, _FLOOR - 38), (x + 14, _FLOOR - 38), stroke=Paint.STEEL, thickness=3),
        line((x - 11, _FLOOR - 22), (x - 3, _FLOOR - 14), (x + 12, _FLOOR - 30), thickness=3.4),
    )


def _speech(x: float, y: float, fill: Paint) -> tuple[Shape, ...]:
    """Return a speech bubble whose tip points down; its fill stands for a language."""
    tip = area((x - 7, y + 8), (x + 7, y + 8), (x, y + 21), fill=fill, stroke=Paint.INK)
    bars = [line((x - 14, y + up), (x + 14, y + up)) for up in (-6, 2)]
    return (tip, panel(x - 26, y - 16, 52, 27, fill, Paint.INK, 9), *bars)
