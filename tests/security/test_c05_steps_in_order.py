"""C05: steps can be neither skipped nor reordered, whatever is tried in whatever order."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import state_of
from litconsent.domain.errors import AccessError, EpisodeError
from litconsent.domain.events import EventKind
from litconsent.domain.people import Role
from litconsent.domain.tablets import Mode
from litconsent.services.access import tablet_of
from litconsent.services.begin_talk import begin_talk
from litconsent.services.clinic import open_clinic
from litconsent.services.decide import (
    change_decision,
    decide,
    open_decision,
    pass_signature,
    raise_question,
    sign,
)
from litconsent.services.hand_back import hand_back
from litconsent.services.hand_over import hand_over
from litconsent.services.seal_record import seal_record
from litconsent.settings import PROJECT, Settings
from tests.builders import NOON
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey

BEFORE = {
    EventKind.DECISION_OPENED: EventKind.CONSULTATION_OPENED,
    EventKind.DECIDED: EventKind.DECISION_OPENED,
    EventKind.SIGNED: EventKind.DECIDED,
    EventKind.SEALED: EventKind.SIGNED,
    EventKind.HANDED_BACK: EventKind.HANDED_OVER,
}


class Steps(RuleBasedStateMachine):
    """One tablet of a clinic on which anybody tries anything."""

    def __init__(self) -> None:
        super().__init__()
        folder = Path(tempfile.mkdtemp())
        places = Settings(folder / "data", folder / "keys", PROJECT / "content")
        self.clinic = open_clinic(places, lambda: NOON)
        self.journey = Journey(self.clinic).set_up().prepare()
        self.episode = self.journey.episode_id
        self.was_read = False

    def teardown(self) -> None:
        self.clinic.store.close()

    def attempt(self, use_case, *arguments, **named) -> None:
        """Try a step; only an answer that says why it is not possible may come back."""
        before = self.state()
        try:
            use_case(self.clinic, TABLET, *arguments, **named)
        except (AccessError, EpisodeError):
            assert self.state() is before

    def events(self):
        with self.clinic.store.reading() as books:
            return books.events.of_episode(self.episode)

    def state(self):
        return state_of(self.events())

    @rule()
    def the_doctor_signs_in(self):
        if tablet_of(self.clinic, TABLET).mode in (Mode.WAITING, Mode.VISITOR):
            self.journey.sign_in()

    @rule()
    def handed_over(self):
        self.attempt(hand_over, self.episode)

    @rule()
    def read_and_answered_rightly(self):
        if tablet_of(self.clinic, TABLET).mode is Mode.PATIENT:
            self.journey.read()
            self.was_read = True

    @rule()
    def handed_back(self):
        self.attempt(hand_back)

    @rule()
    def the_talk_begins(self):
        self.attempt(begin_talk, self.episode)

    @rule()
    def the_decision_is_opened(self):
        self.attempt(open_decision, self.episode)

    @rule(decision=st.sampled_from(Decision))
    def decided(self, decision):
        self.attempt(decide, decision)

    @rule(role=st.sampled_from(Role))
    def signed(self, role):
        self.attempt(sign, role, strokes=INK)

    @rule(role=st.sampled_from(Role))
    def passed(self, role):
        self.attempt(pass_signature, role)

    @rule()
    def reconsidered(self):
        self.attempt(change_decision)

    @rule()
    def asked(self):
        self.attempt(raise_question)

    @rule()
    def sealed(self):
        self.attempt(seal_record, self.episode, USERNAME, PASSWORD, strokes=INK)

    @rule()
    def the_whole_way_in_order(self):
        """Go straight to the doctor's signature, so that deep states are tried as well."""
        if self.state().final or tablet_of(self.clinic, TABLET).mode is not Mode.CLINIC:
            return
        self.attempt(begin_talk, self.episode)
        self.attempt(open_decision, self.episode)
        self.attempt(decide, Decision.CONSENT if self.was_read else Decision.POSTPONED)
        self.attempt(sign, Role.PATIENT, strokes=INK)

    @invariant()
    def every_step_follows_the_one_that_it_needs(self):
        kinds = [event.kind for event in self.events()]
        for number, kind in enumerate(kinds):
            if kind in BEFORE:
                assert BEFORE[kind] in kinds[:number], kinds

    @invariant()
    def a_record_is_the_end_and_carries_the_signatures_that_it_needs(self):
        with self.clinic.store.reading() as books:
            records = books.records.of_episode(self.episode)
            assert len(records) <= 1
            assert bool(records) is self.state().final
            for record in records:
                signed = books.signatures.of_round(self.episode, record.round)
                roles = [one.role for one in signed]
                assert Role.CLINICIAN in roles
                if record.decision == Decision.CONSENT:
                    assert roles[0] is Role.PATIENT

    @invariant()
    def a_yes_is_only_taken_from_who_was_shown_and_understood_what_matters(self):
        for event in self.events():
            if event.kind is EventKind.DECIDED and event.data["decision"] == Decision.CONSENT:
                assert self.was_read


Steps.TestCase.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
TestStepsCannotBeSkippedOrReordered = Steps.TestCase
