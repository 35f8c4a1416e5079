"""Say what a block rests on: each claim with its strength, each law, gap or finding beside it."""

import re

from litconsent.domain.editions import Block, Claim, Edition
from litconsent.i18n.labels import STRENGTH
from litconsent.i18n.text import Text, ltr
from litconsent.ui.html import facts_html, paragraphs_html

# Where a claim stands that no section of the paper says.
_NO_SECTION = ("law", "not in the paper")
_REFERENCES = re.compile(r"\[[^\]]*\]")  # of the paper
_PARTS = re.compile(rf"[^,\[]+(?:{_REFERENCES.pattern})?")


def sources_html(edition: Edition, block: Block, _: Text) -> str:
    """Return the beginning of a block and what the whole block rests on."""
    begin = block.text[0] if len(block.text) == 1 else f"{block.text[0]} …"
    return paragraphs_html([begin], tag="strong") + citations_html(edition, block, _)


def citations_html(edition: Edition, block: Block, _: Text) -> str:
    """Return what a block rests on."""
    rows = []
    for cited in block.claims:
        claim = edition.claims.get(cited)
        rows.append((cited, _place(claim, _) if claim else _citation(edition, cited, _)))
    return facts_html(rows)


def _place(claim: Claim, _: Text) -> str:
    strengths, *others = (_(STRENGTH[strength]) for strength in claim.strengths)
    for other in others:
        strengths = _("{title}. {said}", title=strengths, said=other)
    if claim.section in _NO_SECTION:
        return strengths
    places = _.list([_part(part, _) for part in _PARTS.findall(claim.section)])
    return _("{strengths}. Position paper: {places}.", strengths=strengths, places=places)


def _part(part: str, _: Text) -> str:
    """Return a part of the paper in words, out of its short form: Abs, F3, T2.5, or 4 [14]."""
    if part == "Abs":
        return _("summary")
    if part.startswith("F"):
        return _("figure {number}", number=part[1:])
    if part.startswith("T"):
        table, line = part[1:].split(".")
        return _("table {number}, line {line}", number=table, line=line)
    return _("section {number}", number=_REFERENCES.sub(lambda found: ltr(found[0]), part))


def _citation(edition: Edition, source_id: str, _: Text) -> str:
    source = edition.sources[source_id]
    citation = source.citation.replace(" [BG]", "")
    if source.verified:
        return citation
    return _("{citation}. Not verified yet.", citation=citation)
