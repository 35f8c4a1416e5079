"""Who signs, in which order, and what stands in the way of a yes: never of a no."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconsent.domain.answers import Answers, Notes, Presence
from litconsent.domain.checks import Attempt, results, shuffled
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import CheckItem
from litconsent.domain.people import FamilyMember, Role
from litconsent.domain.plans import PlannedCompound
from litconsent.domain.signing import Gap, missing_for_consent
from litconsent.domain.signing import next_signer as next_of
from litconsent.domain.situations import InterpreterKind
from litconsent.domain.statements import Statement
from litconsent.domain.understanding import Feeling, Sight
from tests.builders import a_plan, a_ruling, an_episode

STAR = CheckItem("Q10", True, ("C173",), "?", {"a": "", "b": "", "c": ""}, "a", "x", "y")
PLAIN = replace(STAR, id="Q01", critical=False)
WITH_FAMILY = Statement(family=FamilyMember("Bea Verdi", "daughter"))
PATIENT_ANSWERED = Answers(attempts=(Attempt("Q10", "a"),))


def next_signer(episode, decision, signed, passed=()):
    return next_of(episode, a_ruling(episode).variant, decision, signed, passed)


def gaps(episode, answers, notes=None, items=(STAR, PLAIN)):
    found = missing_for_consent(
        episode, a_ruling(episode, answers.presence), items, answers, notes or Notes()
    )
    return [m.gap for m in found]


def test_nothing_is_missing_when_all_was_understood():
    assert gaps(an_episode(), PATIENT_ANSWERED) == []


def test_a_critical_item_missed_twice_needs_the_doctors_note():
    missed = Answers(attempts=(Attempt("Q10", "b"), Attempt("Q10", "c")))
    assert gaps(an_episode(), missed) == [Gap.ITEM_UNRESOLVED]
    assert gaps(an_episode(), missed, Notes(resolved={"Q10": "We drew it together."})) == []


def test_a_critical_item_never_answered_needs_the_doctors_note_too():
    assert gaps(an_episode(), Answers()) == [Gap.ITEM_UNRESOLVED]


def test_an_item_that_is_not_critical_never_stands_in_the_way():
    missed = replace(PATIENT_ANSWERED, attempts=(*PATIENT_ANSWERED.attempts, Attempt("Q01", "b")))
    assert gaps(an_episode(), missed) == []


@pytest.mark.parametrize("sight", [Sight(feeling=Feeling.NOT_YET), Sight(explain=True)])
def test_a_chapter_not_yet_understood_needs_the_doctors_note(sight):
    asked = replace(PATIENT_ANSWERED, seen={"risks": sight})
    assert gaps(an_episode(), asked) == [Gap.CHAPTER_UNRESOLVED]
    assert gaps(an_episode(), asked, Notes(resolved={"risks": "Drew it together."})) == []


def test_the_doctor_confirms_that_nobody_answered_for_the_patient_where_family_read_along():
    together = replace(PATIENT_ANSWERED, presence=Presence.FAMILY_READS)
    assert gaps(an_episode(), together) == [Gap.FAMILY_SPOKE]
    assert gaps(an_episode(), together, Notes(family_stayed_silent=True)) == []


def test_pressure_told_in_private_must_be_talked_about():
    pressed = replace(PATIENT_ANSWERED, pressed=True)
    assert gaps(an_episode(), pressed) == [Gap.PRESSURE_UNRESOLVED]
    assert gaps(an_episode(), pressed, Notes(pressure="Spoke alone; decides freely.")) == []


def test_a_question_needs_an_answer():
    asking = replace(PATIENT_ANSWERED, questions="May I drive?")
    assert gaps(an_episode(), asking) == [Gap.QUESTIONS_UNANSWERED]


def test_each_off_label_compound_needs_its_own_acknowledgement():
    plan = a_plan(compounds=(PlannedCompound("ketoprofen", "Tablets hurt.", off_label=True),))
    assert gaps(an_episode(plan=plan), PATIENT_ANSWERED) == [Gap.OFF_LABEL_UNACKNOWLEDGED]
    told = Notes(acknowledged=("ketoprofen",))
    assert gaps(an_episode(plan=plan), PATIENT_ANSWERED, told) == []


def test_with_family_the_doctor_confirms_that_the_family_did_not_answer():
    answered = replace(PATIENT_ANSWERED, presence=Presence.FAMILY_READS)
    assert gaps(an_episode(who=WITH_FAMILY), answered) == [Gap.FAMILY_SPOKE]


def test_family_waits_until_the_patient_was_asked_alone():
    episode = an_episode(who=WITH_FAMILY)
    assert gaps(episode, PATIENT_ANSWERED) == [Gap.WHO_DECIDES, Gap.FAMILY_SPOKE]
    alone = replace(PATIENT_ANSWERED, presence=Presence.ALONE)
    assert gaps(episode, alone) == [Gap.WHO_DECIDES, Gap.FAMILY_SPOKE]


def test_whoever_must_sign_has_a_name():
    nameless = Statement(no_common_language=True, interpreter_kind=InterpreterKind.MEDIATOR)
    assert gaps(an_episode(who=nameless), PATIENT_ANSWERED) == [Gap.WHO_DECIDES, Gap.NAME_MISSING]
    named = replace(nameless, interpreter_name="Sara Neri")
    assert gaps(an_episode(who=named), PATIENT_ANSWERED) == []


def test_a_patient_alone_signs_and_then_the_doctor():
    episode = an_episode()
    assert next_signer(episode, Decision.CONSENT, []).role is Role.PATIENT
    assert next_signer(episode, Decision.CONSENT, [Role.PATIENT]).role is Role.CLINICIAN
    assert next_signer(episode, Decision.CONSENT, [Role.PATIENT, Role.CLINICIAN]) is None


def test_the_family_signs_after_the_patient_and_may_be_passed_over():
    episode = an_episode(who=WITH_FAMILY)
    assert next_signer(episode, Decision.CONSENT, [Role.PATIENT]).role is Role.FAMILY
    passed = next_signer(episode, Decision.CONSENT, [Role.PATIENT], [Role.FAMILY])
    assert passed.role is Role.CLINICIAN


def test_a_consent_cannot_pass_over_the_patient():
    signer = next_signer(an_episode(), Decision.CONSENT, [], [Role.PATIENT])
    assert signer.role is Role.PATIENT


def test_a_refusal_is_valid_without_the_patients_signature():
    signer = next_signer(an_episode(), Decision.REFUSAL, [], [Role.PATIENT])
    assert signer.role is Role.CLINICIAN


def test_nobody_but_the_doctor_signs_for_more_time():
    assert next_signer(an_episode(), Decision.POSTPONED, []).role is Role.CLINICIAN


@given(
    st.sets(st.sampled_from(Role)),
    st.sets(st.sampled_from(Role)),
    st.booleans(),
)
def test_no_path_ends_in_consent_without_patient_and_doctor(signed, passed, family):
    episode = an_episode(who=WITH_FAMILY if family else Statement())
    if next_signer(episode, Decision.CONSENT, signed, passed) is None:
        assert {Role.PATIENT, Role.CLINICIAN} <= signed


def test_a_miss_leaves_one_more_attempt_and_then_goes_to_the_doctor():
    once = results((STAR,), (Attempt("Q10", "b"),))[0]
    twice = results((STAR,), (Attempt("Q10", "b"), Attempt("Q10", "b")))[0]
    assert (once.open, once.understood) == (True, False)
    assert (twice.open, twice.for_doctor) == (False, True)


@pytest.mark.parametrize("seed", ["one", "two", "three"])
def test_options_are_shuffled_but_never_lost(seed):
    assert sorted(shuffled(STAR, seed)) == ["a", "b", "c"]


def test_the_right_answer_does_not_always_stand_in_one_place():
    assert len({shuffled(STAR, str(seed)).index("a") for seed in range(30)}) == 3
