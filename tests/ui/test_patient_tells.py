"""What a patient leaves out about health is pointed out once, and never insisted on."""

from dataclasses import replace

from litconsent.domain.answers import Told
from litconsent.services.answer import save_answers
from litconsent.services.read_leaflet import open_reading
from tests.journey import Journey
from tests.ui import clinic_screens
from tests.ui.clinic_screens import TABLET

LEFT_OUT = "You left something out."


def at_the_first_questions(clinic):
    Journey(clinic, tablet=TABLET).prepare(language="en", clinic_language="en").hand_over()
    reading = open_reading(clinic, TABLET)
    first = reading.leaflet.edition.health[0]
    answers = replace(reading.answers, step=f"health/{first.id}")
    save_answers(clinic, TABLET, answers, reading.version)
    return clinic_screens.screen(page="patient/walk"), first


def next_of(page):
    return next(one for one in page.button if one.key.startswith("nav_next."))


def titles(page):
    return [title.value for title in page.title]


def test_next_stays_once_where_something_was_left_out_then_goes_on(signed_in):
    page, first = at_the_first_questions(signed_in)
    assert titles(page) == [first.title] and not page.warning
    next_of(page).click().run()
    assert titles(page) == [first.title] and LEFT_OUT in page.warning[0].value
    next_of(page).click().run()
    assert titles(page) != [first.title] and not page.warning


def test_next_goes_on_at_once_where_all_was_answered(signed_in):
    page, first = at_the_first_questions(signed_in)
    for question in first.questions:
        group = next(one for one in page.button_group if one.key == f"health.{question}")
        group.set_value(Told.NO).run()
    next_of(page).click().run()
    assert titles(page) != [first.title]
