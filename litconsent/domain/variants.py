"""Places to sign, in their order: who signs, meaning what, in which manner, for which decision."""

from dataclasses import dataclass
from enum import StrEnum

from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role


class Meaning(StrEnum):
    """What a signature says. Only `DECIDES` ever carries a decision."""

    DECIDES = "decides"
    ASSENTS = "assents"
    DESIGNATES = "designates"
    RECEIVES = "receives"
    TOOK_PART = "took_part"
    INTERPRETS = "interprets"
    WITNESSES = "witnesses"
    CONFIRMS = "confirms"


class Manner(StrEnum):
    """How a person gives what stands at a place to sign [L.219/2017 art.1 c.4]."""

    SIGNS = "signs"
    EXPRESSES = "expresses"
    USES_DEVICE = "uses_device"


@dataclass(frozen=True, slots=True)
class Signer:
    """One place to sign: by whom, meaning what, and for which decisions it is needed.

    `also` holds the other places of the same person, who signs once for all of them.
    """

    role: Role
    meaning: Meaning
    required_for: frozenset[Decision]
    offered_for: frozenset[Decision]
    manner: Manner = Manner.SIGNS
    also: tuple["Signer", ...] = ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """Return every role of this person, the one that names the place first."""
        return (self.role, *(other.role for other in self.also))

    @property
    def decides(self) -> bool:
        """Tell whether this person's word is part of the decision itself."""
        return any(place.meaning is Meaning.DECIDES for place in (self, *self.also))


@dataclass(frozen=True, slots=True)
class Variant:
    """The rules of one situation; signers stand in the order in which they sign."""

    id: str
    signers: tuple[Signer, ...]
    sources: tuple[str, ...]

    def signers_for(self, decision: Decision) -> tuple[Signer, ...]:
        """Return the places to sign for a decision, in order."""
        return tuple(signer for signer in self.signers if decision in signer.offered_for)

    @property
    def deciding(self) -> frozenset[Role]:
        """Return the roles whose signature carries the decision."""
        places = (place for signer in self.signers for place in (signer, *signer.also))
        return frozenset(place.role for place in places if place.meaning is Meaning.DECIDES)
