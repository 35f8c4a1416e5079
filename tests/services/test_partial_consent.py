"""A yes to a part: some compounds of the plan, never none and never all; a record of its own."""

import json
from io import BytesIO

import pikepdf
import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import State, state_of
from litconsent.domain.errors import InputError, NotReadyForConsent
from litconsent.domain.people import Role
from litconsent.domain.plans import PlannedCompound
from litconsent.services.decide import change_decision, decide, deciding, sign
from litconsent.services.seal_record import seal_record
from tests.builders import a_plan
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey

PLAN = a_plan(
    compounds=(
        PlannedCompound("lidocaine", "Painful points"),
        PlannedCompound("ketoprofen", "Tablets hurt"),
    )
)


@pytest.fixture
def journey(clinic):
    return Journey(clinic).to_the_decision(plan=PLAN)


def sealed(journey):
    sign(journey.clinic, TABLET, Role.PATIENT, strokes=INK)
    record = seal_record(
        journey.clinic, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK
    )
    with journey.clinic.store.reading() as books:
        events = books.events.of_episode(journey.episode_id)
        with pikepdf.open(BytesIO(books.records.pdf(record.id))) as document:
            attached = document.attachments["record.json"]
            return record, state_of(events), json.loads(attached.get_file().read_bytes())


def test_what_was_declined_stands_in_the_record(journey):
    decide(journey.clinic, TABLET, Decision.PARTIAL, ["ketoprofen"])
    record, state, data = sealed(journey)
    assert record.decision == Decision.PARTIAL and state is State.PARTLY_CONSENTED
    assert data["decision"] == "partial" and data["declined"] == ["ketoprofen"]


@pytest.mark.parametrize("declined", [(), ("lidocaine", "ketoprofen"), ("saline",)])
def test_a_part_is_neither_nothing_nor_everything(journey, declined):
    with pytest.raises(InputError):
        decide(journey.clinic, TABLET, Decision.PARTIAL, declined)
    assert deciding(journey.clinic, TABLET).decision is None


def test_another_part_is_another_decision_that_is_signed_anew(journey):
    decide(journey.clinic, TABLET, Decision.PARTIAL, ["ketoprofen"])
    sign(journey.clinic, TABLET, Role.PATIENT, strokes=INK)
    change_decision(journey.clinic, TABLET)
    decide(journey.clinic, TABLET, Decision.PARTIAL, ["lidocaine"])
    now = deciding(journey.clinic, TABLET)
    assert now.declined == ("lidocaine",) and now.signer.role is Role.PATIENT


def test_a_yes_to_a_part_needs_what_a_whole_yes_needs(clinic):
    Journey(clinic).set_up().prepare(plan=PLAN).hand_over().read(misses=["Q10"]).hand_back()
    # The patient missed a point that the doctor has not talked about.
    journey = Journey(clinic).sign_in()
    with clinic.store.reading() as books:
        journey.episode = next(books.episodes.newest_first())
    journey.talk().open_decision()
    with pytest.raises(NotReadyForConsent):
        decide(clinic, TABLET, Decision.PARTIAL, ["ketoprofen"])
    decide(clinic, TABLET, Decision.REFUSAL)
