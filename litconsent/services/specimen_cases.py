"""Who decides in a specimen: for each variant one fictional patient and what a doctor states."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from litconsent.domain.authority import HealthPower, Scope
from litconsent.domain.decisions import Decision, Outcome
from litconsent.domain.obstacles import Obstacle
from litconsent.domain.people import FamilyMember, Role
from litconsent.domain.situations import Capacity, InterpreterKind
from litconsent.domain.statements import Speaker, Statement, WitnessKind
from litconsent.i18n.labels import ROLE
from litconsent.i18n.text import Text

ADULT_BORN = date(1955, 4, 3)
# An ending is shown on an adult alone; who cannot decide today can only wait.
ENDINGS = {"V16": Decision.REFUSAL, "V18": Decision.POSTPONED, "V21": Decision.POSTPONED}
_DECISIONS = tuple(Outcome(decision) for decision in Decision)
# What follows a consent is shown once: taken back, before a session, voided by the clinic.
_SAID = {
    "V01": (*_DECISIONS, Outcome.VOIDING),
    "V17": (Outcome.WITHDRAWAL,),
    "V20": (*_DECISIONS, Outcome.SESSION),
}
VARIANTS = (
    *(f"V{number:02}" for number in range(1, 20)),
    *("V19i", "V20", "V21"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """What is stated about a fictional patient; `off_label` is False where it would stop a yes."""

    stated: Statement
    age: int = 71
    off_label: bool = True


def family_case(_: Text) -> Case:
    """Return an adult with a family member beside them."""
    return Case(Statement(family=FamilyMember(_("Specimen Relative"), _("daughter"))))


def cases(_: Text) -> dict[str, Case]:
    """Return a case for each variant that says who decides or who helps, by its id."""

    def named(role: Role) -> str:
        return _("Specimen {role}", role=_(ROLE[role]))

    paper = _("Specimen paper no. 1/2026, seen today")
    heard: dict[str, Any] = {
        "heard": True,
        "view": _("Agrees, and wants to know whether it hurts."),
    }
    guardian: dict[str, Any] = {"speaker_name": named(Role.GUARDIAN), "paper": paper}
    administrator: dict[str, Any] = {
        "speaker": Speaker.SUPPORT_ADMINISTRATOR,
        "speaker_name": named(Role.SUPPORT_ADMINISTRATOR),
        "paper": paper,
    }
    parents: dict[str, Any] = {"speaker_name": named(Role.PARENT), "paper": paper, **heard}
    both: dict[str, Any] = {**parents, "other_parent_name": named(Role.OTHER_PARENT)}
    interpreter: dict[str, Any] = {
        "no_common_language": True,
        "interpreter_name": named(Role.INTERPRETER),
    }
    named_person: dict[str, Any] = {
        "delegate_name": named(Role.DELEGATE),
        "delegation_written": True,
        "delegation_alone": True,
        "delegation_free": True,
    }
    return {
        "V01": Case(Statement()),
        "V02": family_case(_),
        "V03": Case(Statement(interpreter_kind=InterpreterKind.PROFESSIONAL, **interpreter)),
        "V04": Case(
            Statement(
                interpreter_kind=InterpreterKind.RELATIVE,
                interpreter_requested=True,
                professional_declined=True,
                interpreter_because=_("No professional of this language within a week."),
                **interpreter,
            ),
            off_label=False,
        ),
        "V05": Case(
            Statement(
                cannot_sign=True,
                cannot_read=True,
                unable_because=_("Both hands are bandaged; all of it was read aloud."),
                witness_name=named(Role.WITNESS),
                second_witness_name=named(Role.SECOND_WITNESS),
                second_witness_kind=WitnessKind.STAFF,
            )
        ),
        "V06": Case(
            Statement(
                device=_("Board with letters, by eye movement"),
                partner_name=named(Role.COMMUNICATION_PARTNER),
            )
        ),
        "V07": Case(Statement(speaker=Speaker.BOTH_PARENTS, **both), age=10),
        "V08": Case(Statement(speaker=Speaker.ONE_PARENT, **parents), age=10),
        "V09": Case(Statement(speaker=Speaker.BOTH_PARENTS, **both), age=15),
        "V10": Case(Statement(speaker=Speaker.GUARDIAN, **guardian, **heard), age=10),
        "V11": Case(Statement(speaker=Speaker.GUARDIAN, **guardian, **heard)),
        "V12": Case(Statement(power=HealthPower.ASSISTS, **administrator)),
        "V13": Case(Statement(power=HealthPower.REPRESENTS, **administrator, **heard)),
        "V14": Case(Statement(speaker=Speaker.CURATOR)),
        "V15": Case(
            Statement(
                speaker=Speaker.TRUSTEE,
                speaker_name=named(Role.TRUSTEE),
                paper=paper,
                acceptance=paper,
                capacity=Capacity.INCAPABLE,
                capacity_note=_("Assessed by the doctor today."),
                override_because=_("The directives name this very treatment."),
                lifted=(Obstacle.ELECTIVE,),
                **heard,
            )
        ),
        "V19": Case(Statement(delegation=Scope.DECISION, **named_person)),
        "V19i": Case(Statement(delegation=Scope.INFORMATION, **named_person)),
        "V20": Case(Statement()),
        "V21": Case(Statement(capacity=Capacity.TEMPORARILY_INCAPABLE)),
        "V16": Case(Statement()),
        "V17": Case(Statement()),
        "V18": Case(Statement()),
    }


def outcomes(variant: str) -> tuple[Outcome, ...]:
    """Return what the specimens of a variant say, a document each."""
    if variant in ENDINGS:
        return (Outcome(ENDINGS[variant]),)
    return _SAID.get(variant, _DECISIONS)


def born(age: int, today: date) -> date:
    """Return the birth date of somebody of this age, never a leap day."""
    return ADULT_BORN if age == Case(Statement()).age else date(today.year - age, 1, 1)
