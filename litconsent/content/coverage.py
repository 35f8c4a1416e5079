"""Which claims of the source reach a patient, and where each patient block comes from."""

from collections.abc import Iterator

from litconsent.content.manuscript import Manuscript
from litconsent.domain.editions import Layer, Use

# Chapters of the claim list that this software delivers; 3, 8 and 12 are not written yet.
DELIVERED = frozenset({1, 2, 4, 5, 6, 7, 9, 10, 11, 13, 14})


def wanted_claims(script: Manuscript) -> tuple[str, ...]:
    """Return the claims that every patient must meet before signing."""
    return tuple(
        claim.id
        for claim in script.claims.values()
        if claim.use is Use.CORE and script.claim_chapters[claim.id] in DELIVERED
    )


def met_claims(script: Manuscript) -> frozenset[str]:
    """Return the claims that short blocks and compound parts cite: what everybody reads."""
    return frozenset(
        claim for _, layer, claims in citations(script) if layer is Layer.SHORT for claim in claims
    )


def citations(script: Manuscript) -> Iterator[tuple[str, Layer, tuple[str, ...]]]:
    """Yield id, layer and citations of every block and every compound part."""
    for chapter in script.chapters:
        for block in chapter.blocks:
            yield block.id, block.layer, block.claims
    for compound in script.compounds:
        for part, claims in compound.parts.items():
            yield f"{compound.id}.{part}", Layer.SHORT, claims
