"""The shell around every page, in a real browser: language, focus, size, look, and the network."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import LYING, UPRIGHT, chromium, tablet
from tests.serving import Server, serving

pytestmark = pytest.mark.browser

FIRST_VISIT_BYTES = 1_500_000
SCRIPT = """
from gettext import NullTranslations
import streamlit as st
from litconsent.i18n.languages import LANGUAGES, language
from litconsent.i18n.text import Text
from litconsent.ui.components import figure, page_frame

asked = st.query_params
text = Text(language(asked.get("lang", "en")), NullTranslations())

def start():
    st.title("Welcome", anchor=False)
    with st.container(key="choices_grid_languages"):
        for known in LANGUAGES.values():
            st.button(known.endonym, key=known.code, width="stretch")
    with st.container(key="figure_needle"):
        figure("needle", alt="A needle of 4 mm", caption="A needle", svg=(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 4"><script>stolen=1</script>'
            '<rect width="9" height="3"/><text x="1" y="2">4 mm</text></svg>'))
    with st.container(key="navbar", horizontal=True):
        if st.button("Continue", key="nav_next", type="primary"):
            st.switch_page(pages[1], query_params=asked.to_dict())

def ask():
    st.title("Questions", anchor=False)
    st.radio("Allergy?", ["Yes", "No", "I do not know"], index=None)
    st.checkbox("I take blood thinners")
    st.text_input("Name")
    st.text_area("What matters to you?")
    st.selectbox("Area", ["Neck", "Back"], index=None)
    st.pills("Tell the doctor", ["Pregnant", "Diabetes"])
    with st.expander("Read more"):
        st.markdown("More.")
    with st.container(key="navbar", horizontal=True):
        if st.button("Back", key="nav_back"):
            st.switch_page(pages[0], query_params=asked.to_dict())

def fail():
    raise RuntimeError("/etc/shadow of Ada")

pages = [st.Page(start, default=True), st.Page(ask, url_path="ask"), st.Page(fail, url_path="fail")]
page = st.navigation(pages, position="hidden")
page_frame(text, page=page.url_path or "start", title={"": "Welcome", "ask": "Questions"}.get(
    page.url_path, "Failure"), scale=float(asked.get("scale", 1)),
    contrast=asked.get("contrast", "normal"))
with st.container(key="topbar", horizontal=True):
    st.markdown("LIT Consent")
    if st.button("Arabic", key="to_arabic"):
        asked["lang"] = "ar"
        st.rerun()
if page.url_path == "fail":
    st.title("Failure", anchor=False)
