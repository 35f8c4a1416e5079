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

BODY = Style(size=9.6, leading=14.0, colour=INK, after=3.0)
SMALL = replace(BODY, size=8.2, leading=11.5, colour=QUIET, after=3.0)
STRONG = replace(BODY, bold=True)
LABEL = replace(SMALL, after=0.0)
TITLE = Style(size=16.5, leading=20.0, colour=ACCENT, bold=True, after=1.0)
CHAPTER = Style(size=12.6, leading=17.0, colour=ACCENT, bold=True, before=11.0, after=4.0)
SECTION = Style(size=10.4, leading=14.0, colour=INK, bold=True, before=5.0, after=2.0)
KEY = replace(BODY, size=11.2, leading=16.0, bold=True, before=2.0, after=3.0)
DECISION = Style(size=14.0, leading=19.0, colour=INK, bold=True, after=2.0)
TYPED = replace(STRONG, size=13.0, leading=19.0)
NOTICE = replace(STRONG, colour=WARNING, after=0.0)
SIGNER = replace(STRONG, after=0.0)
CAPTION = replace(SMALL, after=9.0)
CITED = replace(SMALL, size=7.2, leading=9.5, after=7.0)
