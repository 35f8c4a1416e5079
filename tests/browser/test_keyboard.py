"""The patient's whole way without touching the screen: Tab, Space, Enter and arrows only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import UPRIGHT, chromium, tablet
from tests.walking import app_server, journey_of, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_TABS = 60
UNDERSTOOD = "[class*=st-key-choices_row_understood] button"
IN_FOCUS = "selector => !!document.activeElement?.closest(selector)"
RINGED = """() => { const now = document.activeElement;
  return now === document.body || [now, now.closest("label")].some(one => one
    && getComputedStyle(one).outlineStyle !== "none"
    && parseFloat(getComputedStyle(one).outlineWidth) >= 2); }"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something inside the selector has the focus, seen by a ring around it."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(IN_FOCUS, selector):
            return
    raise AssertionError(f"{selector} cannot be reached from the keyboard")


def press(page: Page, selector: str, key: str = "Enter") -> None:
    tab_to(page, selector)
    page.keyboard.press(key)
    settle(page)


def expect_heading_in_focus(page: Page) -> str:
    """Return the words of the new heading, which must have the focus."""
    heading = page.locator("[data-testid=stMain] h1")
    expect(heading).to_be_focused()
    return heading.inner_text()


def begin(page: Page, query: str = "") -> None:
    page.goto(page.url.partition("/?")[0] + f"/?lang=en{query}")
    settle(page)


def test_patient_reads_answers_and_hands_back_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    with (
        app_server(tmp_path) as (server, clinic),
        tablet(browser, f"{server.address}/?lang=en", UPRIGHT) as (page, _),
    ):
        journey_of(page, clinic).set_up().prepare(language="en").hand_over()
        begin(page)
        headings = [page.locator("h1").inner_text()]
        press(page, "[class*=st-key-presence-]", "Space")
        press(page, "[class*=st-key-pressed-]", "Space")
        page.keyboard.press("ArrowDown")  # from "no" to "yes"
        settle(page)
        expect(page.get_by_role("radio", name="Yes")).to_be_checked()
        screens = int(page.locator(".stepper p").inner_text().split()[-1])  # "1 of 33"
        while page.locator(".stepper").count():
            if page.locator("[class*=st-key-choices_Q]").count():
                press(page, "[class*=st-key-choices_Q] button", "Space")
                expect_heading_in_focus(page)
            if page.locator(UNDERSTOOD).count():
                press(page, UNDERSTOOD)
            else:
                press(page, "[class*=st-key-nav_next] button")
                if page.locator(".st-key-left_out [role=alert]").count():  # about health, once
                    press(page, "[class*=st-key-nav_next] button")
            headings.append(expect_heading_in_focus(page))
            assert len(headings) <= screens + 1
    assert headings[0] == "First, just you"
    assert headings[-1] == "Thank you"
    assert len(set(headings)) > screens - 4


def test_patient_decides_and_signs_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    with (
        app_server(tmp_path) as (server, clinic),
        tablet(browser, f"{server.address}/?lang=en", UPRIGHT) as (page, _),
    ):
        journey_of(page, clinic).to_the_decision(language="en", clinic_language="en")
        begin(page)
        press(page, ".st-key-decide-consent button", "Space")
        assert expect_heading_in_focus(page) == "Please sign"
        press(page, "[data-testid=stExpander] summary")
        tab_to(page, "[class*=st-key-typed] input")
        page.keyboard.type("Ada Rossi")
        press(page, "[class*=st-key-sign-patient] button")
        assert expect_heading_in_focus(page) == "For the doctor"


def test_every_stop_on_the_way_of_tab_is_seen(browser: Browser, tmp_path: Path) -> None:
    with (
        app_server(tmp_path) as (server, clinic),
        tablet(browser, f"{server.address}/?lang=en", UPRIGHT) as (page, _),
    ):
        journey_of(page, clinic).to_the_decision(language="en", clinic_language="en")
        begin(page)
        for _ in range(8):
            page.keyboard.press("Tab")
            assert page.evaluate(RINGED), page.evaluate("document.activeElement.outerHTML")
