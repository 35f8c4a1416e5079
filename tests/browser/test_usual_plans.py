"""A doctor keeps a plan once, and begins with it for the next patient with a few taps."""

import pytest
from playwright.sync_api import expect

from tests.browser.pictures import picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLAN = {
    "diagnosis": "Neck pain",
    "area": "Neck, right side",
    "interval": "7",
    "alternatives": "Exercises, or tablets",
    "without": "The pain may ease by itself, or stay as it is",
}


def value(told, part):
    return told.walk.part(part).locator("input").first.input_value()


def keep(told, name):
    if not told.walk.part("plans-name").locator("input").is_visible():
        told.page.locator(".st-key-prepare-keep summary").click()
    told.walk.write("plans-name", name)
    told.walk.tap("plans-keep")


def test_a_plan_is_kept_and_begun_with_for_the_next_patient_in_a_few_taps(story):
    told = story("en")
    told.journey.set_up()
    told.show("/prepare?lang=en")
    walk = told.walk
    assert walk.part("prepare-usual").count() == 0
    walk.write("prepare-name", "Ada Rossi")
    keep(told, "Nothing in it")
    expect(told.page.locator("[role=alert]")).to_contain_text("Please choose at least one")

    for key, text in PLAN.items():
        walk.write(f"prepare-{key}", text)
    walk.tap("prepare-sessions", 2)
    walk.pick("prepare-lidocaine")
    walk.write("prepare-reason-lidocaine", "Painful points in the neck")
    walk.tap("prepare-off_label-lidocaine", 0)
    keep(told, "Neck, usual")
    expect(told.page.get_by_text("The plan is kept.")).to_be_visible()
    picture(told, "plan-kept")

    # The next patient: another plan was begun, and gives way; the patient stays.
    walk.write("prepare-name", "Bea Verdi")
    walk.write("prepare-birth", "03/04/1955")
    walk.write("prepare-identifier", "BV-1")
    walk.write("prepare-diagnosis", "Something else")
    walk.pick("prepare-lidocaine")
    walk.pick("prepare-saline")
    walk.tap("prepare-usual")
    assert "Neck, usual" in told.text() and "Ada" not in told.text()
    picture(told, "plans")
    walk.tap("plans-use-0")
    assert value(told, "prepare-name") == "Bea Verdi"
    for key, text in PLAN.items():
        assert value(told, f"prepare-{key}") == text
    assert value(told, "prepare-reason-lidocaine") == "Painful points in the neck"
    assert walk.part("prepare-reason-saline").count() == 0
    walk.tap("prepare-done")
    assert "Bea Verdi" in told.text() and "Painful points in the neck" in told.text()


def test_a_plan_is_dropped_after_a_second_tap_and_what_was_prepared_stays(story):
    told = story("en")
    told.journey.set_up()
    told.show("/prepare?lang=en")
    told.walk.pick("prepare-saline")
    keep(told, "O<Brien & <b>")
    told.walk.tap("prepare-usual")
    assert "O<Brien & <b>" in told.text()
    told.walk.tap("plans-drop-0")
    assert "O<Brien & <b>" in told.text()
    told.walk.tap("plans-sure-0")
    assert "There is none yet." in told.text()
    told.walk.tap("plans-back")
    assert told.walk.part("prepare-usual").count() == 0
