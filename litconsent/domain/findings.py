"""Finds the facts of a situation: one small group of questions after the other."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from litconsent.domain.authority import (
    Delegation,
    HealthPower,
    Office,
    OneParentReason,
    Parents,
    Representative,
    Scope,
    Stance,
)
from litconsent.domain.facts import Fact
from litconsent.domain.people import Role
from litconsent.domain.rulebooks import Limits
from litconsent.domain.situations import Capacity, Interpreter, InterpreterKind, Mode, Situation

Found: TypeAlias = Mapping[Fact, bool]

_OFFICES = {
    Office.GUARDIAN: Fact.GUARDIAN,
    Office.FOSTER_CARER: Fact.FOSTER_CARER,
    Office.SUPPORT_ADMINISTRATOR: Fact.ADMINISTRATOR,
    Office.CURATOR: Fact.CURATOR,
    Office.TRUSTEE: Fact.TRUSTEE,
    Office.ATTORNEY: Fact.ATTORNEY,
}


def facts_of(situation: Situation, limits: Limits) -> frozenset[Fact]:
    """Return every fact that is true of a situation under a jurisdiction's limits."""
    return frozenset(
        fact for found in _groups(situation, limits) for fact, holds in found.items() if holds
    )


def _groups(situation: Situation, limits: Limits) -> Iterator[Found]:
    yield _of_age(situation, limits)
    yield _of_capacity(situation)
    yield _of_hearing(situation)
    yield _of_family(situation)
    yield _of_abilities(situation, limits)
    yield {Fact.INTERPRETER_NEEDED: not situation.shared_language or bool(situation.interpreter)}
    if situation.parents:
        yield _of_parents(situation.parents)
    if situation.representative:
        yield _of_representative(situation.representative)
    if situation.interpreter:
        yield _of_interpreter(situation.interpreter)
    if situation.delegation and not situation.delegation.revoked:
        yield _of_delegation(situation.delegation)


def _of_age(situation: Situation, limits: Limits) -> Found:
    minor = situation.age < limits.adult
    alone = limits.alone is not None and situation.age >= limits.alone
    return {
        Fact.MINOR: minor,
        Fact.ASSENT_ASKED: minor and situation.age >= limits.assent_asked,
        Fact.ASSENT_NEEDED: minor and situation.age >= limits.assent_needed,
        Fact.DECIDES_BY_AGE: minor and alone,
        Fact.COMPETENT: situation.competent,
    }


def _of_capacity(situation: Situation) -> Found:
    return {
        Fact.CAPACITY_DOUBTED: situation.capacity is Capacity.DOUBTED,
        Fact.INCAPABLE: situation.capacity is Capacity.INCAPABLE,
        Fact.TEMPORARILY_INCAPABLE: situation.capacity is Capacity.TEMPORARILY_INCAPABLE,
        Fact.ADULTS_ONLY: situation.adults_only,
        Fact.OFF_LABEL: situation.off_label,
        Fact.COURSE: situation.sessions > 1,
    }


def _of_hearing(situation: Situation) -> Found:
    hearing = situation.hearing
    return {
        Fact.HEARD: hearing.heard,
        Fact.HEARING_EXCUSED: bool(hearing.why_not.strip()),
        Fact.DISSENTS: hearing.dissents,
        Fact.DISSENT_ADDRESSED: hearing.dissent_addressed,
    }


def _of_family(situation: Situation) -> Found:
    family = situation.family
    return {
        Fact.FAMILY_WISHED: family.wished,
        Fact.FAMILY_PRESENT: family.present,
        Fact.ASKED_ALONE: family.asked_alone,
        Fact.FAMILY_ANSWERED: family.answered_for_patient,
    }


def _of_abilities(situation: Situation, limits: Limits) -> Found:
    device, witnesses = situation.device, situation.witnesses
    independent = sum(witness.independent for witness in witnesses)
    enough = len(witnesses) >= limits.witnesses and independent >= limits.independent_witnesses
    # A device documents a patient's will by itself [L.219/2017 art.1 c.4]: no witness is needed.
    helped = {Role.PATIENT} if device else set[Role]()
    return {
        Fact.UNABLE: bool((situation.cannot_sign | situation.cannot_read) - helped),
        Fact.CANNOT_SIGN: bool(situation.cannot_sign - helped),
        Fact.VIDEO: situation.video,
        Fact.WITNESSED: enough,
        Fact.WITNESS_MINOR: any(not witness.adult for witness in witnesses),
        Fact.DEVICE: device is not None,
        Fact.PARTNER: device is not None and device.partner,
        Fact.PARTNER_ANSWERED: device is not None and device.partner_answered,
    }


def _of_parents(parents: Parents) -> Found:
    stances = (parents.one, parents.other)
    return {
        Fact.PARENTS: True,
        Fact.ONE_PARENT: parents.reason is not None,
        Fact.SEPARATED: parents.separated,
        Fact.PARENT_REFUSES: Stance.REFUSES in stances,
        Fact.PARENT_UNREACHABLE: Stance.UNREACHABLE in stances,
        Fact.ORDINARY_ACT: parents.reason is OneParentReason.ORDINARY,
        Fact.COURT_DECIDED: parents.reason is OneParentReason.COURT and parents.document_seen,
        Fact.REASON_DOCUMENTED: parents.document_seen,
        Fact.REASON_JUSTIFIED: bool(parents.justification.strip()),
    }


def _of_representative(representative: Representative) -> Found:
    return {
        _OFFICES[representative.office]: True,
        Fact.LEGAL_CARER: representative.office in (Office.GUARDIAN, Office.FOSTER_CARER),
        Fact.POWER_ASSISTS: representative.power is HealthPower.ASSISTS,
        Fact.POWER_REPRESENTS: representative.power is HealthPower.REPRESENTS,
        Fact.AUTHORITY_SEEN: representative.document_seen,
        Fact.TRUSTEE_ACCEPTED: representative.accepted,
        Fact.AGAINST_DIRECTIVES: representative.against_directives,
        Fact.REPRESENTATIVE_REFUSES: representative.stance is Stance.REFUSES,
    }


def _of_interpreter(interpreter: Interpreter) -> Found:
    return {
        Fact.INTERPRETER: True,
        Fact.RELATIVE_INTERPRETS: interpreter.kind is InterpreterKind.RELATIVE,
        Fact.INTERPRETER_MINOR: not interpreter.adult,
        Fact.INTERPRETER_REMOTE: interpreter.mode is not Mode.IN_PERSON,
        Fact.INTERPRETER_REQUESTED: interpreter.patient_asked,
        Fact.PROFESSIONAL_DECLINED: interpreter.professional_declined,
        Fact.INTERPRETER_REASONED: bool(interpreter.doctors_reason.strip()),
    }


def _of_delegation(delegation: Delegation) -> Found:
    return {
        Fact.DECLINES_INFORMATION: True,
        Fact.DELEGATES_INFORMATION: delegation.scope is Scope.INFORMATION,
        Fact.DELEGATES_DECISION: delegation.scope is Scope.DECISION,
        Fact.DESIGNATION_WRITTEN: delegation.written,
        Fact.DESIGNATED_ALONE: delegation.made_alone,
        Fact.DESIGNATED_FREELY: delegation.free,
        Fact.DELEGATE_MINOR: not delegation.delegate_adult,
        Fact.DELEGATE_AVAILABLE: delegation.delegate_available,
    }