page.run()
"""
TARGETS = """() => [...document.querySelectorAll(
  '[data-testid=stMain] :is(button,summary,input[type=text],textarea,[data-testid=stRadioOption],'
  + '.stCheckbox label)')].map(e => [e.outerHTML.slice(0, 60), e.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 44 || box.width < 44))
  .map(([start, box]) => [start, box.width, box.height])"""
RATIO = """selector => {
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => { const [r, g, b] = parse(c).map(v => { v /= 255;
    return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const e = document.querySelector(selector);
  let under = e; let back = "";
  while (under) { back = getComputedStyle(under).backgroundColor;
    const a = parse(back); if (a.length < 4 || a[3] > 0) break; under = under.parentElement; }
  const [hi, lo] = [light(getComputedStyle(e).color), light(back)].sort((a, b) => b - a);
  return (hi + 0.05) / (lo + 0.05); }"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("shell"), SCRIPT, ("ask", "fail")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def overflows(page: Page) -> bool:
    return bool(
        page.evaluate(
            """() => { const m = document.querySelector('[data-testid=stMain]');
            const wide = e => e.scrollWidth > e.clientWidth + 1;
            return wide(m) || wide(document.documentElement); }"""
        )
    )


def test_first_visit_is_light_and_stays_inside_the_clinic(browser: Browser, server: Server) -> None:
    with tablet(browser, server.address + "/") as (page, traffic):
        page.wait_for_timeout(6000)  # usage statistics would leave after a few seconds
    assert traffic.asked
    assert [one for one in traffic.asked if not one.startswith(server.address)] == []
    assert 100_000 < traffic.received < FIRST_VISIT_BYTES
    assert traffic.complaints == []
    assert not any("SourceSans" in one for one in traffic.asked)


def test_streamlits_own_chrome_is_not_there(browser: Browser, server: Server) -> None:
    with tablet(browser, server.address + "/") as (page, _):
        for part in ("stHeader", "stToolbar", "stMainMenu", "stAppDeployButton", "stStatusWidget"):
            assert page.locator(f"[data-testid={part}]:visible").count() == 0
        assert page.locator("footer:visible").count() == 0


def test_change_of_language_turns_the_page_and_is_remembered(
    browser: Browser, server: Server
) -> None:
    with tablet(browser, server.address + "/?lang=en") as (page, _):
        expect(page.locator("html")).to_have_attribute("dir", "ltr")
        page.get_by_role("button", name="Arabic").tap()
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        expect(page.locator("html")).to_have_attribute("lang", "ar")
        kept = {one["name"]: one["value"] for one in page.context.cookies()}
        assert kept["lang"] == "ar"


def test_script_in_the_page_cannot_read_the_tablet_cookie(browser: Browser, server: Server) -> None:
    with tablet(browser, server.address + "/") as (page, _):
        assert "litconsent-tablet" not in page.evaluate("document.cookie")
        assert any("tablet" in one["name"] for one in page.context.cookies())


def test_new_page_starts_at_its_heading(browser: Browser, server: Server) -> None:
    with tablet(browser, server.address + "/", LYING) as (page, _):
        page.locator(".st-key-nav_next button").tap()
        expect(page.get_by_role("heading", name="Questions")).to_be_focused()
        assert page.title() == "Questions – LIT Consent"
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


def test_drawing_is_in_the_page_and_runs_nothing(browser: Browser, server: Server) -> None:
    with tablet(browser, server.address + "/") as (page, _):
        expect(page.get_by_role("img", name="A needle of 4 mm")).to_be_visible()
        assert page.evaluate("typeof stolen") == "undefined"
        assert page.locator(".lit-figure script").count() == 0


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_target_is_large_enough(browser: Browser, server: Server, language: str) -> None:
    with tablet(browser, f"{server.address}/ask?lang={language}") as (page, _):
        page.wait_for_selector("textarea")
        assert page.locator("[data-testid=stRadioOption]").count() == 3
        assert page.evaluate(TARGETS) == []


@pytest.mark.parametrize("contrast", ["normal", "high"])
@pytest.mark.parametrize(
    "selector",
    [
        "h1",
        "[data-testid=stWidgetLabel] p",
        ".st-key-nav_back button p",
        ".st-key-topbar p",
        "summary p",
    ],
)
def test_contrast_is_seven_to_one(
    browser: Browser, server: Server, selector: str, contrast: str
) -> None:
    with tablet(browser, f"{server.address}/ask?contrast={contrast}") as (page, _):
        page.wait_for_selector("textarea")
        expect(page.locator(f"html[data-contrast={contrast}]")).to_be_attached()
        page.evaluate("Promise.allSettled(document.getAnimations().map(one => one.finished))")
        assert page.evaluate(RATIO, selector) >= 7


@pytest.mark.parametrize("size", [UPRIGHT, LYING, (390, 844), (320, 640)])
@pytest.mark.parametrize("query", ["", "?lang=ar", "?scale=2", "?lang=ar&scale=2"])
def test_nothing_runs_off_the_side(
    browser: Browser, server: Server, size: tuple[int, int], query: str
) -> None:
    if size[0] < 600 and "scale" in query:
        return  # a small telephone enlarges by its own zoom
    with tablet(browser, f"{server.address}/ask{query}", size) as (page, _):
        page.wait_for_selector("textarea")
        page.wait_for_timeout(300)
        assert not overflows(page)


def test_body_text_is_at_least_twenty_pixels(browser: Browser, server: Server) -> None:
    with tablet(browser, server.address + "/ask") as (page, _):
        size = page.locator("[data-testid=stRadioOption] p").first.evaluate(
            "e => parseFloat(getComputedStyle(e).fontSize)"
        )
        assert size >= 20


def test_failure_shows_a_number_and_no_cause(browser: Browser, server: Server) -> None:
    with tablet(browser, server.address + "/fail") as (page, _):
        expect(page.get_by_text("Something went wrong on our side.")).to_be_visible()
        assert "shadow" not in page.content()
        assert "Traceback" not in page.content()


def test_lost_connection_is_said_and_nothing_else_changes(browser: Browser, server: Server) -> None:
    with tablet(browser, server.address + "/ask") as (page, _):
        expect(page.locator("#lit-connection")).to_be_hidden()
        page.evaluate(
            "document.querySelector('.stApp').dataset.testConnectionState = 'PINGING_SERVER'"
        )
        expect(page.locator("#lit-connection")).to_be_visible()
