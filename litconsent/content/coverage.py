"""Which claims of the source reach a patient or a doctor, and where each block comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

from litconsent.content.manuscript import Manuscript
from litconsent.domain.editions import Circumstance, Layer, Use

_CIRCUMSTANCES = frozenset(Circumstance)


@dataclass(frozen=True, slots=True)
class Citation:
    """What one block that a patient may read cites; with `offered`, not every patient reads it."""

    block: str
    layer: Layer
    offered: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def on_offer(self) -> bool:
        """Tell whether what a clinic offers brings it to a patient, not only who the patient is."""
        return any(one not in _CIRCUMSTANCES for one in self.offered)

    @property
    def in_circumstances(self) -> bool:
        """Tell whether nothing but who the patient is brings it to a patient."""
        return bool(self.offered) and not self.on_offer


def wanted_claims(script: Manuscript, use: Use = Use.CORE) -> tuple[str, ...]:
    """Return the claims of one use; the core ones are those that every patient must meet."""
    return tuple(claim.id for claim in script.claims.values() if claim.use is use)


def met_claims(script: Manuscript, use: Use = Use.CORE) -> frozenset[str]:
    """Return the claims that are cited where claims of this use belong."""
    if use is Use.CLINICIAN:
        return frozenset(claim for note in script.notes for claim in note.claims)
    return frozenset(
        claim for cited in citations(script) if _belongs(cited, use) for claim in cited.claims
    )


def _belongs(cited: Citation, use: Use) -> bool:
    if use is Use.CONDITIONAL:
        return cited.on_offer
    return use is Use.OPTIONAL or (cited.layer is Layer.SHORT and not cited.offered)


def citations(script: Manuscript) -> Iterator[Citation]:
    """Yield what every block and every compound part cites."""
    for chapter in script.chapters:
        for block in chapter.blocks:
            yield Citation(block.id, block.layer, block.offered, block.claims)
    for compound in script.compounds:
        for part, claims in compound.parts.items():
            yield Citation(f"{compound.id}.{part}", Layer.SHORT, (compound.id,), claims)
