"""The code of a paper form, drawn as vectors for a camera, with the same words below it."""

from typing import Any

import segno

from litconsent.i18n.languages import SOURCE
from litconsent.pdf.document_style import LABEL
from litconsent.pdf.figure import Drawing, Path
from litconsent.pdf.flowables import Paragraph
from litconsent.pdf.shaping import BLACK
from litconsent.pdf.tagged import Element

_MODULE = 1.35  # points: 0.48 mm, which a telephone reads off a copy of a copy
_QUIET_ZONE = 4  # modules of white around it [ISO/IEC 18004]


def form_code(parent: Element, code: str, *, alternative: str, language: str) -> list[Any]:
    """Return the code to be read by a camera, and below it by a person."""
    rows = [bytes(row) for row in segno.make_qr(code, error="m").matrix]
    side = len(rows) + 2 * _QUIET_ZONE
    size = side * _MODULE
    runs = tuple(
        ("R", float(start + _QUIET_ZONE), float(number + _QUIET_ZONE), float(length), 1.0)
        for number, row in enumerate(rows)
        for start, length in _dark(row)
    )
    drawn = Drawing(
        parent,
        [Path(runs, fill=BLACK, thickness=0.0)],
        alternative=alternative,
        width=size,
        height=size,
        viewbox=(side, side),
        language=language,
        after=0.0,
    )
    return [drawn, Paragraph(Element("P", parent), code, language=SOURCE, style=LABEL)]


def _dark(row: bytes) -> list[tuple[int, int]]:
    """Return start and length of each run of dark modules."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and place and row[place - 1]:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((place, 1))
    return runs
