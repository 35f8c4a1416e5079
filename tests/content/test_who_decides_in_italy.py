"""Who decides in Italy: one test for each row of the table of variants."""

from dataclasses import replace

import pytest

from litconsent.content.who_decides_file import read_rulebook
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
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import Circumstance
from litconsent.domain.obstacles import Obstacle
from litconsent.domain.papers import Paper
from litconsent.domain.people import Role
from litconsent.domain.rulings import Override, ruling
from litconsent.domain.situations import (
    Capacity,
    Device,
    Family,
    Hearing,
    Interpreter,
    InterpreterKind,
    Situation,
    Witness,
)
from litconsent.domain.variants import Manner, Meaning
from litconsent.settings import PROJECT

ITALY = read_rulebook(PROJECT / "content", "it")
ADULT = Situation(50)
HEARD = Hearing(heard=True)
CHILD = Situation(9, parents=Parents(), hearing=HEARD, adults_only=False)
TEEN = replace(CHILD, age=15)
DECREE = Representative(Office.GUARDIAN, document_seen=True)
WISHED = Family(wished=True, asked_alone=True)
STRANGER, NURSE = Witness(), Witness(staff=True)


def ruled(situation, **changes):
    return ruling(replace(situation, **changes), ITALY)


def needed(found, decision=Decision.CONSENT):
    """Return who must sign for a decision, in order, without the doctor who always does."""
    places = [signer for signer in found.signers if decision in signer.required_for]
    assert places[-1].role is Role.CLINICIAN
    return [place.role for place in places[:-1]]


def stops(found):
    return [stop.obstacle for stop in found.stops]


def test_v01_an_adult_alone_signs_alone():
    found = ruled(ADULT)
    assert found.id == "V01" and found.sources == ("L01", "L03")
    assert needed(found) == [Role.PATIENT] and found.heard == (Role.PATIENT,)
    assert not found.stops and found.papers == (Paper.PATIENT_IDENTITY,)


def test_v01_doubted_capacity_stops_a_yes():
    assert stops(ruled(ADULT, capacity=Capacity.DOUBTED)) == [Obstacle.CAPACITY_DOUBTED]


def test_v02_family_takes_part_after_the_patient_and_replaces_nobody():
    found = ruled(ADULT, family=Family(wished=True, asked_alone=True, present=True))
    assert found.id == "V02" and needed(found) == [Role.PATIENT]
    assert [signer.role for signer in found.signers] == [
        Role.PATIENT,
        Role.FAMILY,
        Role.CLINICIAN,
    ]
    assert found.signers[1].meaning is Meaning.TOOK_PART and not found.signers[1].decides
    assert Circumstance.FAMILY in found.circumstances and not found.stops


@pytest.mark.parametrize(
    ("family", "obstacle"),
    [
        (Family(wished=True, asked_alone=False), Obstacle.WISH_NOT_ASKED),
        (Family(wished=False, present=True), Obstacle.FAMILY_UNWANTED),
        (
            Family(wished=True, asked_alone=True, answered_for_patient=True),
            Obstacle.FAMILY_ANSWERED,
        ),
    ],
)
def test_v02_stops_where_the_family_stands_in_for_the_patient(family, obstacle):
    assert stops(ruled(ADULT, family=family)) == [obstacle]


def test_v03_an_interpreter_states_what_was_interpreted_and_decides_nothing():
    found = ruled(
        ADULT, shared_language=False, interpreter=Interpreter(InterpreterKind.PROFESSIONAL)
    )
    assert found.variants == ("V01", "V03") and not found.stops
    assert needed(found) == [Role.PATIENT, Role.INTERPRETER]
    assert found.variant.deciding == {Role.PATIENT}
    assert {Paper.INTERPRETER_IDENTITY, Paper.INTERPRETING_MODE} <= set(found.papers)


def test_v03_no_common_language_and_no_interpreter_stops_a_yes():
    assert stops(ruled(ADULT, shared_language=False)) == [Obstacle.NO_INTERPRETER]


RELATIVE = Interpreter(
    InterpreterKind.RELATIVE,
    patient_asked=True,
    professional_declined=True,
    doctors_reason="No interpreter of this dialect within a week.",
)


