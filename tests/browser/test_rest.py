"""A patient's screen that nobody touches covers itself; a touch or the clinic opens it again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from litconsent.services.answer import save_answers
from litconsent.services.read_leaflet import open_reading
from tests.journey import PASSWORD, USERNAME

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BEAT_MS = 40_000


def reading(story, language="en"):
    """Begin a story in which a patient is at the second chapter."""
    told = story(language)
    told.journey.set_up().prepare(language=language, clinic_language=language).hand_over()
    told.show()
    told.walk.pick("presence-", 0)
    told.walk.pick("pressed-", 0)
    told.walk.tap("nav_next")
    told.walk.tap("nav_next")
    return told


def untouched(told, **span):
    """Let the server believe that the tablet was last used so long ago."""
    with told.clinic.store.writing() as books:
        books.tablets.touch(told.journey.tablet, told.clinic.now() - timedelta(**span))


def wait_for_heading(told, words):
    told.page.wait_for_function(
        "words => document.querySelector('h1')?.innerText === words", arg=words, timeout=BEAT_MS
    )


def enter(told, button):
    """Fill the clinic's form on the cover and send it by one of its two buttons."""
    told.walk.part("cover-username").locator("input").fill(USERNAME)
    told.walk.part("cover-password").locator("input").fill(PASSWORD)
    sent_by = told.page.locator("[data-testid=stFormSubmitButton] button").filter(has_text=button)
    told.walk.click(sent_by)


def heading(told):
    return told.page.locator("[data-testid=stMain] h1").inner_text()


@pytest.mark.parametrize("words", [("en", "Paused"), ("it", "In pausa")])
def test_the_screen_covers_itself_shows_nothing_and_a_touch_goes_on_where_it_was(story, words):
    told = reading(story, words[0])
    before, shown = heading(told), told.text()
    untouched(told, minutes=3)
    wait_for_heading(told, words[1])
    # What was there before goes away with the first frame that draws the cover to its end.
    told.page.wait_for_function(
        "words => !document.body.innerText.includes(words)", arg=before, timeout=BEAT_MS
    )
    assert "Ada" not in told.page.content() and shown[:200] not in told.page.content()
    told.walk.tap("cover-uncover")
    assert heading(told) == before


def test_a_locked_screen_is_opened_again_by_the_clinic_for_the_patient(story):
    told = reading(story)
    before = heading(told)
    untouched(told, hours=1)
    wait_for_heading(told, "Paused")
    assert not told.walk.part("cover-uncover").count()
    told.page.reload()
    wait_for_heading(told, "Paused")
    told.page.locator("[data-testid=stExpander] summary").click()
    enter(told, "Open it again")
    wait_for_heading(told, before)
    assert not told.page.locator('[class*="st-key-bar-"]').count()


def test_the_clinic_takes_a_covered_tablet_back(story):
    told = reading(story)
    untouched(told, minutes=5)
    told.show("/records")
    assert heading(told) == "Paused"
    told.page.locator("[data-testid=stExpander] summary").click()
    enter(told, "Take the tablet")
    told.page.wait_for_selector('[class*="st-key-bar-"]')


def test_who_only_scrolls_and_types_is_not_taken_for_gone_and_keeps_every_word(story):
    told = story("en")
    journey = told.journey.set_up().prepare(language="en", clinic_language="en").hand_over()
    reading = open_reading(told.clinic, journey.tablet)
    at_the_wishes = replace(reading.answers, step="wishes/")
    save_answers(told.clinic, journey.tablet, at_the_wishes, reading.version)
    told.show()
    field = told.walk.part("wishes-questions").locator("textarea")
    field.click()
    untouched(told, seconds=100)
    field.press_sequentially("May I drive home tomorrow", delay=20)
    told.page.wait_for_timeout(24_000)  # past a beat: the field was never left
    answers = open_reading(told.clinic, told.journey.tablet).answers
    assert answers.questions == "May I drive home tomorrow"
    assert field.input_value() == "May I drive home tomorrow"
    field.press_sequentially(" evening?", delay=20)
    told.page.wait_for_timeout(1000)
    assert field.input_value() == "May I drive home tomorrow evening?"
    with told.clinic.store.reading() as books:
        unused = told.clinic.now() - books.tablets.seen_at(told.journey.tablet)
    assert unused < timedelta(seconds=40)


def test_what_was_said_in_private_is_kept_when_the_screen_covers_before_next(story):
    told = story("en")
    told.journey.set_up().prepare(language="en", clinic_language="en").hand_over()
    told.show()
    told.walk.pick("presence-", 1)
    told.walk.pick("pressed-", 1)
    told.walk.write("presence-private", "My brother decides for me")
    untouched(told, minutes=3)
    wait_for_heading(told, "Paused")
    told.walk.tap("cover-uncover")
    answers = open_reading(told.clinic, told.journey.tablet).answers
    assert answers.pressed and answers.private == "My brother decides for me"
    assert "My brother" in told.walk.part("presence-private").locator("textarea").input_value()
