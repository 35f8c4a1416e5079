"""The gates that content passes before it may be offered; each finding is a value."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from litconsent.content.coverage import citations, met_claims, wanted_claims
from litconsent.content.finding import Finding, Gate
from litconsent.content.manuscript import Manuscript
from litconsent.content.meaning import found_in
from litconsent.content.readability import Formula, readability
from litconsent.content.translation_gates import blocks_of, translation_findings
from litconsent.domain.editions import Block, Circumstance, Edition, Kind, Use
from litconsent.domain.glossary import terms_in, texts_for_patients

HARDEST_GRADE = 6.0
LEAST_GULPEASE = 60.0
LEAST_GULPEASE_KEY = 80.0
_UNVERIFIED = "[BG]"  # the mark of background knowledge that nobody has checked yet


_REACHED = {
    Use.CORE: Gate.CORE_CLAIM,
    Use.OPTIONAL: Gate.OPTIONAL_CLAIM,
    Use.CONDITIONAL: Gate.CONDITIONAL_CLAIM,
    Use.CLINICIAN: Gate.NOTE_CLAIM,
}


def findings(script: Manuscript, editions: Mapping[str, Edition]) -> Iterator[Finding]:
    """Yield everything that does not pass."""
    yield from _claims(script)
    yield from _sources(script)
    for language, edition in editions.items():
        yield from _circumstances(edition)
        yield from _readability(edition)
        yield from _origins(script, edition)
        yield from _glossary(edition)
        source = editions.get(script.source_language)
        if source and language != script.source_language:
            yield from translation_findings(script, source, edition)


def _claims(script: Manuscript) -> Iterator[Finding]:
    for use, gate in _REACHED.items():
        met = met_claims(script, use)
        yield from (Finding(gate, id) for id in wanted_claims(script, use) if id not in met)
    for note in script.notes:
        if not note.claims:
            yield Finding(Gate.CITATION, note.id)
    for cited in citations(script):
        if not cited.claims:
            yield Finding(Gate.CITATION, cited.block)
        uses = {id: script.claims[id].use for id in cited.claims if id in script.claims}
        for claim, use in uses.items():
            if use is Use.CLINICIAN:
                yield Finding(Gate.CLINICIAN_CLAIM, cited.block, claim)
            if use is Use.CONDITIONAL and not cited.on_offer:
                yield Finding(Gate.OFFERED, cited.block, claim)


def _circumstances(edition: Edition) -> Iterator[Finding]:
    """Yield each circumstance about which nothing is said before "read more"."""
    short = (block for chapter in edition.chapters for block in chapter.short)
    told = {one for block in short for one in block.offered}
    for one in Circumstance:
        if one not in told:
            yield Finding(Gate.CIRCUMSTANCE, one, language=edition.language)


def _sources(script: Manuscript) -> Iterator[Finding]:
    for source in script.sources.values():
        if source.verified == (_UNVERIFIED in source.citation):
            yield Finding(Gate.UNVERIFIED_SOURCE, source.id)


def _origins(script: Manuscript, edition: Edition) -> Iterator[Finding]:
    """Yield what rests on an unverified source and does not say so in its words.

    A list need not say it among its points: a block right below it may, named after it.
    """
    texts = [
        (block.id, block.claims, "\n".join((*block.text, *_note_of(block, below))))
        for block, below in pairwise((*blocks_of(edition), None))
        if block
    ]
    texts += [(item.id, item.claims, item.again) for item in edition.check]
    said = script.languages[edition.language].origin
    for subject, claims, text in texts:
        unverified = [c for c in claims if c in edition.sources and not edition.sources[c].verified]
        if unverified and found_in(text, said) is False:
            yield Finding(Gate.UNLABELLED, subject, unverified[0], edition.language)


def _note_of(block: Block, below: Block | None) -> tuple[str, ...]:
    """Return the words of a note that everybody reads who reads the block."""
    if below is None or below.id != f"{block.id}-note":
        return ()
    read_together = (below.layer, below.offered) == (block.layer, block.offered)
    return below.text if read_together else ()


def _glossary(edition: Edition) -> Iterator[Finding]:
    """Yield each term that a patient reads and nobody explains: its screen has no meaning for it.

    The screen of a chapter explains the terms in it; a check item has no such place, so its terms
    must stand in a chapter that comes before.
    """
    used = [(name, terms_in(edition, text)) for name, text in texts_for_patients(edition)]
    items = {item.id for item in edition.check}
    told = {term for name, terms in used if name not in items for term in terms}
    for name, terms in used:
        for term in terms:
            if not term.meaning or term not in told:
                yield Finding(Gate.GLOSSARY, name, term.word, edition.language)


def _readability(edition: Edition) -> Iterator[Finding]:
    texts = [(b.id, b.kind is Kind.KEY, "\n".join(b.text)) for b in blocks_of(edition)]
    texts += [(f"glossary.{key}", False, t.meaning) for key, t in edition.glossary.items()]
    texts += [
        (key, False, words) for group in edition.health for key, words in group.questions.items()
    ]
    for subject, key_message, text in texts:
        found = readability(text, edition.language)
        if found.score is None:
            continue
        if found.formula is Formula.GULPEASE:
            least = LEAST_GULPEASE_KEY if key_message else LEAST_GULPEASE
            hard, limit = found.score < least, least
        else:
            hard, limit = found.score > HARDEST_GRADE, HARDEST_GRADE
        if hard:
            detail = f"{found.formula} {found.score:.1f}, limit {limit:.0f}"
            yield Finding(Gate.READABILITY, subject, detail, edition.language)