def test_v04_a_relative_interprets_at_the_patients_wish_and_with_the_doctors_reason():
    found = ruled(ADULT, shared_language=False, interpreter=RELATIVE)
    assert found.variants == ("V01", "V04") and not found.stops
    assert Circumstance.RELATIVE_INTERPRETS in found.circumstances


@pytest.mark.parametrize(
    ("change", "obstacle"),
    [
        ({"adult": False}, Obstacle.INTERPRETER_MINOR),
        ({"patient_asked": False}, Obstacle.INTERPRETER_NOT_REQUESTED),
        ({"professional_declined": False}, Obstacle.PROFESSIONAL_NOT_OFFERED),
        ({"doctors_reason": "  "}, Obstacle.INTERPRETER_UNREASONED),
    ],
)
def test_v04_stops_without_what_a_relative_needs(change, obstacle):
    found = ruled(ADULT, shared_language=False, interpreter=replace(RELATIVE, **change))
    assert stops(found) == [obstacle]


def test_v04_a_relative_does_not_interpret_an_off_label_use():
    found = ruled(ADULT, shared_language=False, interpreter=RELATIVE, off_label=True)
    assert stops(found) == [Obstacle.OFF_LABEL_BY_RELATIVE]


def test_v05_who_cannot_sign_says_yes_before_two_witnesses():
    found = ruled(ADULT, cannot_sign=frozenset({Role.PATIENT}), witnesses=(STRANGER, NURSE))
    assert found.variants == ("V01", "V05") and not found.stops
    assert needed(found) == [Role.PATIENT, Role.WITNESS, Role.SECOND_WITNESS]
    assert found.signers[0].manner is Manner.EXPRESSES
    assert {Paper.WHY_NO_SIGNATURE, Paper.HOW_EXPRESSED, Paper.WITNESS_IDENTITY} <= set(
        found.papers
    )


def test_v05_a_video_does_in_place_of_witnesses():
    found = ruled(ADULT, cannot_sign=frozenset({Role.PATIENT}), video=True)
    assert not found.stops and needed(found) == [Role.PATIENT]
    assert Paper.VIDEO_CONSENT in found.papers


@pytest.mark.parametrize(
    "witnesses", [(), (STRANGER,), (NURSE, NURSE), (Witness(family=True), NURSE)]
)
def test_v05_stops_without_an_independent_witness_among_two(witnesses):
    found = ruled(ADULT, cannot_read=frozenset({Role.PATIENT}), witnesses=witnesses)
    assert stops(found) == [Obstacle.NO_WITNESS]


def test_v06_a_device_gives_the_patients_word_and_the_partner_none():
    found = ruled(ADULT, device=Device(partner=True))
    assert found.variants == ("V01", "V06") and not found.stops
    assert found.signers[0].manner is Manner.USES_DEVICE
    assert needed(found) == [Role.PATIENT]
    spoke = ruled(ADULT, device=Device(partner=True, partner_answered=True))
    assert stops(spoke) == [Obstacle.PARTNER_ANSWERED]


def test_v07_both_parents_sign_for_a_child_who_was_heard():
    found = ruled(CHILD)
    assert found.id == "V07" and needed(found) == [Role.PARENT, Role.OTHER_PARENT]
    assert Paper.PERSONS_VIEW in found.papers and not found.stops
    assert {Circumstance.CHILD, Circumstance.MINOR} <= set(found.circumstances)


@pytest.mark.parametrize(
    ("changes", "obstacle"),
    [
        ({"parents": Parents(other=Stance.REFUSES)}, Obstacle.PARENTS_DISAGREE),
        ({"parents": Parents(other=Stance.UNREACHABLE)}, Obstacle.OTHER_PARENT_MISSING),
        ({"hearing": Hearing()}, Obstacle.NOT_HEARD),
        ({"adults_only": True}, Obstacle.ADULTS_ONLY),
        ({"hearing": replace(HEARD, dissents=True)}, Obstacle.DISSENT),
    ],
)
def test_v07_stops(changes, obstacle):
    assert stops(ruled(CHILD, **changes)) == [obstacle]


def test_v07_separated_parents_bring_the_order_of_the_court():
    assert Paper.CUSTODY_ORDER in ruled(CHILD, parents=Parents(separated=True)).papers


