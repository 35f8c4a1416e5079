"""The lead lets an auditor in, who sees board, records and texts, and no button to change them."""

import pytest
from playwright.sync_api import expect

from litconsent.services.sign_out import sign_out
from tests.browser.pictures import picture

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WORDS = "only looking at what there is"


def test_an_auditor_is_let_in_and_is_offered_nothing_that_changes_anything(story):
    told = story("en")
    told.journey.set_up().prepare()
    told.show("/accounts?lang=en")
    for field, words in (("name", "Anna Neri"), ("username", "auditor"), ("password", WORDS)):
        told.page.locator(f".st-key-account-{field} input").fill(words)
    add = told.page.locator("[data-testid=stFormSubmitButton] button").filter(has_text="Add")
    told.walk.click(add)
    assert "Please fill in: What this person may do." in told.text()
    told.page.locator(".st-key-account-role-en label:has(input)").nth(2).click()
    picture(told, "accounts")
    told.walk.click(add)
    assert "Anna Neri · Auditor" in told.text()

    sign_out(told.clinic, told.journey.tablet)
    told.show("/sign-in?lang=en")
    told.page.locator(".st-key-sign_in-username input").fill("auditor")
    told.page.locator(".st-key-sign_in-password input").fill(WORDS)
    told.walk.click(told.page.locator("[data-testid=stFormSubmitButton] button"))
    assert "Ada Rossi" in told.text()
    picture(told, "board-auditor")
    for part in ("board-hand", "board-talk", "bar-clinic-prepare", "bar-clinic-accounts"):
        expect(told.walk.part(part)).to_have_count(0)
    for path in ("/prepare", "/accounts", "/formulary", "/episode", "/consultation"):
        told.show(f"{path}?lang=en")
        assert "An auditor looks at records and texts, and changes nothing." in told.text(), path
    told.show("/release?lang=en")
    picture(told, "editions-auditor")
    assert "Editions" in told.text() and "Read the files again" not in told.text()
