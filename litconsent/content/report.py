"""What a check of the content found, as one value that a table or JSON is made from."""

from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from litconsent.content.coverage import citations, met_claims, wanted_claims
from litconsent.content.demands_file import read_demands, require
from litconsent.content.faults import ContentInvalid, ContentProblem
from litconsent.content.finding import Finding, Gate
from litconsent.content.gates import findings
from litconsent.content.library import PROCEDURE, Library
from litconsent.content.manuscript import Manuscript
from litconsent.content.readability import Formula, readability
from litconsent.content.translation_gates import blocks_of
from litconsent.domain.editions import Edition

JURISDICTION = "it"
DECISION_AID = "ipdas"  # the standard of decision aids holds everywhere


@dataclass(frozen=True, slots=True)
class LanguageReport:
    """How one language stands; readability is None where no formula is validated.

    `conditional` counts the blocks that not every patient reads, beside compounds.
    """

    language: str
    state: str
    blocks: int
    conditional: int
    compounds: int
    items: int
    hash: str
    formula: str | None
    hardest: float | None
    median: float | None


@dataclass(frozen=True, slots=True)
class DemandReport:
    """What one jurisdiction demands of a form; nothing of an active one may be unmet."""

    code: str
    name: str
    mandatory: int
    unmet: tuple[str, ...]
    active: bool


@dataclass(frozen=True, slots=True)
class ContentReport:
    """How the whole content stands."""

    claims_wanted: int
    claims_met: int
    languages: tuple[LanguageReport, ...]
    problems: tuple[ContentProblem, ...]
    findings: tuple[Finding, ...]
    demands: tuple[DemandReport, ...]

    @property
    def passed(self) -> bool:
        """Tell whether every file is whole and every gate is passed."""
        return not self.problems and not self.findings and bool(self.languages)

    def to_data(self) -> dict[str, Any]:
        """Return the report as plain values."""
        return {"passed": self.passed, **asdict(self)}


def report_on(
    root: Path, procedure: str = PROCEDURE, jurisdiction: str = JURISDICTION
) -> ContentReport:
    """Return how the content under this folder stands now, where this jurisdiction holds."""
    library = Library(root)
    problems, script = library.problems(procedure), library.manuscript(procedure)
    if script is None:
        return ContentReport(0, 0, (), problems, (), ())
    editions = {code: library.edition(code, procedure) for code in library.languages(procedure)}
    wanted = wanted_claims(script)
    try:
        demands = _demands(root, script, jurisdiction)
    except ContentInvalid as error:
        demands, problems = (), (*problems, *error.problems)
    return ContentReport(
        claims_wanted=len(wanted),
        claims_met=len(met_claims(script).intersection(wanted)),
        languages=tuple(_language(edition) for edition in editions.values()),
        problems=problems,
        findings=(
            *findings(script, editions),
            *(
                Finding(Gate.ELEMENT, element, demand.name)
                for demand in demands
                if demand.active
                for element in demand.unmet
            ),
            *(
                Finding(Gate.STALE, passage, language=code)
                for code in editions
                for passage in library.stale(code, procedure)
            ),
        ),
        demands=demands,
    )


def _demands(root: Path, script: Manuscript, jurisdiction: str) -> tuple[DemandReport, ...]:
    # A form of every patient cannot rest on what is read only in some circumstances.
    readable = {cited.block for cited in citations(script) if not cited.in_circumstances}
    found = read_demands(root, script.procedure, readable)
    require(found, jurisdiction)
    return tuple(
        DemandReport(
            code=code,
            name=pack.names.get(script.source_language, code),
            mandatory=len(found.mandatory(code)),
            unmet=tuple(element.id for element in found.unmet(code)),
            active=code in (jurisdiction, DECISION_AID),
        )
        for code, pack in found.jurisdictions.items()
    )


def _language(edition: Edition) -> LanguageReport:
    blocks = blocks_of(edition)
    measured = [readability("\n".join(block.text), edition.language) for block in blocks]
    scores = [found.score for found in measured if found.score is not None]
    formula = next((found.formula for found in measured), None)
    worst = max if formula is Formula.FLESCH_KINCAID else min
    return LanguageReport(
        language=edition.language,
        state=edition.state,
        blocks=len(blocks),
        conditional=sum(bool(block.offered) for block in blocks),
        compounds=len(edition.compounds),
        items=len(edition.check),
        hash=edition.hash,
        formula=formula,
        hardest=round(worst(scores), 1) if scores else None,
        median=round(median(scores), 1) if scores else None,
    )