@pytest.mark.parametrize(
    "reason", [r for r in OneParentReason if r is not OneParentReason.ORDINARY]
)
def test_v08_one_parent_signs_with_a_reason_and_its_document(reason):
    parents = Parents(other=Stance.UNREACHABLE, reason=reason, document_seen=True)
    found = ruled(CHILD, parents=parents)
    assert found.id == "V08" and needed(found) == [Role.PARENT] and not found.stops
    unseen = ruled(CHILD, parents=replace(parents, document_seen=False))
    assert stops(unseen) == [Obstacle.REASON_UNDOCUMENTED]


def test_v08_an_ordinary_act_must_be_justified_by_the_doctor():
    parents = Parents(reason=OneParentReason.ORDINARY)
    assert stops(ruled(CHILD, parents=parents)) == [Obstacle.ORDINARY_UNJUSTIFIED]
    justified = replace(parents, justification="Needle alone, once.")
    assert not ruled(CHILD, parents=justified).stops


def test_v08_a_known_disagreement_goes_to_the_judge():
    parents = Parents(other=Stance.REFUSES, reason=OneParentReason.SOLE, document_seen=True)
    assert stops(ruled(CHILD, parents=parents)) == [Obstacle.PARENTS_DISAGREE]
    decided = replace(parents, reason=OneParentReason.COURT)
    assert not ruled(CHILD, parents=decided).stops


def test_v09_from_fourteen_the_minors_own_yes_is_needed_too():
    found = ruled(TEEN)
    assert found.variants == ("V07", "V09")
    assert needed(found) == [Role.PATIENT, Role.PARENT, Role.OTHER_PARENT]
    assert found.signers[0].meaning is Meaning.ASSENTS
    assert found.variant.deciding == {Role.PARENT, Role.OTHER_PARENT}
    assert Paper.MATURITY_NOTE in found.papers and Circumstance.TEEN in found.circumstances


def test_v09_from_twelve_the_yes_is_asked_for_and_may_be_left_out():
    found = ruled(TEEN, age=12)
    assert "V09" in found.variants and needed(found) == [Role.PARENT, Role.OTHER_PARENT]
    assert Decision.CONSENT in found.signers[0].offered_for


def test_v09_dissent_stops():
    assert stops(ruled(TEEN, hearing=replace(HEARD, dissents=True))) == [Obstacle.DISSENT]


def test_v10_a_guardian_signs_for_a_minor_by_decree():
    found = ruled(CHILD, parents=None, representative=DECREE)
    assert found.id == "V10" and needed(found) == [Role.GUARDIAN] and not found.stops
    assert Paper.APPOINTMENT_DECREE in found.papers
    unseen = replace(DECREE, document_seen=False)
    assert stops(ruled(CHILD, parents=None, representative=unseen)) == [Obstacle.AUTHORITY_UNSEEN]


def test_v10_foster_carers_need_powers_for_health():
    carer = Representative(Office.FOSTER_CARER, document_seen=True)
    found = ruled(CHILD, parents=None, representative=carer)
    assert stops(found) == [Obstacle.POWER_MISSING] and Paper.FOSTER_POWERS in found.papers
    empowered = replace(carer, power=HealthPower.REPRESENTS)
    assert not ruled(CHILD, parents=None, representative=empowered).stops


def test_v11_a_guardian_signs_for_an_adult_who_was_heard():
    found = ruled(ADULT, representative=DECREE, hearing=HEARD)
    assert found.id == "V11" and needed(found) == [Role.GUARDIAN] and not found.stops
    assert found.heard == (Role.PATIENT, Role.GUARDIAN)
    assert not ruled(ADULT, representative=DECREE, hearing=Hearing(why_not="Asleep")).stops


@pytest.mark.parametrize(
    ("representative", "hearing", "obstacle"),
    [
        (replace(DECREE, document_seen=False), HEARD, Obstacle.AUTHORITY_UNSEEN),
        (DECREE, Hearing(), Obstacle.NOT_HEARD),
        (DECREE, replace(HEARD, dissents=True), Obstacle.DISSENT_UNADDRESSED),
        (replace(DECREE, stance=Stance.REFUSES), HEARD, Obstacle.REPRESENTATIVE_REFUSES),
    ],
)
def test_v11_stops(representative, hearing, obstacle):
    assert stops(ruled(ADULT, representative=representative, hearing=hearing)) == [obstacle]


ASSISTS = Representative(Office.SUPPORT_ADMINISTRATOR, HealthPower.ASSISTS, document_seen=True)
REPRESENTS = replace(ASSISTS, power=HealthPower.REPRESENTS)


