"""The screens of two tablets, of a resting tablet and of the PIN have no fault that axe finds."""

from datetime import timedelta

import pytest

from tests.browser.beside import beside
from tests.browser.test_accessibility import faults
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def untouched(told, **span):
    """Let the server believe that the tablet was last used so long ago, and draw its page anew."""
    with told.clinic.store.writing() as books:
        books.tablets.touch(told.journey.tablet, told.clinic.now() - timedelta(**span))
    told.show("/")


def test_no_screen_of_two_tablets_has_a_fault(story):
    desk = story("en")
    found = {}
    prepared = desk.journey.set_up().prepare(language="en", clinic_language="en")
    desk.show("/pin")
    found["pin"] = faults(desk.page)
    desk.show(f"/episode?episode={prepared.episode_id}")
    desk.walk.tap("episode-other")
    code = desk.page.locator("p.pairing").inner_text()
    found["pairing"] = faults(desk.page)
    with beside(desk, path=f"/join?code={code}") as patient:
        found["join"] = faults(patient.page)
        patient.walk.tap("nav_next-join")
        desk.page.wait_for_selector(".st-key-card_live")
        settle(desk.page)
        found["live"] = faults(desk.page)
        untouched(patient, minutes=3)
        found["covered"] = faults(patient.page)
        untouched(patient, hours=1)
        patient.page.locator("[data-testid=stExpander] summary").click()
        settle(patient.page)
        found["locked"] = faults(patient.page)
        desk.walk.tap("episode-hand_over")
        patient.show("/")
        assert "This tablet is free" in patient.text()
        found["free"] = faults(patient.page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
