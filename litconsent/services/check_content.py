"""Checks the content as a whole: its files, its gates, and whether our fonts can print it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from litconsent.content.finding import Finding, Gate
from litconsent.content.library import PROCEDURE, Library
from litconsent.content.report import JURISDICTION, ContentReport, report_on
from litconsent.domain.editions import Edition
from litconsent.domain.passages import translatable
from litconsent.pdf.fonts import missing_characters


def check_content(
    root: Path, procedure: str = PROCEDURE, jurisdiction: str = JURISDICTION
) -> ContentReport:
    """Return how the content under this folder stands now, where this jurisdiction holds."""
    report, library = report_on(root, procedure, jurisdiction), Library(root)
    missing = (
        finding
        for code in library.languages(procedure)
        for finding in _unprintable(library.edition(code, procedure))
    )
    return replace(report, findings=(*report.findings, *missing))


def _unprintable(edition: Edition) -> Iterator[Finding]:
    """Yield each passage with a character that stands in none of our fonts."""
    for passage in translatable(edition):
        for char in missing_characters("\n".join(passage.words), edition.language)[:1]:
            detail = f"{char} (U+{ord(char):04X})"
            yield Finding(Gate.GLYPH, passage.id, detail, edition.language)