def test_v12_the_person_and_the_assisting_administrator_both_sign():
    found = ruled(ADULT, representative=ASSISTS)
    assert found.id == "V12" and not found.stops
    assert needed(found) == [Role.PATIENT, Role.SUPPORT_ADMINISTRATOR]
    assert found.variant.deciding == {Role.PATIENT, Role.SUPPORT_ADMINISTRATOR}
    assert Paper.HEALTH_POWERS in found.papers


def test_v12_a_decree_that_nobody_saw_stops():
    unseen = replace(ASSISTS, document_seen=False)
    assert stops(ruled(ADULT, representative=unseen)) == [Obstacle.AUTHORITY_UNSEEN]


def test_v13_the_representing_administrator_signs_and_the_person_is_heard():
    found = ruled(ADULT, representative=REPRESENTS, hearing=HEARD)
    assert found.id == "V13" and needed(found) == [Role.SUPPORT_ADMINISTRATOR] and not found.stops
    assert stops(ruled(ADULT, representative=REPRESENTS)) == [Obstacle.NOT_HEARD]


def test_v13_a_decree_silent_on_health_leaves_the_decision_with_a_capable_person():
    silent = replace(REPRESENTS, power=HealthPower.SILENT)
    found = ruled(ADULT, representative=silent)
    assert found.id == "V01" and needed(found) == [Role.PATIENT]
    incapable = ruled(ADULT, representative=silent, capacity=Capacity.INCAPABLE)
    assert stops(incapable) == [Obstacle.NOBODY_DECIDES] and needed(incapable) == []


def test_v14_a_person_with_a_curator_signs_alone():
    found = ruled(ADULT, representative=Representative(Office.CURATOR))
    assert found.id == "V14" and needed(found) == [Role.PATIENT] and not found.stops


TRUSTEE = Representative(Office.TRUSTEE, document_seen=True, accepted=True)


def test_v15_a_trustee_speaks_only_for_a_person_who_no_longer_can():
    capable = ruled(ADULT, representative=TRUSTEE)
    assert capable.id == "V01" and needed(capable) == [Role.PATIENT]
    found = ruled(ADULT, representative=TRUSTEE, capacity=Capacity.INCAPABLE)
    assert found.id == "V15" and needed(found) == [Role.TRUSTEE]
    assert stops(found) == [Obstacle.ELECTIVE]


def test_v15_the_doctor_may_lift_that_it_can_wait_with_a_reason_only():
    situation = replace(ADULT, representative=TRUSTEE, capacity=Capacity.INCAPABLE)
    wish = Override(
        "Her directives name this very treatment.", lifted=frozenset({Obstacle.ELECTIVE})
    )
    lifted = ruling(situation, ITALY, wish)
    assert not lifted.stops and [stop.obstacle for stop in lifted.lifted] == [Obstacle.ELECTIVE]
    assert stops(ruling(situation, ITALY, replace(wish, reason=""))) == [Obstacle.ELECTIVE]


@pytest.mark.parametrize(
    ("change", "obstacle"),
    [
        ({"document_seen": False}, Obstacle.AUTHORITY_UNSEEN),
        ({"accepted": False}, Obstacle.ACCEPTANCE_UNSEEN),
        ({"against_directives": True}, Obstacle.AGAINST_DIRECTIVES),
    ],
)
def test_v15_stops(change, obstacle):
    trustee = replace(TRUSTEE, **change)
    found = ruled(ADULT, representative=trustee, capacity=Capacity.INCAPABLE)
    assert stops(found) == [obstacle, Obstacle.ELECTIVE]


def test_v16_nobody_but_the_doctor_must_sign_a_refusal():
    for situation in (ADULT, TEEN, replace(ADULT, representative=REPRESENTS)):
        found = ruling(situation, ITALY)
        assert needed(found, Decision.REFUSAL) == []
        assert found.endings[Decision.REFUSAL] == "V16"


def test_v17_withdrawal_has_rules_of_its_own_and_no_stop():
    [withdrawal] = [rule for rule in ITALY.variants if rule.ending == "withdrawal"]
    assert withdrawal.id == "V17" and withdrawal.sources == ("L06",)
    assert not [stop for stop in ITALY.stops if stop.variant == "V17"]


