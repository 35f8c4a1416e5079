"""`check`: says whether the content may be offered, as a table or as JSON."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from litconsent.cli.cures import cure_of, demand_of
from litconsent.content.report import (
    JURISDICTION,
    ContentReport,
    DemandReport,
    LanguageReport,
)
from litconsent.services.check_content import check_content

_HEADINGS = (
    *("language", "state", "blocks", "not for all", "compounds", "items"),
    "readability (hardest, median)",
)
_WIDTHS = (10, 10, 8, 13, 11, 7, 0)


def check(root: Path, as_json: bool, out: TextIO, jurisdiction: str = JURISDICTION) -> int:
    """Write how the content under this folder stands, and return 0 if it passes, else 1."""
    report = check_content(root, jurisdiction=jurisdiction)
    if as_json:
        out.write(json.dumps(report.to_data(), ensure_ascii=False, indent=2) + "\n")
    else:
        out.writelines(f"{line}\n" for line in _lines(report, root))
    return 0 if report.passed else 1


def _lines(report: ContentReport, root: Path) -> Iterator[str]:
    yield f"Content in {root}"
    yield f"Core claims that everybody reads: {report.claims_met} of {report.claims_wanted}"
    yield ""
    yield _row(*_HEADINGS)
    yield from (_language(language) for language in report.languages)
    yield ""
    yield from (_demand(demand) for demand in report.demands)
    yield ""
    for problem in report.problems:
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        yield f"FAIL {place}: {cure_of(problem)}"
    for finding in report.findings:
        language = f"{finding.language} " if finding.language else ""
        yield f"FAIL {language}{finding.subject}: {demand_of(finding)}"
    count = len(report.problems) + len(report.findings)
    yield "Everything passes." if report.passed else f"{count} to mend."


def _language(language: LanguageReport) -> str:
    score = (
        f"{language.hardest}, {language.median} ({language.formula})"
        if language.formula
        else "no validated formula"
    )
    return _row(
        language.language,
        language.state,
        str(language.blocks),
        str(language.conditional),
        str(language.compounds),
        str(language.items),
        score,
    )


def _demand(demand: DemandReport) -> str:
    carried = demand.mandatory - len(demand.unmet)
    lacks = f"; lacks {', '.join(demand.unmet)}" if demand.unmet else ""
    active = "must hold" if demand.active else "for information"
    words = f"{carried} of {demand.mandatory} mandatory elements{lacks}"
    return f"{demand.name}: {words} ({active})"


def _row(*cells: str) -> str:
    return "".join(cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()
