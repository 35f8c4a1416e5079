"""The gates that content passes before it may be offered; each finding is a value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from litconsent.content.coverage import citations, met_claims, wanted_claims
from litconsent.content.manuscript import Manuscript
from litconsent.content.meaning import negates, numbers, tells_origin
from litconsent.content.readability import Formula, readability
from litconsent.domain.editions import Block, Edition, Kind, Layer, Use

HARDEST_GRADE = 6.0
LEAST_GULPEASE = 60.0
LEAST_GULPEASE_KEY = 80.0
_UNVERIFIED = "[BG]"  # the mark of background knowledge that nobody has checked yet


class Gate(StrEnum):
    """What is asked of the content."""

    CORE_CLAIM = "core_claim"
    CLINICIAN_CLAIM = "clinician_claim"
    CITATION = "citation"
    NUMBERS = "numbers"
    NEGATION = "negation"
    READABILITY = "readability"
    UNVERIFIED_SOURCE = "unverified_source"
    UNLABELLED = "unlabelled"


@dataclass(frozen=True, slots=True)
class Finding:
    """One gate that one block, claim or source does not pass; `language` "" for all."""

    gate: Gate
    subject: str
    detail: str = ""
    language: str = ""


def findings(script: Manuscript, editions: Mapping[str, Edition]) -> Iterator[Finding]:
    """Yield everything that does not pass."""
    yield from _claims(script)
    yield from _sources(script)
    for language, edition in editions.items():
        yield from _readability(edition)
        yield from _origins(edition)
        source = editions.get(script.source_language)
        if source and language != script.source_language:
            yield from _meaning(source, edition)


def blocks_of(edition: Edition) -> tuple[Block, ...]:
    """Return all that a patient may read or be asked: chapters, compounds, teach-back prompts."""
    chapters = tuple(block for chapter in edition.chapters for block in chapter.blocks)
    parts = tuple(part for compound in edition.compounds.values() for part in compound.parts)
    prompts = tuple(
        Block(prompt.id, prompt.blocks, Layer.MORE, Kind.TEXT, (prompt.question, prompt.listen_for))
        for prompt in edition.teach_back
    )
    return chapters + parts + prompts


def _claims(script: Manuscript) -> Iterator[Finding]:
    met = met_claims(script)
    for claim in wanted_claims(script):
        if claim not in met:
            yield Finding(Gate.CORE_CLAIM, claim)
    for block_id, _, cited in citations(script):
        if not cited:
            yield Finding(Gate.CITATION, block_id)
        for claim in cited:
            if claim in script.claims and script.claims[claim].use is Use.CLINICIAN:
                yield Finding(Gate.CLINICIAN_CLAIM, block_id, claim)


def _sources(script: Manuscript) -> Iterator[Finding]:
    for source in script.sources.values():
        if source.verified == (_UNVERIFIED in source.citation):
            yield Finding(Gate.UNVERIFIED_SOURCE, source.id)


def _origins(edition: Edition) -> Iterator[Finding]:
    """Yield what rests on an unverified source and does not say so in its words.

    A compound says it in the parts that rest on it, so it is asked once for all its parts.
    """
    texts = [
        (block.id, block.claims, "\n".join(block.text))
        for chapter in edition.chapters
        for block in chapter.blocks
    ]
    texts += [(item.id, item.claims, item.again) for item in edition.check]
    for compound in edition.compounds.values():
        cited = tuple(claim for part in compound.parts for claim in part.claims)
        words = "\n".join(line for part in compound.parts for line in part.text)
        texts.append((compound.id, cited, words))
    for subject, claims, text in texts:
        unverified = [c for c in claims if c in edition.sources and not edition.sources[c].verified]
        if unverified and tells_origin(text, edition.language) is False:
            yield Finding(Gate.UNLABELLED, subject, unverified[0], edition.language)


def _readability(edition: Edition) -> Iterator[Finding]:
    for block in blocks_of(edition):
        found = readability("\n".join(block.text), edition.language)
        if found.score is None:
            continue
        if found.formula is Formula.GULPEASE:
            least = LEAST_GULPEASE_KEY if block.kind is Kind.KEY else LEAST_GULPEASE
            hard, limit = found.score < least, least
        else:
            hard, limit = found.score > HARDEST_GRADE, HARDEST_GRADE
        if hard:
            detail = f"{found.formula} {found.score:.1f}, limit {limit:.0f}"
            yield Finding(Gate.READABILITY, block.id, detail, edition.language)


def _meaning(source: Edition, other: Edition) -> Iterator[Finding]:
    for name, strict, ours, theirs in _pairs(source, other):
        if numbers(ours) != numbers(theirs):
            detail = f"{' '.join(numbers(ours)) or '-'} / {' '.join(numbers(theirs)) or '-'}"
            yield Finding(Gate.NUMBERS, name, detail, other.language)
        mine, yours = negates(ours, source.language), negates(theirs, other.language)
        if strict and None not in (mine, yours) and mine != yours:
            yield Finding(Gate.NEGATION, name, f"{mine} / {yours}".lower(), other.language)


def _pairs(source: Edition, other: Edition) -> Iterator[tuple[str, bool, str, str]]:
    """Yield name, whether negation counts, and the two texts of everything that is said twice."""
    for ours, theirs in zip(blocks_of(source), blocks_of(other), strict=True):
        yield ours.id, ours.kind is Kind.KEY, "\n".join(ours.text), "\n".join(theirs.text)
    for mine, yours in zip(source.check, other.check, strict=True):
        yield mine.id, mine.critical, mine.question, yours.question
        yield f"{mine.id}.again", mine.critical, mine.again, yours.again
        for option, words in mine.options.items():
            yield f"{mine.id}.{option}", mine.critical, words, yours.options[option]
