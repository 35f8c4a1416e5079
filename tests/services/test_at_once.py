"""Several tablets and tabs do the same at the same moment; threads start together on one clinic."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from litconsent.domain.answers import Notes
from litconsent.domain.decisions import Decision
from litconsent.domain.errors import LitConsentError, PairingRefused
from litconsent.domain.events import EventKind
from litconsent.domain.pairings import Purpose
from litconsent.domain.people import Role
from litconsent.domain.tablets import Mode
from litconsent.services.access import tablet_of
from litconsent.services.consultation import look_at_episode
from litconsent.services.decide import decide, deciding, sign
from litconsent.services.keep_notes import keep_notes
from litconsent.services.offer_pairing import offer_pairing
from litconsent.services.redeem_pairing import redeem_pairing
from litconsent.services.seal_record import seal_record
from litconsent.services.verify_file import verify_file
from tests.journey import INK, OTHER_TABLET, PASSWORD, TABLET, USERNAME, Journey


def at_once(*calls: Callable[[], object]) -> list[object]:
    """Run all calls from threads that start together; return what each gave or raised."""
    together = Barrier(len(calls))

    def run(call: Callable[[], object]) -> object:
        together.wait()
        try:
            return call()
        except LitConsentError as error:
            return error

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def events(journey, kind):
    with journey.clinic.store.reading() as books:
        return [e for e in books.events.of_episode(journey.episode_id) if e.kind is kind]


def test_one_of_eight_tablets_that_use_the_same_code_at_once_gets_the_episode(clinic):
    journey = Journey(clinic).set_up().prepare()
    code = offer_pairing(clinic, TABLET, journey.episode_id, Purpose.READ).code
    tablets = [f"{number:064d}" for number in range(8)]
    answers = at_once(*(lambda t=t: redeem_pairing(clinic, t, code) for t in tablets))
    assert answers.count(None) == 1
    assert sum(isinstance(answer, PairingRefused) for answer in answers) == 7
    holders = [t for t in tablets if tablet_of(clinic, t).mode is Mode.PATIENT]
    assert len(holders) == 1 and len(events(journey, EventKind.HANDED_OVER)) == 1


@pytest.mark.parametrize("turn", range(4))
def test_a_hand_over_here_and_a_code_used_there_at_once_leave_one_holder(clinic, turn):
    journey = Journey(clinic).set_up().prepare()
    code = offer_pairing(clinic, TABLET, journey.episode_id, Purpose.READ).code
    at_once(journey.hand_over, lambda: redeem_pairing(clinic, OTHER_TABLET, code))
    with clinic.store.reading() as books:
        assert len(books.tablets.holding(journey.episode_id)) == 1


@pytest.mark.parametrize("turn", range(3))
def test_yes_and_no_at_once_from_two_tabs_end_in_one_record_of_one_decision(clinic, turn):
    journey = Journey(clinic).to_the_decision()
    at_once(
        *(lambda d=d: decide(clinic, TABLET, d) for d in (Decision.CONSENT, Decision.REFUSAL) * 2)
    )
    assert len(events(journey, EventKind.DECIDED)) == 1
    decision = deciding(clinic, TABLET).decision
    at_once(*[lambda: sign(clinic, TABLET, Role.PATIENT, strokes=INK)] * 4)
    assert len(deciding(clinic, TABLET).signatures) == 1
    seal = (clinic, TABLET, journey.episode_id, USERNAME, PASSWORD)
    records = at_once(*[lambda: seal_record(*seal, strokes=INK)] * 3)
    assert {record.id for record in records} == {records[0].id}
    assert records[0].decision == decision
    assert len(events(journey, EventKind.SEALED)) == 1


def test_notes_of_two_desks_at_once_are_all_kept(clinic):
    journey = Journey(clinic).set_up().prepare()
    Journey(clinic, OTHER_TABLET).sign_in()
    written = [
        Notes(resolved={"Q01": "Told"}),
        Notes(answered="Yes"),
        Notes(pressure="Talked about"),
        Notes(privacy_notice=True),
    ]
    kept = at_once(
        *(
            lambda n=n, t=t: keep_notes(clinic, t, journey.episode_id, Notes(), n)
            for n, t in zip(written, [TABLET, OTHER_TABLET] * 2, strict=True)
        )
    )
    assert not [answer for answer in kept if isinstance(answer, Exception)]
    notes = look_at_episode(clinic, TABLET, journey.episode_id).notes
    assert (notes.resolved, notes.answered) == ({"Q01": "Told"}, "Yes")
    assert (notes.pressure, notes.privacy_notice) == ("Talked about", True)


def ready_to_sign(clinic, tablet):
    """Bring a patient of their own on a tablet of their own as far as the doctor's signature."""
    journey = Journey(clinic, tablet).sign_in().prepare().hand_over().read().hand_back()
    journey.sign_in().talk().open_decision()
    decide(clinic, tablet, Decision.CONSENT)
    sign(clinic, tablet, Role.PATIENT, strokes=INK)
    return journey


def test_ten_doctors_who_sign_at_once_lose_nothing(clinic):
    Journey(clinic).set_up()
    journeys = [ready_to_sign(clinic, f"{number:064d}") for number in range(10)]
    records = at_once(
        *(
            lambda j=j: seal_record(clinic, j.tablet, j.episode_id, USERNAME, PASSWORD, strokes=INK)
            for j in journeys
        )
    )
    assert [record.episode_id for record in records] == [one.episode_id for one in journeys]
    with clinic.store.reading() as books:
        sealed = [books.records.pdf(record.id) for record in records]
    assert len(set(sealed)) == 10
    assert all(verify_file(pdf, clinic).stands for pdf in sealed)
    assert all(len(events(journey, EventKind.SEALED)) == 1 for journey in journeys)
    anchors = {record.chain_seq: record.chain_head for record in records}
    assert clinic.store.verify_chain(anchors=anchors).whole
