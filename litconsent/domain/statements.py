"""What a doctor states about who decides: who speaks, by which paper, who helps, who was heard.

It is kept as it was stated; the rules turn it into a situation each time anew.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from litconsent.domain.authority import HealthPower, OneParentReason, Scope, Stance
from litconsent.domain.people import FamilyMember, Role
from litconsent.domain.situations import Capacity, InterpreterKind, Mode
from litconsent.domain.words import clean_text

NOTE_LIMIT = 600


class Speaker(StrEnum):
    """Who decides beside or in place of the patient, as the doctor states it."""

    PATIENT = "patient"
    BOTH_PARENTS = "both_parents"
    ONE_PARENT = "one_parent"
    GUARDIAN = "guardian"
    FOSTER_CARER = "foster_carer"
    SUPPORT_ADMINISTRATOR = "support_administrator"
    CURATOR = "curator"
    TRUSTEE = "trustee"
    ATTORNEY = "attorney"


class WitnessKind(StrEnum):
    """What a witness is to the clinic and to the patient."""

    INDEPENDENT = "independent"
    STAFF = "staff"
    FAMILY = "family"


_SPEAKS_AS = {
    Speaker.BOTH_PARENTS: Role.PARENT,
    Speaker.ONE_PARENT: Role.PARENT,
    Speaker.GUARDIAN: Role.GUARDIAN,
    Speaker.FOSTER_CARER: Role.GUARDIAN,
    Speaker.SUPPORT_ADMINISTRATOR: Role.SUPPORT_ADMINISTRATOR,
    Speaker.TRUSTEE: Role.TRUSTEE,
    Speaker.ATTORNEY: Role.ATTORNEY,
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One doctor's statement; every default is the plainest case. Names and notes may be empty.

    `paper` is what was seen of the paper that gives the speaker authority (kind, number, date),
    `powers` what it says about health; `view` what the person said for whom others decide.
    """

    family: FamilyMember | None = None
    shared: str = ""

    capacity: Capacity = Capacity.CAPABLE
    capacity_note: str = ""
    competent: bool = False

    speaker: Speaker = Speaker.PATIENT
    speaker_name: str = ""
    speaker_stance: Stance = Stance.AGREES
    paper: str = ""
    power: HealthPower = HealthPower.SILENT
    powers: str = ""
    acceptance: str = ""
    against_directives: bool = False
    other_parent_name: str = ""
    other_parent_stance: Stance = Stance.AGREES
    separated: bool = False
    one_parent_reason: OneParentReason = OneParentReason.SOLE
    ordinary_because: str = ""

    heard: bool = False
    view: str = ""
    not_heard_because: str = ""
    dissents: bool = False
    dissent_answer: str = ""

    no_common_language: bool = False
    interpreter_kind: InterpreterKind | None = None
    interpreter_name: str = ""
    interpreter_detail: str = ""
    interpreter_mode: Mode = Mode.IN_PERSON
    interpreter_adult: bool = True
    interpreter_requested: bool = False
    professional_declined: bool = False
    interpreter_because: str = ""

    cannot_read: bool = False
    cannot_sign: bool = False
    unable_because: str = ""
    witness_name: str = ""
    witness_kind: WitnessKind = WitnessKind.INDEPENDENT
    second_witness_name: str = ""
    second_witness_kind: WitnessKind = WitnessKind.INDEPENDENT
    video: str = ""
    device: str = ""
    partner_name: str = ""
    partner_answered: bool = False

    delegation: Scope | None = None
    delegate_name: str = ""
    delegate_detail: str = ""
    delegation_written: bool = False
    delegation_alone: bool = False
    delegation_free: bool = False
    delegate_adult: bool = True
    delegate_available: bool = True

    override_base: str = ""
    override_because: str = ""
    lifted: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str) and not isinstance(value, StrEnum):
                clean = clean_text(value, field=f"who.{field.name}", limit=NOTE_LIMIT)
                object.__setattr__(self, field.name, clean)

    @property
    def speaks_as(self) -> Role | None:
        """Return the role of whoever decides beside or in place of the patient, if anybody does."""
        return _SPEAKS_AS.get(self.speaker)

    @property
    def words(self) -> dict[str, str]:
        """Return everything that was written by hand, by field."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: value
            for name, value in found.items()
            if isinstance(value, str) and not isinstance(value, StrEnum) and value
        }

    def to_data(self) -> dict[str, Any]:
        """Return the statement as plain values that JSON can carry."""
        return {**asdict(self), "lifted": list(self.lifted)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Statement":
        """Return the statement that `to_data` wrote; what an older one lacks has its default."""
        known = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        for name, kind in _KINDS.items():
            if known.get(name) is not None:
                known[name] = kind(known[name])
        if known.get("family"):
            known["family"] = FamilyMember(**known["family"])
        return cls(**{**known, "lifted": tuple(known.get("lifted", ()))})


PATIENT_ALONE = Statement()

_KINDS: Mapping[str, type[StrEnum]] = {
    "capacity": Capacity,
    "speaker": Speaker,
    "speaker_stance": Stance,
    "power": HealthPower,
    "other_parent_stance": Stance,
    "one_parent_reason": OneParentReason,
    "interpreter_kind": InterpreterKind,
    "interpreter_mode": Mode,
    "witness_kind": WitnessKind,
    "second_witness_kind": WitnessKind,
    "delegation": Scope,
}


def name_in(statement: Statement, role: Role) -> str:
    """Return the name of whoever has a role beside patient and clinician, or ""."""
    if role is Role.FAMILY:
        return statement.family.name if statement.family else ""
    if role is statement.speaks_as:
        return statement.speaker_name
    others = {
        Role.OTHER_PARENT: statement.other_parent_name,
        Role.INTERPRETER: statement.interpreter_name,
        Role.WITNESS: statement.witness_name,
        Role.SECOND_WITNESS: statement.second_witness_name,
        Role.COMMUNICATION_PARTNER: statement.partner_name,
        Role.DELEGATE: statement.delegate_name,
    }
    return others.get(role, "")
