"""Who must be heard and who signs, as data: V01 an adult alone, V02 an adult with family."""

from dataclasses import dataclass
from enum import StrEnum

from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role


class Meaning(StrEnum):
    """What a signature says."""

    DECIDES = "decides"
    TOOK_PART = "took_part"
    CONFIRMS = "confirms"


@dataclass(frozen=True, slots=True)
class Signer:
    """One place to sign: by whom, meaning what, and for which decisions it is needed."""

    role: Role
    meaning: Meaning
    required_for: frozenset[Decision]
    offered_for: frozenset[Decision]


@dataclass(frozen=True, slots=True)
class Variant:
    """The rules of one situation; signers stand in the order in which they sign."""

    id: str
    signers: tuple[Signer, ...]
    sources: tuple[str, ...]

    def signers_for(self, decision: Decision) -> tuple[Signer, ...]:
        """Return the places to sign for a decision, in order."""
        return tuple(signer for signer in self.signers if decision in signer.offered_for)


_ALL = frozenset(Decision)
_NONE: frozenset[Decision] = frozenset()

# A refusal is valid without the patient's signature, and nobody signs to wait [V16, V18].
_PATIENT = Signer(
    Role.PATIENT,
    Meaning.DECIDES,
    frozenset({Decision.CONSENT}),
    frozenset({Decision.CONSENT, Decision.REFUSAL}),
)
# A family signature acknowledges having taken part; it never consents [V02, L.219/2017 art.1 c.2].
_FAMILY = Signer(
    Role.FAMILY, Meaning.TOOK_PART, _NONE, frozenset({Decision.CONSENT, Decision.REFUSAL})
)
_CLINICIAN = Signer(Role.CLINICIAN, Meaning.CONFIRMS, _ALL, _ALL)

ADULT_ALONE = Variant("V01", (_PATIENT, _CLINICIAN), ("L01", "L03"))
ADULT_WITH_FAMILY = Variant("V02", (_PATIENT, _FAMILY, _CLINICIAN), ("L01", "L02", "L03"))
VARIANTS = {variant.id: variant for variant in (ADULT_ALONE, ADULT_WITH_FAMILY)}
