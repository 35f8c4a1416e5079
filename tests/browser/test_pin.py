"""A doctor sets a PIN on a tablet and seals with it there."""

import pytest

from tests.journey import PASSWORD, USERNAME
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PIN = "407193"


def sealed_with(told, secret):
    """Fill the doctor's form with a secret and send it."""
    told.walk.part("seal-username").locator("input").fill(USERNAME)
    told.walk.part("seal-password").locator("input").fill(secret)
    told.page.locator("[data-testid=stFormSubmitButton] button").click()
    settle(told.page)


def test_a_doctor_sets_a_pin_and_seals_with_it_after_a_wrong_one_was_refused(story):
    told = story("en")
    told.journey.set_up()
    told.show("/pin")
    told.walk.part("pin-password").locator("input").fill(PASSWORD)
    told.walk.part("pin-digits").locator("input").fill("123456")
    told.page.locator("[data-testid=stFormSubmitButton] button").click()
    settle(told.page)
    assert "neither all alike nor in a row" in told.text()
    told.walk.part("pin-password").locator("input").fill(PASSWORD)
    told.walk.part("pin-digits").locator("input").fill(PIN)
    told.page.locator("[data-testid=stFormSubmitButton] button").click()
    told.page.wait_for_selector(".st-key-key_pin")
    journey = told.journey.prepare(language="en", clinic_language="en").hand_over().read()
    journey.hand_back().sign_in().talk().open_decision()
    told.show()
    told.walk.tap("decide-consent")
    told.walk.draw()
    told.walk.tap("sign-patient")
    assert "Password, or PIN on this tablet" in told.text()
    told.walk.draw()
    sealed_with(told, "111222")
    assert "The PIN is not right" in told.text()
    sealed_with(told, PIN)
    told.page.wait_for_selector('[class*="st-key-document-show"]')
