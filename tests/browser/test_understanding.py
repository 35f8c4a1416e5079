"""After each risk: understood, not yet, explain more; and what the doctor makes of it."""

import pytest
from playwright.sync_api import expect

from litconsent.services.read_leaflet import open_reading
from tests.journey import Journey
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def say(told, chapter, words):
    told.walk.tap(f"understood-{chapter}-{words}")


def to_the_risks(told):
    told.show()
    told.walk.pick("presence-", 0)
    told.walk.pick("pressed-", 0)
    told.walk.tap("nav_next")
    while not told.walk.part("nav_next-chapter-risks").count():
        told.walk.go_on() if told.walk.part("nav_next-chapter").count() else told.walk.tap(
            "nav_next"
        )


def test_a_patient_who_has_not_understood_says_so_and_the_doctor_explains(story):
    told = story("en")
    page = told.page
    journey: Journey = told.journey
    journey.set_up().prepare(language="en", clinic_language="en").hand_over()
    to_the_risks(told)
    expect(told.walk.part("nav_next").locator("button")).to_be_disabled()

    say(told, "risks", "explain")
    expect(page.get_by_role("heading", name="In other words")).to_be_visible()
    expect(page.locator("[data-testid=stExpander] details").first).to_have_attribute("open", "")
    page.reload()
    page.wait_for_selector("[data-testid=stMain] h1")
    settle(page)
    expect(page.get_by_role("heading", name="In other words")).to_be_visible()

    say(told, "risks", "not_yet")
    assert open_reading(told.clinic, journey.tablet).answers.seen["risks"].for_doctor
    told.walk.tap("nav_back")
    expect(page.get_by_text("You said: Not yet")).to_be_visible()

    journey.read().hand_back().sign_in()
    told.show(f"/consultation?episode={journey.episode_id}&lang=en")
    row = page.locator("table.map tr.marked", has_text="Not yet")
    assert row.count() == 1 and "Wants more explained" in row.inner_text()
    assert "said “not yet”" in told.text()

    panel = page.get_by_text("Prompts and ratings")
    panel.click()
    settle(page)
    told.walk.click(told.walk.part("teach_back-B4").locator("button").nth(1))
    told.walk.write("repair-B4", "She named pus; then lumps too.")
    told.walk.write("talk-risks", "Shown on the picture.")
    assert "said “not yet”" not in told.text()

    page.reload()
    page.wait_for_selector("[data-testid=stMain] h1")
    settle(page)
    assert "1 of 5 rated" in told.text()
    told.walk.tap("talk-decide")
    told.walk.tap("decide-consent")
    assert page.locator("canvas").count() or told.walk.part("sign").count()


def test_family_beside_the_patient_is_told_who_answers_and_the_doctor_confirms_it(story):
    told = story("it")
    told.journey.set_up().prepare(language="it", clinic_language="it").hand_over()
    told.show("/?lang=it")
    told.walk.pick("presence-", 1)
    told.walk.pick("pressed-", 0)
    told.walk.tap("nav_next")
    while not told.walk.part("choices_Q").count():
        told.walk.go_on()
    assert "Qui risponde solo lei." in told.text()
