"""Say what a block rests on: each claim with its strength, each law, gap or finding beside it."""

from litconsent.domain.editions import Block, Claim, Edition
from litconsent.i18n.labels import STRENGTH
from litconsent.i18n.text import Text
from litconsent.ui.html import facts_html, paragraphs_html

# Where a claim stands that no section of the paper says.
_NO_SECTION = ("law", "not in the paper")


def sources_html(edition: Edition, block: Block, _: Text) -> str:
    """Return the first line of a block and what the block rests on."""
    return paragraphs_html([block.text[0]], tag="strong") + citations_html(edition, block, _)


def citations_html(edition: Edition, block: Block, _: Text) -> str:
    """Return what a block rests on."""
    rows = []
    for cited in block.claims:
        claim = edition.claims.get(cited)
        rows.append((cited, _place(claim, _) if claim else _citation(edition, cited, _)))
    return facts_html(rows)


def _place(claim: Claim, _: Text) -> str:
    strengths = _.list([_(STRENGTH[strength]) for strength in claim.strengths])
    if claim.section in _NO_SECTION:
        return strengths
    return _(
        "{strengths}. Position paper, section {section}.",
        strengths=strengths,
        section=claim.section,
    )


def _citation(edition: Edition, source_id: str, _: Text) -> str:
    source = edition.sources[source_id]
    citation = source.citation.replace(" [BG]", "")
    if source.verified:
        return citation
    return _("{citation}. Not verified yet.", citation=citation)
