"""The life of a consent over random histories: what must be possible is, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconsent.domain.course import Bar, Policy, Session, bars, sessions_held, standing
from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import UNDECIDED, State, state_of
from litconsent.domain.events import Event, EventKind

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
UNCHANGED = Session(plan_unchanged=True, health_unchanged=True, response="It helps.")
KINDS = [kind for kind in EventKind if kind.startswith(("episode.", "record."))]
LATER = [kind for kind in KINDS if kind is not EventKind.PREPARED]
OPEN = UNDECIDED | {State.DECIDING, State.DECIDED}


def an_event(seq, kind, decision=Decision.CONSENT):
    return Event(seq, kind, NOON + timedelta(minutes=seq), "a", "t", "e", {"decision": decision})


def followed(events, *kinds, decision=Decision.CONSENT):
    for kind in kinds:
        events = [*events, an_event(len(events) + 1, kind, decision)]
    return events


@st.composite
def histories(draw):
    """Return any events whatever, in any order, as no service would ever write them."""
    kinds = draw(st.lists(st.sampled_from(LATER), max_size=30))
    decisions = draw(st.lists(st.sampled_from(list(Decision)), min_size=30, max_size=30))
    events = [an_event(1, EventKind.PREPARED)]
    for kind, decision in zip(kinds, decisions, strict=False):
        events = followed(events, kind, decision=decision)
    return events


@st.composite
def consented(draw):
    """Return a consent and any events after it."""
    kinds = draw(st.lists(st.sampled_from(LATER), max_size=12))
    return followed([an_event(1, EventKind.PREPARED)], EventKind.SEALED, *kinds)


policies = st.builds(
    Policy,
    now=st.integers(0, 400).map(lambda days: NOON + timedelta(days=days)),
    valid_for=st.integers(1, 300).map(lambda days: timedelta(days=days)),
    material=st.frozensets(st.integers(1, 40), max_size=2),
)


def barred(events, policy, planned=8, session=UNCHANGED):
    return bars(session, standing(events, planned, policy), sessions_held(events), planned)


@given(consented(), policies)
def test_a_withdrawal_is_possible_from_every_state_in_which_a_consent_stands(events, policy):
    if standing(events, 8, policy).withdrawable:
        withdrawn = followed(events, EventKind.WITHDRAWN)
        assert standing(withdrawn, 8, policy) is State.WITHDRAWN


@given(consented(), policies)
def test_no_session_is_held_but_on_a_consent_in_force(events, policy):
    state = standing(events, 8, policy)
    assert (barred(events, policy) == ()) is state.in_force


@given(
    consented(),
    st.sampled_from([EventKind.WITHDRAWN, EventKind.VOIDED]),
    st.lists(st.sampled_from(LATER), max_size=12),
    policies,
)
def test_nothing_brings_a_withdrawn_or_void_consent_back(events, end, later, policy):
    trail = followed(events, end, *later)
    assert not standing(trail, 8, policy).in_force
    assert barred(trail, policy)


@given(consented(), policies)
def test_no_session_after_the_last_day(events, policy):
    late = replace(policy, now=NOON + policy.valid_for + timedelta(days=1))
    assert barred(events, late)


@given(histories())
def test_a_no_and_a_not_today_stay_reachable_until_something_is_sealed(events):
    if state_of(events) not in OPEN:
        return
    steps = (EventKind.CONSULTATION_OPENED, EventKind.DECISION_OPENED, EventKind.DECIDED)
    for decision, end in ((Decision.REFUSAL, State.REFUSED), (Decision.POSTPONED, State.POSTPONED)):
        trail = followed(events, *steps, EventKind.SEALED, decision=decision)
        assert state_of(trail) is end


@pytest.mark.parametrize("held", [3, 4, 6])
def test_from_the_fourth_session_on_the_response_is_needed(held):
    silent = replace(UNCHANGED, response="")
    assert bars(silent, State.CONSENTED, held, 8) == (Bar.NO_RESPONSE,)
    assert bars(UNCHANGED, State.CONSENTED, held, 8) == ()


def test_a_text_with_an_important_change_outdates_what_was_prepared_before_it():
    events = followed([an_event(5, EventKind.PREPARED)], EventKind.SEALED)
    kept = Policy(NOON, timedelta(days=365))
    assert standing(events, 3, replace(kept, material=frozenset({4}))) is State.CONSENTED
    assert standing(events, 3, replace(kept, material=frozenset({9}))) is State.OUTDATED
