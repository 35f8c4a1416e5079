"""No screen of the whole way has a fault that axe-core finds (WCAG 2.2 AA and best practice).

Every screen is checked in English, upright. Italian and the lying tablet, strong contrast and
twice the text size are checked on the screens that differ most: one of each kind.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import LYING, UPRIGHT, chromium, tablet
from tests.walking import Walk, app_server, journey_of, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = """rules => axe.run(document, {runOnly: {type: "tag", values: rules}}).then(found =>
  found.violations.map(v => [v.id, v.nodes.map(n => n.target.join(" ")).slice(0, 4)]))"""
SCREENS = {
    *("welcome", "read", "set-up", "sign-in", "board-empty", "prepare", "episode"),
    *("presence", "chapter-what", "chapter-day", "chapter-risks", "chapter-compound-ketoprofen"),
    *("check", "Q01", "Q06-answered", "Q12-answered", "wishes", "end", "waiting"),
    *("board", "consultation-open", "consultation", "decision", "sign-patient", "sign-family"),
    *("countersign", "record", "document-link", "records"),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def faults(page: Page) -> list[Any]:
    """Return what axe-core objects to on the present screen."""
    page.evaluate(AXE)
    return list(page.evaluate(RUN, RULES))


def test_axe_finds_a_fault_when_there_is_one(browser: Browser, tmp_path: Path) -> None:
    with app_server(tmp_path) as (server, _), tablet(browser, server.address) as (page, _traffic):
        settle(page)
        page.evaluate("document.querySelector('button').replaceChildren()")
        assert [name for name, _ in faults(page)] == ["button-name"]


def test_no_screen_of_the_whole_way_has_a_fault(browser: Browser, tmp_path: Path) -> None:
    found, seen = {}, set()
    with (
        app_server(tmp_path) as (server, clinic),
        tablet(browser, f"{server.address}/?lang=en", UPRIGHT) as (page, _),
    ):
        for screen in Walk(page, clinic).whole():
            seen.add(screen)
            if faulty := faults(page):
                found[screen] = faulty
    assert found == {}
    assert seen >= SCREENS


@pytest.mark.parametrize(
    ("language", "size", "query"),
    [
        ("it", UPRIGHT, ""),
        ("it", LYING, ""),
        ("en", LYING, "&contrast=high"),
        ("it", UPRIGHT, "&size=200"),
    ],
)
def test_no_kind_of_screen_has_a_fault(
    browser: Browser, tmp_path: Path, language: str, size: tuple[int, int], query: str
) -> None:
    found, seen = {}, set()
    with app_server(tmp_path) as (server, clinic):
        address = f"{server.address}/?lang={language}{query}"
        with tablet(browser, address, size) as (page, _):
            for screen in one_of_each_kind(Walk(page, clinic, language), address):
                seen.add(screen)
                if faulty := faults(page):
                    found[screen] = faulty
    assert found == {}
    assert len(seen) == 9


def one_of_each_kind(walk: Walk, address: str) -> Iterator[str]:
    """Yield one screen of each kind; the services lead from one to the next."""
    journey = journey_of(walk.page, walk.clinic)
    settle(walk.page)
    yield "welcome"
    walk.part("topbar").locator("button").click()
    settle(walk.page)
    yield "reading-settings"
    journey.set_up().prepare(language=walk.language, clinic_language=walk.language)
    walk.page.goto(address)
    settle(walk.page)
    yield "board"
    walk.tap("board-hand")
    yield "episode"
    walk.tap("episode-hand_over")
    yield "presence"
    journey.read(misses=("Q06",))
    walk.pick("presence-", 0)
    walk.pick("pressed-", 1)
    walk.tap("nav_next")
    yield "chapter"
    journey.hand_back()
    walk.page.goto(address)
    journey.sign_in()
    walk.page.goto(address)
    settle(walk.page)
    walk.tap("board-talk")
    yield "consultation"
    journey.talk(resolved={"Q06": "Again"}, pressure="Talked").open_decision()
    walk.page.goto(address)
    settle(walk.page)
    yield "decision"
    walk.tap("decide-consent")
    yield "sign"


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize(
    "path", ["accounts", "blanks", "export", "formulary", "release", "self-audit"]
)
def test_no_screen_of_the_lead_has_a_fault(
    browser: Browser, tmp_path: Path, language: str, path: str
) -> None:
    with (
        app_server(tmp_path) as (server, clinic),
        tablet(browser, f"{server.address}/?lang={language}", UPRIGHT) as (page, _),
    ):
        settle(page)
        journey_of(page, clinic).set_up()
        page.goto(f"{server.address}/{path}?lang={language}")
        page.wait_for_selector("[data-testid=stMain] h1")
        settle(page)
        for folded in page.locator("[data-testid=stExpander] summary").all():
            folded.click()
        settle(page)
        assert faults(page) == []
