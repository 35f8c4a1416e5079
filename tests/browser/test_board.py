"""A doctor finds a patient on the board and is offered what can be done, and nothing else."""

import pytest
from playwright.sync_api import expect

from litconsent.domain.decisions import Decision
from litconsent.services.decide import decide
from litconsent.services.sign_in import sign_in
from tests.builders import a_patient
from tests.journey import PASSWORD, USERNAME, Journey

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_doctor_searches_the_board_by_words_and_by_how_far_an_episode_is(story):
    told = story("en")
    told.journey.set_up().prepare()
    told.journey.prepare(patient=a_patient(name="Zoë D'Angelò", identifier="ZD-7"))
    told.show("/?lang=en")
    assert "Ada Rossi" in told.text()
    told.walk.write("board-words", "angelo")
    assert "Zoë D'Angelò" in told.text() and "Ada Rossi" not in told.text()
    told.walk.click(told.walk.part("board-wanted").locator("button").nth(2))
    assert "Nobody is found." in told.text()
    told.walk.click(told.walk.part("board-wanted").locator("button").nth(1))
    told.walk.write("board-words", "")
    assert "Ada Rossi" in told.text()


def test_a_tablet_is_not_handed_over_to_read_while_the_patient_decides(story):
    told = story("en")
    journey: Journey = told.journey
    journey.to_the_decision()
    decide(told.clinic, journey.tablet, Decision.REFUSAL)
    told.context.clear_cookies()  # the doctor takes another tablet
    told.show("/?lang=en")
    sign_in(told.clinic, told.journey.tablet, USERNAME, PASSWORD)
    told.show("/?lang=en")
    assert "The signatures are not complete." in told.text()
    expect(told.walk.part("board-talk")).to_have_count(1)
    expect(told.walk.part("board-hand")).to_have_count(0)
