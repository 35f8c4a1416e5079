"""Checks the content as a whole: its files, its gates, and whether our fonts can print it."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from litconsent.content.finding import Finding, Gate
from litconsent.content.library import PROCEDURE, Library, fingerprint
from litconsent.content.report import JURISDICTION, ContentReport, report_on
from litconsent.domain.editions import Edition
from litconsent.domain.passages import translatable
from litconsent.pdf.fonts import missing_characters

# By the bytes of the files: the lead taps through a page that rests on this, which takes seconds.
_KEPT: dict[tuple[str, Path, str, str], ContentReport] = {}
_MOST_KEPT = 4
_LOCK = threading.Lock()


def check_content(
    root: Path, procedure: str = PROCEDURE, jurisdiction: str = JURISDICTION
) -> ContentReport:
    """Return how the content under this folder stands now, where this jurisdiction holds."""
    before = _bytes_of(root)
    asked = (before, root, procedure, jurisdiction)
    if found := _KEPT.get(asked):
        return found
    report = _checked(root, procedure, jurisdiction)
    # Of files that somebody writes meanwhile, half may have been read before and half after.
    if before and _bytes_of(root) == before:
        with _LOCK:
            while len(_KEPT) >= _MOST_KEPT:
                del _KEPT[next(iter(_KEPT))]
            _KEPT[asked] = report
    return report


def _bytes_of(root: Path) -> str:
    """Return the hash of the files, or nothing where one cannot be read: the report says which."""
    try:
        return fingerprint(root)
    except OSError:
        return ""


def _checked(root: Path, procedure: str, jurisdiction: str) -> ContentReport:
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
