"""Turns what a doctor stated, with plan and patient, into the situation that the rules judge."""

from collections.abc import Iterator
from dataclasses import dataclass

from litconsent.domain.answers import Presence
from litconsent.domain.authority import Delegation, Office, Parents, Representative, Scope
from litconsent.domain.facts import Condition, Fact
from litconsent.domain.obstacles import Obstacle
from litconsent.domain.people import Role
from litconsent.domain.rulebooks import Kind, Rulebook
from litconsent.domain.rulings import Override
from litconsent.domain.situations import Device, Family, Hearing, Interpreter, Situation, Witness
from litconsent.domain.statements import Speaker, Statement, WitnessKind, name_in
from litconsent.domain.words import folded


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the statement: `age` in whole years, and what the patient told alone."""

    age: int
    off_label: bool
    sessions: int
    adults_only: bool
    presence: Presence | None = None


_DECIDES_YOUNG = frozenset({Fact.DECIDES_BY_AGE, Fact.COMPETENT})
_SPEAKER_FACTS = {
    Speaker.BOTH_PARENTS: {Fact.PARENTS},
    Speaker.ONE_PARENT: {Fact.PARENTS},
    Speaker.GUARDIAN: {Fact.GUARDIAN, Fact.LEGAL_CARER},
    Speaker.FOSTER_CARER: {Fact.LEGAL_CARER},
    Speaker.SUPPORT_ADMINISTRATOR: {Fact.ADMINISTRATOR},
    Speaker.CURATOR: {Fact.CURATOR},
    Speaker.TRUSTEE: {Fact.TRUSTEE},
    Speaker.ATTORNEY: {Fact.ATTORNEY},
}

_OFFICES = {
    Speaker.GUARDIAN: Office.GUARDIAN,
    Speaker.FOSTER_CARER: Office.FOSTER_CARER,
    Speaker.SUPPORT_ADMINISTRATOR: Office.SUPPORT_ADMINISTRATOR,
    Speaker.CURATOR: Office.CURATOR,
    Speaker.TRUSTEE: Office.TRUSTEE,
    Speaker.ATTORNEY: Office.ATTORNEY,
}


def situation_of(stated: Statement, known: Known) -> Situation:
    """Return the situation; somebody who is named twice is taken for one person."""
    unable = frozenset({Role.PATIENT})
    return Situation(
        age=known.age,
        capacity=stated.capacity,
        competent=stated.competent,
        parents=_parents(stated),
        representative=_representative(stated),
        hearing=Hearing(
            heard=stated.heard,
            why_not=stated.not_heard_because,
            dissents=stated.dissents,
            dissent_addressed=bool(stated.dissent_answer),
        ),
        family=_family(stated, known),
        shared_language=not stated.no_common_language,
        interpreter=_interpreter(stated),
        cannot_sign=unable if stated.cannot_sign else frozenset(),
        cannot_read=unable if stated.cannot_read else frozenset(),
        witnesses=tuple(_witnesses(stated)),
        video=bool(stated.video),
        device=_device(stated),
        delegation=_delegation(stated),
        same_person=tuple(_same_persons(stated)),
        adults_only=known.adults_only,
        off_label=known.off_label,
        sessions=known.sessions,
    )


def offered_speakers(book: Rulebook, *, minor: bool) -> tuple[Speaker, ...]:
    """Return who may decide beside or in place of a patient, as a jurisdiction knows them."""
    asked = [rule.when for rule in book.variants if rule.kind is Kind.BASE]
    of_age = [when for when in asked if (Condition(Fact.MINOR) in when) is minor]
    known = {condition.fact for when in of_age for condition in when if condition.holds}
    alone = not minor or bool(_DECIDES_YOUNG & known)
    return tuple(
        speaker
        for speaker in Speaker
        if (alone if speaker is Speaker.PATIENT else bool(_SPEAKER_FACTS[speaker] & known))
    )


def override_of(stated: Statement) -> Override:
    """Return what the doctor chose against the proposal."""
    lifted = frozenset(Obstacle(name) for name in stated.lifted if name in set(Obstacle))
    return Override(stated.override_because, stated.override_base, lifted)


def _parents(stated: Statement) -> Parents | None:
    if stated.speaker not in (Speaker.BOTH_PARENTS, Speaker.ONE_PARENT):
        return None
    alone = stated.speaker is Speaker.ONE_PARENT
    return Parents(
        one=stated.speaker_stance,
        other=stated.other_parent_stance,
        separated=stated.separated,
        reason=stated.one_parent_reason if alone else None,
        document_seen=bool(stated.paper),
        justification=stated.ordinary_because,
    )


def _representative(stated: Statement) -> Representative | None:
    if stated.speaker not in _OFFICES:
        return None
    return Representative(
        office=_OFFICES[stated.speaker],
        power=stated.power,
        document_seen=bool(stated.paper),
        reference=stated.paper,
        stance=stated.speaker_stance,
        accepted=bool(stated.acceptance),
        against_directives=stated.against_directives,
    )


def _family(stated: Statement, known: Known) -> Family:
    """Return the family's part: the patient's word, told alone, outweighs the doctor's."""
    present = stated.family is not None
    alone = known.presence is Presence.ALONE
    asked = known.presence is not None
    return Family(wished=present and not alone, asked_alone=asked, present=present)


def _interpreter(stated: Statement) -> Interpreter | None:
    if stated.interpreter_kind is None or not stated.interpreter_name:
        return None
    return Interpreter(
        kind=stated.interpreter_kind,
        adult=stated.interpreter_adult,
        mode=stated.interpreter_mode,
        patient_asked=stated.interpreter_requested,
        professional_declined=stated.professional_declined,
        doctors_reason=stated.interpreter_because,
    )


def _witnesses(stated: Statement) -> Iterator[Witness]:
    for name, kind in (
        (stated.witness_name, stated.witness_kind),
        (stated.second_witness_name, stated.second_witness_kind),
    ):
        if name:
            yield Witness(staff=kind is WitnessKind.STAFF, family=kind is WitnessKind.FAMILY)


def _device(stated: Statement) -> Device | None:
    if not stated.device:
        return None
    return Device(partner=bool(stated.partner_name), partner_answered=stated.partner_answered)


def _delegation(stated: Statement) -> Delegation | None:
    if stated.delegation is None:
        return None
    named = stated.delegation is Scope.NOBODY or bool(stated.delegate_name)
    return Delegation(
        scope=stated.delegation,
        written=stated.delegation_written,
        made_alone=stated.delegation_alone,
        free=stated.delegation_free,
        delegate_adult=stated.delegate_adult,
        delegate_available=stated.delegate_available and named,
    )


def _same_persons(stated: Statement) -> Iterator[frozenset[Role]]:
    by_name: dict[str, set[Role]] = {}
    for role in Role:
        name = folded(" ".join(name_in(stated, role).split()))
        if name:
            by_name.setdefault(name, set()).add(role)
    return (frozenset(roles) for roles in by_name.values() if len(roles) > 1)
