"""A doctor gets a blank form for a family in another language, by a link that works once."""

import pytest

from tests.browser.pictures import picture
from tests.browser.pills import choose

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_doctor_gets_a_blank_form_for_paper(story):
    told = story("en")
    told.journey.set_up()
    told.show("/?lang=en")
    told.walk.tap("bar-clinic-blanks")
    choose(told, "blanks-language", 1)
    choose(told, "blanks-variant", 1)
    told.walk.tap("blanks-make")
    picture(told, "blanks")
    address = told.page.locator("a.document").get_attribute("href")
    form = told.context.request.get(f"{told.server.address}{address}")
    assert form.body().startswith(b"%PDF") and form.headers["content-type"] == "application/pdf"
    assert "lit-V02-it-en.pdf" in form.headers["content-disposition"]
    assert told.context.request.get(f"{told.server.address}{address}").status == 410


def test_a_doctor_prints_the_form_of_an_episode(story):
    told = story("en")
    prepared = told.journey.set_up().prepare(language="en", clinic_language="en")
    told.show(f"/episode?episode={prepared.episode_id}")
    told.walk.tap("episode-paper")
    address = told.page.locator("a.document").get_attribute("href")
    picture(told, "episode_on_paper")
    form = told.context.request.get(f"{told.server.address}{address}")
    assert form.body().startswith(b"%PDF")
    assert prepared.episode_id[:8] in form.headers["content-disposition"]
