"""A usual plan keeps what is proposed often, and nothing about anybody."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from litconsent.domain.events import Event, EventKind
from litconsent.domain.usual_plans import UsualPlan, plan_fields, usual_plans_of

TYPED = {
    "follows": "",
    "name": "Ada Rossi",
    "birth": "17/05/1961",
    "identifier": "AR-0042",
    "language": "it",
    "who": {"speaker": "patient"},
    "diagnosis": "Neck pain",
    "area": "right side",
    "areas": ["neck"],
    "sessions": "3",
    "interval": "7",
    "alternatives": "Exercises",
    "without": "It may ease",
    "compounds": ["lidocaine"],
    "reason.lidocaine": "Painful points",
    "dose.lidocaine": "10 mg",
    "off_label.lidocaine": False,
    "seen.lidocaine": True,
    "reason.ketoprofen": "left from another choice",
    "mixed": [],
}
OF_THE_PATIENT = ("follows", "name", "birth", "identifier", "language", "who")


def event(seq, kind, name, **data):
    at = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
    return Event(seq, kind, at, "account:a", "t", None, {"name": name, **data})


def test_nothing_about_the_patient_is_in_a_plan_nor_what_was_not_chosen():
    fields = plan_fields(TYPED)
    assert not set(OF_THE_PATIENT) & set(fields)
    assert "reason.ketoprofen" not in fields and fields["reason.lidocaine"] == "Painful points"


def test_a_plan_takes_the_place_of_the_one_before_and_leaves_the_patient():
    other = {**TYPED, "compounds": ["saline"], "reason.saline": "To compare", "diagnosis": "Knee"}
    filled = UsualPlan("Knee", plan_fields(other)).filled_in(TYPED, {"saline", "lidocaine"})
    assert filled["diagnosis"] == "Knee" and filled["compounds"] == ["saline"]
    assert "reason.lidocaine" not in filled
    assert {key: filled[key] for key in OF_THE_PATIENT} == {k: TYPED[k] for k in OF_THE_PATIENT}


def test_what_is_not_offered_any_more_is_left_out_and_named():
    plan = UsualPlan("Both", plan_fields({**TYPED, "compounds": ["lidocaine", "saline"]}))
    assert plan.gone({"saline"}) == ("lidocaine",)
    assert plan.filled_in({}, {"saline"})["compounds"] == ["saline"]
    assert "reason.lidocaine" not in plan.filled_in({}, {"saline"})


def test_the_last_plan_of_a_name_counts_and_a_dropped_one_is_gone():
    events = [
        event(1, EventKind.PLAN_KEPT, "Neck", fields={"sessions": "1"}),
        event(2, EventKind.PLAN_KEPT, "Back", fields={"sessions": "2"}),
        event(3, EventKind.PLAN_KEPT, "Neck", fields={"sessions": "3"}),
        event(4, EventKind.PLAN_DROPPED, "Back"),
    ]
    assert [(one.name, one.fields["sessions"]) for one in usual_plans_of(events)] == [("Neck", "3")]


@given(st.dictionaries(st.sampled_from(sorted(TYPED)), st.just("x")))
def test_a_plan_kept_and_filled_in_again_is_the_same_plan(some):
    typed = {**TYPED, **{key: TYPED[key] for key in some}}
    plan = UsualPlan("Neck", plan_fields(typed))
    assert plan_fields(plan.filled_in(typed, {"lidocaine"})) == plan.fields