def test_v18_nobody_but_the_doctor_signs_for_more_time():
    found = ruled(ADULT, family=Family(wished=True, asked_alone=True))
    assert [s.role for s in found.signers if Decision.POSTPONED in s.offered_for] == [
        Role.CLINICIAN
    ]
    assert found.endings[Decision.POSTPONED] == "V18"


DECISION = Delegation(Scope.DECISION, written=True, made_alone=True, free=True)


def test_v19_the_patient_names_and_then_the_named_person_decides():
    found = ruled(ADULT, delegation=DECISION)
    assert found.id == "V19" and needed(found) == [Role.PATIENT, Role.DELEGATE]
    assert found.signers[0].meaning is Meaning.DESIGNATES
    assert found.variant.deciding == {Role.DELEGATE} and not found.stops


def test_v19_who_was_named_for_information_only_decides_nothing():
    found = ruled(ADULT, delegation=replace(DECISION, scope=Scope.INFORMATION))
    assert found.variants == ("V01", "V19i") and needed(found) == [Role.PATIENT]
    assert found.variant.deciding == {Role.PATIENT}


def test_v19_who_wants_to_hear_nothing_still_decides():
    found = ruled(ADULT, delegation=replace(DECISION, scope=Scope.NOBODY))
    assert needed(found) == [Role.PATIENT]
    assert Role.DELEGATE not in [signer.role for signer in found.signers]


@pytest.mark.parametrize(
    ("change", "obstacle"),
    [
        ({"written": False}, Obstacle.DESIGNATION_UNWRITTEN),
        ({"made_alone": False}, Obstacle.DESIGNATION_NOT_ALONE),
        ({"free": False}, Obstacle.DESIGNATION_PRESSED),
        ({"delegate_adult": False}, Obstacle.DELEGATE_MINOR),
        ({"delegate_available": False}, Obstacle.DELEGATE_UNAVAILABLE),
    ],
)
def test_v19_stops(change, obstacle):
    assert stops(ruled(ADULT, delegation=replace(DECISION, **change))) == [obstacle]


def test_v19_a_revoked_designation_is_none():
    assert ruled(ADULT, delegation=replace(DECISION, revoked=True)).id == "V01"


def test_v20_a_course_says_when_to_stop():
    found = ruled(ADULT, sessions=3)
    assert found.variants == ("V01", "V20") and Circumstance.COURSE in found.circumstances
    assert Paper.SESSION_NUMBER in found.papers


def test_v21_who_cannot_decide_today_waits():
    found = ruled(ADULT, capacity=Capacity.TEMPORARILY_INCAPABLE)
    assert stops(found) == [Obstacle.TEMPORARILY_INCAPABLE]
    assert Paper.TIME_TO_REASSESS in found.papers


def test_one_person_in_two_roles_signs_once():
    family = Family(wished=True, asked_alone=True)
    both = (frozenset({Role.FAMILY, Role.INTERPRETER}),)
    found = ruled(
        ADULT, family=family, shared_language=False, interpreter=RELATIVE, same_person=both
    )
    [place] = [signer for signer in found.signers if Role.INTERPRETER in signer.roles]
    assert place.roles == (Role.FAMILY, Role.INTERPRETER) and not found.stops
    assert Decision.CONSENT in place.required_for


def test_the_delegate_is_never_the_interpreter():
    both = (frozenset({Role.DELEGATE, Role.INTERPRETER}),)
    found = ruled(
        ADULT,
        delegation=DECISION,
        shared_language=False,
        interpreter=RELATIVE,
        same_person=both,
    )
    assert stops(found) == [Obstacle.ROLES_CLASH]


def test_an_override_needs_a_reason_and_a_variant_that_the_situation_allows():
    silent = replace(REPRESENTS, power=HealthPower.SILENT)
    one_parent = replace(CHILD, parents=Parents(reason=OneParentReason.SOLE, document_seen=True))
    assert ruling(one_parent, ITALY).choices == ("V08", "V07")
    chosen = ruling(one_parent, ITALY, Override("The mother came as well.", base="V07"))
    assert chosen.id == "V07" and chosen.proposed == "V08"
    assert ruling(one_parent, ITALY, Override("", base="V07")).id == "V08"
    asked = replace(ADULT, representative=silent)
    assert ruling(asked, ITALY, Override("Family says so.", base="V13")).id == "V01"
