"""Who holds authority beside the patient, by which document, and what was seen of it."""

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """Where somebody with a say stands before the talk."""

    AGREES = "agrees"
    REFUSES = "refuses"
    UNREACHABLE = "unreachable"


class OneParentReason(StrEnum):
    """Why one parent decides without the other [c.c. 316, 317, 320, 337-quater]."""

    SOLE = "sole"
    IMPEDED = "impeded"
    DELEGATED = "delegated"
    COURT = "court"
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True)
class Parents:
    """The holders of parental responsibility: where each stands, and why one may be enough.

    `justification` is the doctor's reason why an act is ordinary.
    """

    one: Stance = Stance.AGREES
    other: Stance = Stance.AGREES
    separated: bool = False
    reason: OneParentReason | None = None
    document_seen: bool = False
    justification: str = ""


class Office(StrEnum):
    """What a legal representative is."""

    GUARDIAN = "guardian"
    FOSTER_CARER = "foster_carer"
    SUPPORT_ADMINISTRATOR = "support_administrator"
    CURATOR = "curator"
    TRUSTEE = "trustee"
    ATTORNEY = "attorney"


class HealthPower(StrEnum):
    """What the decree or deed says about health; silence gives no power [Const. Court 144/2019]."""

    SILENT = "silent"
    ASSISTS = "assists"
    REPRESENTS = "represents"


@dataclass(frozen=True, slots=True)
class Representative:
    """Somebody who holds authority by a document, and what was seen of it.

    `accepted` and `against_directives` are about advance directives only.
    """

    office: Office
    power: HealthPower = HealthPower.SILENT
    document_seen: bool = False
    reference: str = ""
    stance: Stance = Stance.AGREES
    accepted: bool = False
    against_directives: bool = False


class Scope(StrEnum):
    """How far a patient's designation of somebody goes [L.219/2017 art.1 c.3]."""

    NOBODY = "nobody"
    INFORMATION = "information"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Delegation:
    """What the patient does not want to hear or decide, and whom they named for it."""

    scope: Scope
    written: bool = False
    made_alone: bool = False
    free: bool = False
    delegate_adult: bool = True
    delegate_available: bool = True
    revoked: bool = False
