"""C23 and C24: a signature counts for what was shown, once, whatever is sent again."""

import threading

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.errors import LitConsentError, NotAllowed, StepNotPossible
from litconsent.domain.events import EventKind
from litconsent.domain.people import Role
from litconsent.services.decide import change_decision, decide, deciding, sign
from litconsent.services.seal_record import seal_record
from tests.journey import INK, OTHER_TABLET, PASSWORD, TABLET, USERNAME, Journey
from tests.walking import settle

SEAL = (USERNAME, PASSWORD)


def deciding_on(clinic, tablet):
    journey = Journey(clinic, tablet=tablet).sign_in().prepare().hand_over().read()
    return journey.hand_back().sign_in().talk().open_decision()


def test_c23_a_signature_given_under_one_decision_is_not_taken_for_another(clinic):
    Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    shown = deciding(clinic, TABLET).round
    change_decision(clinic, TABLET)
    decide(clinic, TABLET, Decision.REFUSAL)
    with pytest.raises(StepNotPossible):
        sign(clinic, TABLET, Role.PATIENT, strokes=INK, shown=shown)
    assert deciding(clinic, TABLET).signatures == ()


def test_c23_a_doctor_seals_no_other_decision_than_the_one_on_the_screen(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    shown = deciding(clinic, TABLET).round
    change_decision(clinic, TABLET)
    decide(clinic, TABLET, Decision.POSTPONED)
    with pytest.raises(StepNotPossible):
        seal_record(clinic, TABLET, journey.episode_id, *SEAL, strokes=INK, shown=shown)
    with clinic.store.reading() as books:
        assert books.records.latest(9) == ()


def test_c23_what_is_signed_on_one_tablet_reaches_no_other_episode(clinic):
    Journey(clinic).set_up()
    clinic_tablet = "d" * 64
    Journey(clinic, clinic_tablet).sign_in()
    first = Journey(clinic).prepare().hand_over().read().hand_back().sign_in().talk()
    first.open_decision()
    second = deciding_on(clinic, OTHER_TABLET)
    for tablet in (TABLET, OTHER_TABLET):
        decide(clinic, tablet, Decision.CONSENT)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK, shown=deciding(clinic, TABLET).round)
    with pytest.raises(StepNotPossible):
        sign(clinic, OTHER_TABLET, Role.PATIENT, strokes=INK, shown=deciding(clinic, TABLET).round)
    assert deciding(clinic, OTHER_TABLET).signatures == ()
    for tablet, other in ((TABLET, second), (OTHER_TABLET, first), (clinic_tablet, first)):
        with pytest.raises(NotAllowed):
            seal_record(clinic, tablet, other.episode_id, *SEAL, strokes=INK)


def test_c23_what_a_patient_signs_under_is_the_text_that_they_were_shown(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    with clinic.store.reading() as books:
        events = books.events.of_episode(journey.episode_id)
    (decided,) = [event for event in events if event.kind is EventKind.DECIDED]
    read = {event.data["leaflet"] for event in events if event.kind is EventKind.CHAPTER_READ}
    assert {decided.data["leaflet"]} == read == {deciding(clinic, TABLET).leaflet.hash}


def test_c24_the_same_call_twenty_times_from_five_threads_gives_one_record_and_one_receipt(clinic):
    journey = Journey(clinic).to_the_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    receipts: list[object] = []

    def replay() -> None:
        for _ in range(4):
            try:
                receipts.append(
                    seal_record(clinic, TABLET, journey.episode_id, *SEAL, strokes=INK).id
                )
            except LitConsentError as error:
                receipts.append(error)

    threads = [threading.Thread(target=replay) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(receipts) == 20 and len(set(map(str, receipts))) == 1
    with clinic.store.reading() as books:
        kinds = [event.kind for event in books.events.of_episode(journey.episode_id)]
        assert len(books.records.latest(9)) == 1
    assert kinds.count(EventKind.SEALED) == 1 and kinds.count(EventKind.SIGNED) == 2


@pytest.mark.browser
@pytest.mark.slow
def test_c24_recorded_frames_sent_again_sign_neither_twice_nor_another_decision(story):
    """Record what the browser sends for a signature, and send it again from five connections."""
    told = story("en")
    frames: list[bytes] = []
    told.page.on("websocket", lambda line: line.on("framesent", lambda sent: frames.append(sent)))
    journey = told.journey.to_the_decision(language="en", clinic_language="en")
    told.show()
    told.walk.tap("decide-consent")
    told.walk.draw()
    told.walk.tap("sign-patient")
    assert len(deciding(told.clinic, journey.tablet).signatures) == 1
    sent = [frame for frame in frames if isinstance(frame, bytes)]
    assert any(b"sign.patient" in frame for frame in sent)

    replay(told, sent)
    assert len(deciding(told.clinic, journey.tablet).signatures) == 1

    change_decision(told.clinic, journey.tablet)
    decide(told.clinic, journey.tablet, Decision.REFUSAL)
    replay(told, [frame for frame in sent if b"sign.patient" in frame])
    now = deciding(told.clinic, journey.tablet)
    assert now.decision is Decision.REFUSAL and now.signatures == ()


def replay(told, frames):
    """Send frames from five connections with the tablet's own cookie, four times each."""
    kept = {one["name"]: one["value"] for one in told.context.cookies()}
    cookie = f"litconsent-tablet={kept['litconsent-tablet']}"
    lines = [told.server.stream(cookie) for _ in range(5)]
    for _ in range(4):
        for line in lines:
            for frame in frames:
                line.send(frame)
    told.page.wait_for_timeout(5000)
    for line in lines:
        line.close()


@pytest.mark.browser
@pytest.mark.slow
def test_c23_a_tab_that_still_shows_the_yes_signs_no_no(story):
    """Somebody changes the decision in one tab; the other one still offers to sign the old one."""
    told = story("en")
    journey = told.journey.to_the_decision(language="en", clinic_language="en")
    told.show()
    told.walk.tap("decide-consent")
    told.walk.draw()
    change_decision(told.clinic, journey.tablet)
    decide(told.clinic, journey.tablet, Decision.REFUSAL)
    told.page.locator('[class*="st-key-sign-patient"] button').click()
    told.page.get_by_text("No. I do not want this treatment.").first.wait_for()
    settle(told.page)
    assert deciding(told.clinic, journey.tablet).signatures == ()
