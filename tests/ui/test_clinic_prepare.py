"""The preparation: read strictly, refused with its field, and one episode for a double tap."""

from datetime import date

import pytest

from litconsent.domain.errors import (
    BirthDateUnclear,
    InputError,
    NoCompound,
    SessionsOutOfRange,
    TextMissing,
)
from litconsent.ui.clinic_proposal import birth_date, days_between, proposal_from
from tests.ui.clinic_screens import screen

GIVEN = {
    "name": "Ada Rossi",
    "birth": "17/05/1961",
    "identifier": "AR-0042",
    "diagnosis": "Neck pain",
    "area": "Neck",
    "sessions": "3",
    "interval": "",
    "alternatives": "Exercises",
    "without": "It may stay",
    "compounds": ["lidocaine"],
    "reason.lidocaine": "Painful points",
    "dose.lidocaine": "",
    "off_label.lidocaine": False,
    "language": "it",
    "who": {},
}

TAPS = """
import streamlit as st
from litconsent.ui.clinic_prepare import prepare_now, prepared_before
from litconsent.ui.visit import open_visit
from tests.ui.test_clinic_prepare import GIVEN
now = open_visit()
given = GIVEN | {"name": st.text_input("Name", "Ada Rossi", key="name")}
done = prepared_before(now, given)
if st.button("tap", key="tap"):
    st.text(done or prepare_now(now, given))
"""


@pytest.mark.parametrize("typed", ["17/05/1961", "17.5.1961", " 17-05-1961 ", "17 05 1961"])
def test_a_birth_date_is_read_as_day_month_year(typed):
    assert birth_date(typed) == date(1961, 5, 17)


@pytest.mark.parametrize(
    "typed", ["", "1961", "17/05/61", "31/02/1961", "05/17/1961", "1961-05-17"]
)
def test_an_unclear_birth_date_is_refused_and_never_guessed(typed):
    with pytest.raises(BirthDateUnclear):
        birth_date(typed)


@pytest.mark.parametrize(
    ("typed", "days"), [("", 0), (" ", 0), ("7", 7), (" 14 ", 14), ("365", 365)]
)
def test_days_between_sessions_are_a_number_or_left_open(typed, days):
    assert days_between(typed) == days


@pytest.mark.parametrize("typed", ["two weeks", "7 days", "0", "-7", "366", "7.5", "9" * 5000])
def test_an_unclear_interval_is_refused_and_not_dropped(typed):
    with pytest.raises(InputError):
        days_between(typed)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"name": "  "}, TextMissing),
        ({"compounds": []}, NoCompound),
        ({"sessions": None}, SessionsOutOfRange),
        ({"reason.lidocaine": ""}, TextMissing),
        ({"who": {"with_family": True}}, TextMissing),
        ({"interval": "soon"}, InputError),
    ],
)
def test_what_is_missing_is_refused(changes, error):
    with pytest.raises(error):
        proposal_from(GIVEN | changes, "en")


def test_a_family_that_was_typed_but_taken_back_is_not_in_the_proposal():
    assert (
        proposal_from(GIVEN | {"who": {"family": "Bea", "relationship": "niece"}}, "en").who.family
        is None
    )


def tapped(page):
    return page.button(key="tap").click().run().text[0].value


def prepared(clinic):
    with clinic.store.reading() as books:
        return [episode.id for episode in books.episodes.newest_first()]


def test_a_second_tap_on_the_same_words_makes_no_second_episode(signed_in):
    page = screen(TAPS)
    assert tapped(page) == tapped(page)
    assert len(prepared(signed_in)) == 1


def test_a_run_that_comes_late_between_two_taps_changes_nothing(signed_in):
    page = screen(TAPS)
    first = tapped(page)
    page.run()
    assert tapped(page) == first
    assert prepared(signed_in) == [first]


def test_the_same_words_typed_anew_make_another_episode(signed_in):
    page = screen(TAPS)
    first = tapped(page)
    page.text_input(key="name").set_value("").run()
    page.text_input(key="name").set_value("Ada Rossi").run()
    assert tapped(page) != first
    assert len(prepared(signed_in)) == 2


def test_an_unclear_interval_is_named_at_its_field(signed_in):
    page = screen(page="clinic/prepare")
    assert not page.error
    page.text_input(key="prepare.interval").set_value("two weeks").run()
    assert "days between sessions" in page.error[0].value


def test_what_was_typed_is_there_again_in_another_window(signed_in):
    screen(page="clinic/prepare").text_input(key="prepare.diagnosis").set_value("Neck pain").run()
    assert screen(page="clinic/prepare").text_input(key="prepare.diagnosis").value == "Neck pain"


def test_chosen_areas_become_part_of_the_plan_and_are_kept_like_any_other_word(signed_in):
    assert proposal_from(GIVEN | {"areas": ["knee", "neck"]}, "it").plan.areas == ("neck", "knee")
    screen(page="clinic/prepare").button_group(key="prepare.areas").set_value(["knee"]).run()
    assert screen(page="clinic/prepare").button_group(key="prepare.areas").value == ["knee"]


def test_nothing_is_chosen_beforehand_and_the_language_that_follows_is_said(signed_in):
    page = screen(page="clinic/prepare")
    assert not any(box.value for box in page.checkbox)
    assert all(not group.value for group in page.button_group)
    assert "English" in "".join(one.proto.body for one in page.get("html"))
