"""A screen is read aloud by a voice of the device, and by no other."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# A device's voices, and what they were asked to say; each passage takes a moment.
DEVICE = """
const voices = %s;
window.said = [];
let now;
Object.defineProperty(window, "speechSynthesis", {value: Object.assign(new EventTarget(), {
  getVoices: () => voices,
  speak: (one) => {
    window.said.push(one.text);
    now = setTimeout(() => one.onend(), 800);
  },
  cancel: () => clearTimeout(now),
})});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
LOCAL = '[{lang: "en-GB", localService: true}, {lang: "it_IT", localService: true}]'
REMOTE = '[{lang: "en-US", localService: false}]'


def reading(told, voices):
    page = told.page
    page.add_init_script(DEVICE % voices)
    page.goto(f"{told.server.address}/read?lang=en&chapter=what")
    page.locator(".lit-aloud button").click()
    return page


def test_a_chapter_is_read_in_order_and_what_is_read_is_marked(story):
    page = reading(story("en"), LOCAL)
    expect(page.locator(".lit-reading")).to_have_text("What it is")
    expect(page.locator(".lit-reading")).to_have_text(page.locator(".key p").inner_text())
    expect(page.locator(".lit-aloud button")).to_have_text("Stop reading")
    page.locator("[data-testid=stHtml] p").last.click()  # reading goes on from what is tapped
    last = page.locator("[data-testid=stHtml] p").last.inner_text()
    expect(page.locator(".lit-reading")).to_have_text(last)
    page.wait_for_selector(".lit-reading", state="detached")
    said = page.evaluate("window.said")
    assert said[0] == "What it is" and last in said
    assert not any("Draft" in one or "1 of" in one for one in said)


def test_reading_stops_at_a_tap_and_with_the_page(story):
    page = reading(story("en"), LOCAL)
    page.locator(".lit-aloud button").click()
    expect(page.locator(".lit-reading")).to_have_count(0)
    count = len(page.evaluate("window.said"))
    page.locator(".lit-aloud button").click()
    page.locator("[class*=st-key-nav_next] button").click()
    expect(page.locator("h1")).to_have_text("How it may work")
    expect(page.locator(".lit-aloud button")).to_have_text("Read to me")
    page.wait_for_timeout(1000)
    assert len(page.evaluate("window.said")) <= count + 3
    assert "How it may work" not in page.evaluate("window.said")


@pytest.mark.parametrize("voices", ["[]", REMOTE])
def test_a_device_without_a_voice_of_its_own_says_so(story, voices):
    page = reading(story("en"), voices)
    expect(page.locator(".lit-aloud [role=status]")).to_have_text(
        "This device has no voice of its own for English."
    )
    assert page.evaluate("window.said") == []
