"""What a patient said of a chapter, what a doctor heard, and the map that is made of both."""

import pytest

from litconsent.domain.answers import Answers, Notes
from litconsent.domain.checks import Attempt, results
from litconsent.domain.editions import Block, CheckItem, Kind, Layer
from litconsent.domain.errors import InputError
from litconsent.domain.leaflets import compose
from litconsent.domain.talk_map import Reading, said_not_yet, talk_map
from litconsent.domain.understanding import MOST_SECONDS, Feeling, Rating, Sight, TeachBack
from tests.builders import an_edition

WORDS = "It can hurt a little. " * 20  # 440 characters: nobody reads them in two seconds


def a_block(block_id):
    return Block(block_id, ("C001",), Layer.SHORT, Kind.TEXT, (WORDS,))


ITEMS = tuple(
    CheckItem(key, True, ("C001",), "?", {"a": "", "b": ""}, "a", explain, "")
    for key, explain in (("Q01", "risks.key"), ("Q02", "what.key"))
)
LEAFLET = compose(
    an_edition({"what": (a_block("what.key"),), "risks": (a_block("risks.key"),)}, check=ITEMS)
)


def row(chapter="risks", *, attempts=(), **answers):
    given = Answers(**answers)
    tried = tuple(Attempt(*one) for one in attempts)
    rows = talk_map(LEAFLET, given, results(ITEMS, tried))
    assert [one.chapter.id for one in rows] == ["what", "risks"]
    return next(one for one in rows if one.chapter.id == chapter)


@pytest.mark.parametrize(
    ("sight", "for_doctor"),
    [
        (Sight(), False),
        (Sight(feeling=Feeling.UNDERSTOOD), False),
        (Sight(feeling=Feeling.NOT_YET), True),
        (Sight(explain=True), True),
        (Sight(explain=True, feeling=Feeling.UNDERSTOOD), False),
        (Sight(explain=True, feeling=Feeling.NOT_YET), True),
    ],
)
def test_not_yet_and_a_wish_that_was_not_met_go_to_the_doctor(sight, for_doctor):
    assert sight.for_doctor is for_doctor


def test_a_later_look_replaces_the_feeling_and_forgets_nothing_else():
    first = Sight(seconds=20, more=True, explain=True, feeling=Feeling.NOT_YET)
    both = first.then(Sight(seconds=5, feeling=Feeling.UNDERSTOOD))
    assert both == Sight(25, more=True, explain=True, feeling=Feeling.UNDERSTOOD)
    assert both.then(Sight(seconds=3)).feeling is Feeling.UNDERSTOOD


@pytest.mark.parametrize("seconds", [-5, 10**9])
def test_a_tablet_laid_aside_and_a_clock_set_back_are_no_reading(seconds):
    assert 0 <= Sight().then(Sight(seconds=seconds)).seconds <= MOST_SECONDS


@pytest.mark.parametrize(
    ("read", "seconds", "reading"),
    [
        ((), 0, Reading.NOT_SHOWN),
        (("risks",), 0, Reading.READ),  # nobody measured
        (("risks",), 2, Reading.SKIPPED),
        (("risks",), 40, Reading.READ),
    ],
)
def test_the_map_tells_read_from_turned_past_and_not_shown(read, seconds, reading):
    seen = {"risks": Sight(seconds=seconds)}
    place = row(read=read, seen=seen, attempts=[("Q01", "a")])
    assert place.reading is reading
    assert place.needs_talk is (reading is not Reading.READ)


@pytest.mark.parametrize(
    ("attempts", "missed", "open_items", "unanswered"),
    [
        ((), 0, 1, 1),
        ((("Q01", "a"),), 0, 0, 0),
        ((("Q01", "b"), ("Q01", "a")), 1, 0, 0),
        ((("Q01", "b"), ("Q01", "b")), 1, 1, 0),
    ],
)
def test_the_map_counts_what_was_missed_where_it_is_explained(
    attempts, missed, open_items, unanswered
):
    place = row(attempts=attempts, read=("risks",))
    found = len(place.missed), len(place.open_items), len(place.unanswered)
    assert found == (missed, open_items, unanswered)
    assert place.needs_talk is bool(missed or open_items)


def test_what_the_patient_wants_explained_comes_in_the_order_of_reading():
    seen = {"risks": Sight(feeling=Feeling.NOT_YET), "what": Sight(explain=True)}
    assert [chapter.id for chapter in said_not_yet(LEAFLET, seen)] == ["what", "risks"]
    assert said_not_yet(LEAFLET, {"risks": Sight(feeling=Feeling.UNDERSTOOD)}) == ()


def test_answers_and_notes_come_back_as_they_were_kept():
    answers = Answers(seen={"risks": Sight(12, more=True, feeling=Feeling.NOT_YET)})
    assert Answers.from_data(answers.to_data()) == answers
    notes = Notes(teach_back={"B1": TeachBack(Rating.PARTLY, "Said it again")})
    assert Notes.from_data(notes.to_data()) == notes


def test_a_repair_of_endless_length_is_refused():
    with pytest.raises(InputError):
        TeachBack(Rating.NOT_YET, "x" * 100_000)
