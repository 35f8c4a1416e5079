"""What a doctor states about one patient, from which the rules say who decides. No judgement here.

Every default is the plainest case: a capable adult who reads, signs and decides alone.
"""

from dataclasses import dataclass
from enum import StrEnum

from litconsent.domain.authority import Delegation, Parents, Representative
from litconsent.domain.people import Role


class Capacity(StrEnum):
    """Whether the patient can decide today; it is presumed until somebody doubts it."""

    CAPABLE = "capable"
    DOUBTED = "doubted"
    INCAPABLE = "incapable"
    TEMPORARILY_INCAPABLE = "temporarily_incapable"


@dataclass(frozen=True, slots=True)
class Hearing:
    """How the person was heard whom others decide for; `why_not` says why it was not possible."""

    heard: bool = False
    why_not: str = ""
    dissents: bool = False
    dissent_addressed: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """Whether the patient, asked alone, wants family to take part, and what the family did."""

    wished: bool = False
    asked_alone: bool = False
    present: bool = False
    answered_for_patient: bool = False


class InterpreterKind(StrEnum):
    """Who interprets."""

    PROFESSIONAL = "professional"
    MEDIATOR = "mediator"
    RELATIVE = "relative"


class Mode(StrEnum):
    """How an interpreter takes part."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A person who interprets; the last three are asked for a relative only."""

    kind: InterpreterKind
    adult: bool = True
    mode: Mode = Mode.IN_PERSON
    patient_asked: bool = False
    professional_declined: bool = False
    doctors_reason: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """A person who saw and heard the decision being given."""

    staff: bool = False
    family: bool = False
    adult: bool = True

    @property
    def independent(self) -> bool:
        """Tell whether the witness belongs neither to the clinic nor to the family."""
        return not self.staff and not self.family


@dataclass(frozen=True, slots=True)
class Device:
    """A means of communication of a person with a disability, and who helps with it."""

    partner: bool = False
    partner_answered: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the rules need to know; `age` in whole years on the day.

    `cannot_sign` and `cannot_read` name whoever cannot among those with a say. `shared_language`
    says whether the doctor and those who decide understand each other without help. `same_person`
    lists roles that one and the same person has.
    """

    age: int
    capacity: Capacity = Capacity.CAPABLE
    competent: bool = False
    parents: Parents | None = None
    representative: Representative | None = None
    hearing: Hearing = Hearing()
    family: Family = Family()
    shared_language: bool = True
    interpreter: Interpreter | None = None
    cannot_sign: frozenset[Role] = frozenset()
    cannot_read: frozenset[Role] = frozenset()
    witnesses: tuple[Witness, ...] = ()
    video: bool = False
    device: Device | None = None
    delegation: Delegation | None = None
    same_person: tuple[frozenset[Role], ...] = ()
    adults_only: bool = True
    off_label: bool = False
    sessions: int = 1
