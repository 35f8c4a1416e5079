"""What happens to tablets: refreshed, asleep, without a server, tapped twice, opened five times."""

import pytest

from litconsent.domain.answers import Answers
from litconsent.domain.decisions import Decision
from litconsent.services.decide import deciding
from litconsent.services.read_leaflet import open_reading
from tests.browsing import RECONNECTED_MS
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BEAT_MS = 20_000


def reading(story, language="en"):
    """Begin a story in which the patient has just got the tablet."""
    told = story(language)
    told.journey.set_up().prepare(language=language, clinic_language=language).hand_over()
    told.show()
    told.walk.pick("presence-", 0)
    told.walk.pick("pressed-", 0)
    told.walk.tap("nav_next")
    return told


def answers(told) -> Answers:
    return open_reading(told.clinic, told.journey.tablet).answers


def heading(told) -> str:
    return told.page.locator("[data-testid=stMain] h1").inner_text()


def refresh(told):
    told.page.reload()
    told.page.wait_for_selector("[data-testid=stMain] h1")
    settle(told.page)


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_refresh_while_reading_goes_on_at_the_same_chapter(story, language):
    told = reading(story, language)
    told.walk.tap("nav_next")
    before = heading(told)
    refresh(told)
    assert heading(told) == before
    assert answers(told).read == ("what",)


def test_a_refresh_in_the_check_keeps_the_answer_and_the_question(story):
    told = reading(story)
    while not told.walk.part("choices_Q").count():
        told.walk.go_on()
    told.walk.answer("Q01", right=True)
    told.walk.tap("nav_next")
    before = heading(told)
    refresh(told)
    assert heading(told) == before
    assert [(a.item, a.option) for a in answers(told).attempts] == [("Q01", "a")]


def test_a_language_switch_in_the_middle_keeps_every_answer(story):
    told = reading(story)
    told.walk.tap("nav_next")
    told.page.locator(".st-key-topbar [data-testid=stPopover] button").first.click()
    told.page.locator(".st-key-topbar-it button").click()
    settle(told.page)
    assert heading(told) == "Come può funzionare"
    assert answers(told).read == ("what",) and answers(told).language == "it"


def test_the_server_is_killed_while_reading_and_the_patient_goes_on(story):
    told = reading(story)
    told.walk.tap("nav_next")
    before, kept = heading(told), answers(told)
    told.kill()
    told.restart()
    told.page.wait_for_function(
        "() => document.querySelector('.stApp')?.dataset.testConnectionState === 'CONNECTED'",
        timeout=RECONNECTED_MS,
    )
    assert heading(told) == before
    told.walk.tap("nav_next")
    assert heading(told) == "What is injected" or "how" in answers(told).read
    assert set(kept.read) <= set(answers(told).read)


def test_a_tablet_that_lost_its_network_for_a_while_goes_on(story):
    told = reading(story)
    before = heading(told)
    told.context.set_offline(True)
    told.page.wait_for_timeout(4000)
    told.context.set_offline(False)
    told.page.wait_for_function(
        "() => document.querySelector('.stApp')?.dataset.testConnectionState === 'CONNECTED'",
        timeout=RECONNECTED_MS,
    )
    assert heading(told) == before
    told.walk.tap("nav_next")
    assert answers(told).read == ("what",)


def test_a_part_of_the_page_that_the_server_could_not_deliver_comes_by_itself(story):
    told = story("en")
    refused = []

    def refuse_once(route):
        refused.append(route.request.url)
        if len(refused) == 1:
            route.abort()
        else:
            route.continue_()

    told.page.route("**/static/js/TextInput*.js", refuse_once)
    told.walk.part("welcome-clinic").locator("button").click()
    told.page.wait_for_selector("[data-testid=stTextInput] input")
    assert len(refused) > 1


def test_a_page_wakes_by_itself_when_the_tablet_was_passed_on_elsewhere(story):
    told = reading(story)
    told.journey.hand_back()
    told.page.wait_for_function(
        "() => document.querySelector('h1')?.innerText === 'Thank you'", timeout=BEAT_MS + 15_000
    )


def test_a_refresh_at_the_decision_and_between_signatures_loses_nothing(story):
    told = story("en")
    told.journey.to_the_decision(language="en", clinic_language="en")
    told.show()
    refresh(told)
    told.walk.tap("decide-consent")
    refresh(told)
    told.walk.draw()
    told.walk.tap("sign-patient")
    refresh(told)
    now = deciding(told.clinic, told.journey.tablet)
    assert now.decision is Decision.CONSENT and len(now.signatures) == 1
    assert told.walk.part("seal-username").count()


DOUBLE_TAP = """() => {
  const button = document.querySelector("[data-testid=stFormSubmitButton] button");
  button?.click();
  button?.click();
  return button ? 1 : 0;
}"""


def test_five_tabs_and_double_taps_make_one_record(story):
    told = story("en")
    told.journey.to_the_decision(language="en", clinic_language="en")
    told.show()
    told.walk.part("decide-consent").locator("button").dblclick()
    settle(told.page)
    told.walk.draw()
    told.walk.part("sign-patient").locator("button").dblclick()
    settle(told.page)
    tabs = [told.context.new_page() for _ in range(5)]
    for tab in tabs:
        tab.goto(told.server.address)
        tab.wait_for_selector(".st-key-seal-username")
        settle(tab)
    for tab in tabs:
        told.page = tab
        tab.locator("[data-testid=stExpander] summary").last.click()
        told.walk.write("typed-clinician", "Anna Verdi")
        tab.locator(".st-key-seal-username input").fill("dr.verdi")
        tab.locator(".st-key-seal-password input").fill("a quiet room with a view")
    # at the same moment: a tab that hears first that the record is sealed has no button any more
    assert sum(tab.evaluate(DOUBLE_TAP) for tab in tabs) > 1
    for tab in tabs:
        tab.wait_for_selector('[class*="st-key-bar-clinic"]')
    with told.clinic.store.reading() as books:
        assert len(books.records.latest(10)) == 1


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_page_whose_server_stays_away_is_not_stuck_and_goes_on_when_it_is_back(story, language):
    told = story(language)
    told.kill()
    told.page.wait_for_selector("#lit-connection", state="visible")
    told.page.wait_for_timeout(10_000)
    # The page's own scripts still get their turn.
    assert told.page.evaluate("() => new Promise(done => setTimeout(() => done('alive'), 50))")
    told.restart()
    told.show(f"/?lang={language}")
