"""Marks in a comparison: only what differs, and every word is text."""

from litconsent.ui.word_changes import marked


def test_only_the_changed_word_is_marked_on_either_side():
    assert marked("a thin needle", "a short needle") == "a <mark>thin</mark> needle"
    assert marked("a short needle", "a thin needle") == "a <mark>short</mark> needle"


def test_equal_texts_have_no_mark_and_a_text_against_nothing_is_all_marked():
    assert marked("two words", "two words") == "two words"
    assert marked("two words", "") == "<mark>two words</mark>"


def test_markup_in_a_text_stays_text():
    assert marked("<b>5 & 6</b>", "") == "<mark>&lt;b&gt;5 &amp; 6&lt;/b&gt;</mark>"
