"""The document's few sizes and colours, on a baseline of 3.5 points."""

from dataclasses import replace

from litconsent.pdf.flowables import Style

INK = (0.11, 0.17, 0.16)
QUIET = (0.32, 0.38, 0.37)
ACCENT = (0.04, 0.33, 0.39)
WARNING = (0.55, 0.22, 0.05)
PAPER_TINT = (0.945, 0.962, 0.962)
WARNING_TINT = (0.995, 0.955, 0.905)
HAIRLINE = (0.72, 0.77, 0.77)

GRID = 3.5  # points: every line and every space is a multiple of it
BOX_PADDING = 2 * GRID

BODY = Style(size=9.6, leading=4 * GRID, colour=INK, after=GRID)
SMALL = replace(BODY, size=8.2, leading=3 * GRID, colour=QUIET)
STRONG = replace(BODY, bold=True)
LABEL = replace(SMALL, after=0.0)
TITLE = Style(size=16.5, leading=6 * GRID, colour=ACCENT, bold=True, after=0.0)
CHAPTER = Style(size=12.6, leading=5 * GRID, colour=ACCENT, bold=True, before=3 * GRID, after=GRID)
SECTION = Style(size=10.4, leading=4 * GRID, colour=INK, bold=True, before=2 * GRID, after=GRID)
KEY = replace(BODY, size=11.2, leading=5 * GRID, bold=True)
DECISION = Style(size=14.0, leading=5 * GRID, colour=INK, bold=True, after=GRID)
TYPED = replace(STRONG, size=13.0, leading=5 * GRID)
NOTICE = replace(STRONG, colour=WARNING, after=0.0)
SIGNER = replace(STRONG, after=0.0)
CAPTION = replace(SMALL, after=3 * GRID)
CITED = replace(SMALL, size=7.2, after=2 * GRID)
