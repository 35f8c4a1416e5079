"""Breaks the words of a drawing into lines that fit, in any script."""

import unicodedata
from dataclasses import replace

from litconsent.content.drawing import Caption

_NARROW = " il.,:;'’!|jt"
_WIDE = "mwMWжшщюмфыЖШЩЮМФЫ"


def words_in(caption: Caption, width: float) -> tuple[Caption, ...]:
    """Return the words of a caption on as many lines as this width needs, its y the first."""
    lines = _wrapped(caption.text, width / caption.size)
    return tuple(
        replace(caption, text=text, y=caption.y + row * caption.size * 1.25)
        for row, text in enumerate(lines)
    )


def _wrapped(text: str, ems: float) -> list[str]:
    lines: list[str] = []
    for piece in _pieces(text):
        longer = f"{lines[-1]}{piece}" if lines else piece
        if lines and _ems(longer.rstrip()) <= ems:
            lines[-1] = longer
        else:
            lines.append(piece)
    return [line.strip() for line in lines]


def _pieces(text: str) -> list[str]:
    if any(unicodedata.east_asian_width(char) == "W" for char in text):
        return list(text)
    return [f"{word} " for word in text.split()]


def _ems(text: str) -> float:
    """Return a generous estimate of the width of words, in multiples of their size."""
    return sum(
        0.0
        if unicodedata.combining(char)
        else 1.0
        if unicodedata.east_asian_width(char) == "W"
        else 0.3
        if char in _NARROW
        else 0.88
        if char in _WIDE
        else 0.65
        if "а" <= char <= "ї"
        else 0.58
        for char in text
    )
