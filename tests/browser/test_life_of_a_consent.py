"""After the signature, on the screens: a session, a change of mind, and a plan taken up again."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role
from litconsent.services.decide import decide, sign
from litconsent.services.seal_record import seal_record
from tests.journey import INK, PASSWORD, USERNAME

pytestmark = pytest.mark.browser


@pytest.fixture
def told(story):
    """A story that stands at the record of a consent, in English."""
    told = story("en")
    journey = told.journey.to_the_decision(language="en", clinic_language="en")
    decide(journey.clinic, journey.tablet, Decision.CONSENT)
    sign(journey.clinic, journey.tablet, Role.PATIENT, strokes=INK)
    given = (journey.clinic, journey.tablet, journey.episode_id, USERNAME, PASSWORD)
    # The browser has this thread's event loop, and sealing wants one of its own.
    with ThreadPoolExecutor(1) as apart:
        record = apart.submit(seal_record, *given, strokes=INK).result()
    return told.show(f"/record?record={record.id}&lang=en")


def test_a_session_takes_three_taps_and_has_its_page(told):
    told.walk.tap("course-session")
    assert "Before session 1" in told.text()
    go_on = told.walk.part("session-go_on").locator("button")
    boxes = [one.bounding_box() for one in told.walk.part("session-").locator("button").all()[-3:]]
    assert len({(round(box["width"]), round(box["height"])) for box in boxes}) == 1
    assert go_on.is_disabled()
    told.walk.tap("session-plan", 0)
    told.walk.tap("session-health", 0)
    told.walk.tap("session-go_on")
    told.page.wait_for_selector(".st-key-card_course")
    assert "A session was held." in told.text() and "1 of 3" in told.text()


def test_what_was_said_before_a_session_outlives_a_refresh_and_a_killed_server(told):
    told.walk.tap("course-session")
    told.walk.tap("session-plan", 0)
    told.walk.tap("session-health", 1)
    told.show(told.page.url.removeprefix(told.server.address))
    assert "There is something new about the patient's health." in told.text()
    told.walk.tap("session-health", 0)
    told.kill()
    told.restart()
    told.show(told.page.url.removeprefix(told.server.address))
    assert told.walk.part("session-go_on").locator("button").is_enabled()


def test_a_withdrawal_that_was_begun_is_still_there_after_a_refresh(told):
    told.walk.tap("course-withdraw")
    told.walk.tap("withdrawal-manner", 1)
    told.walk.write("withdrawal-follow_up", "A talk next week")
    told.show(told.page.url.removeprefix(told.server.address))
    assert (
        told.walk.part("withdrawal-follow_up").locator("input").input_value() == "A talk next week"
    )
    told.walk.tap("withdrawal-done")
    told.page.wait_for_selector(".st-key-card_course")
    assert "The patient took the consent back. No further session." in told.text()


def test_something_new_about_health_needs_a_new_consent(told):
    told.walk.tap("course-session")
    told.walk.tap("session-plan", 0)
    told.walk.tap("session-health", 1)
    assert "There is something new about the patient's health." in told.text()
    assert told.walk.part("session-go_on").locator("button").is_disabled()
    told.walk.tap("session-again")
    told.page.wait_for_url("**/prepare**")
    assert told.walk.part("prepare-name").locator("input").first.input_value() == "Ada Rossi"
    assert told.walk.part("prepare-reason-lidocaine").locator("input").first.input_value()


def test_the_patient_takes_it_back_and_nobody_asks_why(told):
    told.walk.tap("course-withdraw")
    assert "why" not in told.page.locator("label").all_inner_texts()
    done = told.walk.part("withdrawal-done").locator("button")
    assert done.is_disabled()
    told.walk.tap("withdrawal-manner", 0)
    told.walk.draw()
    told.walk.tap("withdrawal-done")
    told.page.wait_for_selector(".st-key-card_course")
    assert "I take my consent back." in told.text()
    assert "The patient took the consent back. No further session." in told.text()
    assert told.walk.part("course-session").count() == 0
    told.show("/?lang=en")
    assert "The patient took the consent back. No further session." in told.text()


def test_the_lead_declares_a_record_void_with_a_reason(told):
    told.page.locator("summary", has_text="This record is an error of the clinic").click()
    told.walk.tap("void-done")
    assert "Please fill in: Reason, as it will stand on the page." in told.text()
    told.walk.write("void-reason", "Wrong patient chosen")
    told.walk.tap("void-done")
    told.page.wait_for_selector(".st-key-card_course")
    assert "The clinic declares this record void." in told.text()
