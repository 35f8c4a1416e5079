"""What people may write, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconsent.domain.errors import (
    ForbiddenCharacter,
    InputError,
    TextMissing,
    TextTooLong,
    WordTooLong,
)
from litconsent.domain.words import clean_line, clean_text

NAMES = ["O<Brien & <b>", "فاطمة الزهراء", "王小明", "Ștefan Țepeș", "José-María d'Ávila", "Ђорђе"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_script_is_taken_as_it_is(name):
    assert clean_line(name, field="x") == name


def test_there_is_something_to_check():
    assert len(NAMES) > 3


def test_white_space_around_and_within_a_name_is_tidied():
    assert clean_line("  Ada \u00a0 Rossi\t", field="x") == "Ada Rossi"


def test_a_decomposed_accent_is_composed():
    assert clean_line("Rene\u0301", field="x") == "Ren\u00e9"


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\u202e", "\u2066", "\u200e", "\ud800", "\ufeff"])
def test_a_character_that_hides_or_reorders_text_is_refused_and_named(char):
    with pytest.raises(ForbiddenCharacter) as caught:
        clean_line(f"Ada{char}Rossi", field="patient.name")
    assert (caught.value.char, caught.value.field) == (char, "patient.name")


@pytest.mark.parametrize("empty", ["", "   ", "\t"])
def test_an_empty_line_is_refused(empty):
    with pytest.raises(TextMissing):
        clean_line(empty, field="x")


def test_a_line_of_three_hundred_characters_is_refused_with_its_length():
    with pytest.raises(TextTooLong) as caught:
        clean_line("ab " * 100, field="x")
    assert caught.value.limit == 120


def test_a_word_that_no_line_can_hold_is_refused():
    with pytest.raises(WordTooLong):
        clean_text("a" * 61, field="x")


def test_a_long_chinese_sentence_is_not_taken_for_a_long_word():
    assert clean_text("我想知道这个治疗是否安全" * 8, field="x")


def test_lines_of_a_text_are_kept():
    assert clean_text("One.\r\nTwo.\n\n Three. ", field="x") == "One.\nTwo.\n\nThree."


@given(st.text(max_size=3000))
def test_any_text_is_either_taken_clean_or_refused_with_a_reason(value):
    try:
        text = clean_text(value, field="x")
    except InputError as error:
        assert error.field == "x"
    else:
        assert clean_text(text, field="x") == text
