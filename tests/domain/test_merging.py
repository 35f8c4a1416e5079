"""Two windows write notes at once, and what either of them typed is kept."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from litconsent.domain.answers import Notes
from litconsent.domain.merging import merged
from litconsent.domain.understanding import Rating, TeachBack

BASE = Notes(resolved={"Q01": "Told"}, answered="Yes", acknowledged=("lidocaine",))
words = st.text("abc ", max_size=6).map(str.strip)
notes = st.builds(
    Notes,
    resolved=st.dictionaries(st.sampled_from(["Q01", "Q02"]), words.filter(bool)),
    answered=words,
    pressure=words,
    family_stayed_silent=st.booleans(),
    acknowledged=st.lists(st.sampled_from(["a", "b", "c"]), unique=True).map(tuple),
)


def test_what_only_one_window_changed_is_as_it_left_it():
    mine = replace(BASE, resolved={"Q01": "Told", "Q02": "Drawn"}, privacy_notice=True)
    theirs = replace(BASE, answered="Yes, tomorrow", acknowledged=("lidocaine", "ketoprofen"))
    together = merged(BASE, mine, theirs)
    assert together.resolved == {"Q01": "Told", "Q02": "Drawn"} and together.privacy_notice
    assert together.answered == "Yes, tomorrow"
    assert together.acknowledged == ("lidocaine", "ketoprofen")


def test_of_a_text_that_both_changed_both_stay():
    together = merged(BASE, replace(BASE, answered="No"), replace(BASE, answered="Perhaps"))
    assert together.answered == "Perhaps\nNo"


def test_a_note_that_one_window_took_away_is_gone_unless_the_other_rewrote_it():
    assert merged(BASE, replace(BASE, resolved={}), BASE).resolved == {}
    rewritten = replace(BASE, resolved={"Q01": "Told again"})
    assert merged(BASE, replace(BASE, resolved={}), rewritten).resolved == rewritten.resolved


def test_a_box_unticked_in_one_window_stays_unticked():
    theirs = replace(BASE, acknowledged=("lidocaine", "ketoprofen"))
    assert merged(BASE, replace(BASE, acknowledged=()), theirs).acknowledged == ("ketoprofen",)


def test_teach_back_rated_in_two_windows_keeps_both_prompts():
    mine = replace(BASE, teach_back={"a": TeachBack(Rating.UNDERSTOOD)})
    theirs = replace(BASE, teach_back={"b": TeachBack(Rating.PARTLY, "Again")})
    assert set(merged(BASE, mine, theirs).teach_back) == {"a", "b"}


@given(base=notes, mine=notes)
def test_one_window_alone_writes_exactly_what_it_shows(base, mine):
    assert merged(base, mine, base) == mine
    assert merged(base, base, mine) == mine
    assert merged(base, mine, mine) == mine


@given(base=notes, mine=notes, theirs=notes)
def test_no_word_that_either_window_added_is_lost(base, mine, theirs):
    together = merged(base, mine, theirs)
    for side in (mine, theirs):
        if side.answered != base.answered:
            assert side.answered in together.answered
        for key, note in side.resolved.items():
            if note != base.resolved.get(key):
                assert note in together.resolved[key]
        assert {*side.acknowledged} - {*base.acknowledged} <= {*together.acknowledged}
