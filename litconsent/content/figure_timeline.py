"""What is usual, when to call, and when to call the emergency number, along the weeks after."""

from collections.abc import Mapping

from litconsent.content.captions import words_in
from litconsent.content.contours import line, panel
from litconsent.content.drawing import Anchor, Caption, Drawing, Paint, Shape

LABELS = (
    "moment", "hours", "days", "weeks",
    "normal", "normal_signs", "lasting_signs", "call", "call_signs", "urgent", "urgent_signs",
)  # fmt: skip
_TIMES = ("moment", "hours", "days", "weeks")
_COLUMN = 165.0
_LEFT = 20.0
# Name, length in columns, fill, colour of the words. Alarm signs count at any time, so they
# reach over all columns; of what is usual only a bruise lasts, some days.
_BANDS = (
    ("normal", 2, Paint.MIST, Paint.INK),
    ("call", 4, Paint.AMBER, Paint.INK),
    ("urgent", 4, Paint.INK, Paint.PAPER),
)
_LASTS = 2  # from this column on, for one
_HEIGHT = 92.0
_SIGNS = 56.0  # below the top of a band


def timeline(labels: Mapping[str, str]) -> Drawing:
    """Return the drawing; time runs in the reading direction."""
    shapes: list[Shape] = []
    for place, time in enumerate(_TIMES):
        x = _LEFT + place * _COLUMN
        shapes += words_in(Caption(labels[time], x + 4, 30, 18, Paint.ACCENT, True), _COLUMN - 8)
        shapes.append(
            line((x, 52), (x, 76 + 3 * (_HEIGHT + 14)), stroke=Paint.STEEL, thickness=1.4)
        )
    shapes.append(line((_LEFT, 52), (680, 52), stroke=Paint.ACCENT, thickness=3))
    for row, (name, columns, fill, ink) in enumerate(_BANDS):
        x, y = _LEFT, 70 + row * (_HEIGHT + 14)
        width = columns * _COLUMN
        shapes.append(panel(x, y, width, _HEIGHT, fill, None, 14))
        shapes.append(Caption(labels[name], x + 18, y + 30, 20, ink, True, Anchor.LEFT))
        signs = Caption(labels[f"{name}_signs"], x + 18, y + _SIGNS, 17, ink)
        shapes += words_in(signs, width - 30)
    x, y = _LEFT + _LASTS * _COLUMN + 4, 70.0
    shapes.append(panel(x, y, _COLUMN - 4, _HEIGHT, Paint.MIST, None, 14))
    lasting = Caption(labels["lasting_signs"], x + 12, y + _SIGNS, 17, Paint.INK)
    shapes += words_in(lasting, _COLUMN - 20)
    return Drawing(700, 80 + 3 * (_HEIGHT + 14), tuple(shapes))
