"""Lines: nothing is lost, order is kept, and no text takes long."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litconsent.pdf import layout
from litconsent.pdf.layout import Line, Span, shaped_text, text_width
from litconsent.pdf.placing import spread
from litconsent.pdf.shaping_scripts import scripts

LRM = "\u200e"
PIECES = ["a", "W", " ", "  ", "-", "10", "0.5 %", "(", ")", "אב", "مُو", "ں", "ক্ষ", "কো", "हि"]
PIECES += [
    "\u2028",
    "\n",
    "字",
    "，",
    "é",
    "e\u0301",
    LRM,
    "\u2067",
    "\u2069",
    "\u00a0",
    "O<B",
    "ffi",
]
LANGUAGES = st.sampled_from(["it", "ar", "ur", "zh-Hans", "bn", "he"])
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def drawn(line: Line) -> str:
    """Return the characters of a line from left to right."""
    return "".join(line.text[glyph.cluster] for part in line.parts for glyph in part.glyphs)


@settings(max_examples=150, deadline=None)
@given(texts, LANGUAGES, st.integers(8, 300))
def test_breaking_loses_no_character(text, language, width):
    shaped = shaped_text(text, language, 10)
    lines = shaped.breaks(width)
    assert "".join(shaped.text[start:end] for start, end in lines) == shaped.text
    assert shaped.text == text.replace("\n", "\u2028")


@settings(max_examples=150, deadline=None)
@given(texts, LANGUAGES, st.integers(8, 300))
def test_a_line_draws_each_of_its_characters_once(text, language, width):
    shaped = shaped_text(text, language, 10)
    for start, end in shaped.breaks(width):
        parts = sorted((part.start, part.end) for part in shaped.line(start, end).parts)
        assert parts[0][0] == start
        assert parts[-1][1] == end
        assert all(a[1] == b[0] for a, b in pairwise(parts))


@settings(max_examples=80, deadline=None)
@given(texts, LANGUAGES, st.integers(60, 300))
def test_a_line_is_not_wider_than_it_may_be(text, language, width):
    shaped = shaped_text(text, language, 10)
    for start, end in shaped.breaks(width):
        assert shaped.line(start, end).width <= width + 6  # a cut word may end in a wider letter


@settings(max_examples=80, deadline=None)
@given(texts, LANGUAGES, st.integers(20, 200))
def test_the_rest_of_a_paragraph_breaks_where_the_whole_did(text, language, width):
    shaped = shaped_text(text, language, 10)
    lines = shaped.breaks(width)
    for index, (start, _) in enumerate(lines):
        assert shaped.breaks(width, start) == lines[index:]


@pytest.mark.parametrize("language", ["ar", "ur", "he"])
def test_a_dose_in_right_to_left_text_is_drawn_number_first(language):
    words = {"ar": "يحقن الطبيب", "ur": "ڈاکٹر جلد", "he": "הרופא מזריק"}[language]
    shaped = shaped_text(f"{words} {LRM}10 mg{LRM} {words}", language, 10)
    assert "10 mg" in drawn(shaped.line(0, len(shaped.text)))


@pytest.mark.parametrize("number", ["1234567", "0.5", "12/03/2026", "١٢٣٤", "۱۲۳۴"])
def test_digits_keep_their_order_in_arabic(number):
    shaped = shaped_text(f"الرقم {number} هنا", "ar", 10)
    assert number in drawn(shaped.line(0, len(shaped.text)))


def test_right_to_left_words_are_drawn_from_the_right():
    shaped = shaped_text("אבג דהו", "he", 10)
    assert drawn(shaped.line(0, 7)) == "והד גבא"


def test_parts_of_a_mixed_line_stand_in_visual_order():
    shaped = shaped_text("אבג 12 de דהו", "he", 10)
    assert drawn(shaped.line(0, len(shaped.text))) == "והד de 12 גבא"


def test_brackets_are_mirrored_in_right_to_left_text():
    inside = shaped_text("א(ב)", "he", 10).line(0, 4).parts[0]
    plain = shaped_text("a(b)", "it", 10).line(0, 4).parts[0]
    opening = next(glyph for glyph in inside.glyphs if glyph.cluster == 1)
    closing = shaped_text("ב)", "he", 10).line(0, 2).parts[0].glyphs[0]
    assert opening.glyph_id != closing.glyph_id
    assert inside.glyphs[0].cluster == 3
    assert plain.glyphs[0].cluster == 0


def test_each_letter_is_shaped_in_its_own_script():
    assert list(scripts("12/B), কে я1")) == ["Latn"] * 7 + ["Beng"] * 3 + ["Cyrl"] * 2
    assert set(scripts("12 %")) == {None}


def test_a_bengali_word_keeps_its_shape_behind_latin_letters():
    word = "কয়েকে"
    alone = shaped_text(word, "bn", 10).line(0, len(word)).parts[0].glyphs
    behind = shaped_text(f"12/B), {word}", "bn", 10)
    glyphs = [glyph for part in behind.line(0, len(behind.text)).parts for glyph in part.glyphs]
    assert [g.glyph_id for g in glyphs[-len(alone) :]] == [g.glyph_id for g in alone]


def test_chinese_breaks_without_spaces_and_not_before_a_full_stop():
    text = "患者已阅读并理解本知情同意书。" * 3
    lines = [text[start:end] for start, end in shaped_text(text, "zh-Hans", 10).breaks(75)]
    assert len(lines) > 5
    assert not any(line.startswith("。") for line in lines)


def test_a_word_wider_than_the_line_is_cut_between_characters():
    text = "ক্ষেত্র" * 20
    for start, _ in shaped_text(text, "bn", 10).breaks(40):
        assert text[start] in "কত"  # never before a vowel sign or a joined consonant


def test_white_space_at_the_end_of_a_line_hangs():
    line = shaped_text("مرحبا   ", "ar", 10).line(0, 8)
    assert line.width == pytest.approx(text_width("مرحبا", "ar", 10))
    assert line.hanging > 0
    assert line.left(100) == pytest.approx(100 - line.hanging)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_a_line_end_in_the_text_ends_the_line_and_draws_nothing(end):
    shaped = shaped_text(f"واحد{end}اثنان", "ar", 10)
    first, second = shaped.breaks(400)
    assert shaped.line(*first).width == pytest.approx(text_width("واحد", "ar", 10))
    assert all(g.glyph_id for part in shaped.line(*first).parts for g in part.glyphs)
    assert shaped.line(*second).hanging == 0


def test_no_text_has_no_lines():
    assert shaped_text("", "it", 10).breaks(100) == []


def test_markup_is_text():
    shaped = shaped_text("O<Brien & <b>Ada</b>", "it", 10)
    assert drawn(shaped.line(0, len(shaped.text))) == "O<Brien & <b>Ada</b>"
    assert len(shaped.line(0, len(shaped.text)).parts) == 1


@pytest.mark.parametrize("word", ["a" * 50_000, "ب" * 50_000, "字" * 50_000, "aب" * 25_000])
def test_a_word_of_fifty_thousand_characters_takes_no_time(word):
    began = time.process_time()
    shaped = shaped_text(word, "it", 10.5)
    lines = [shaped.line(*line) for line in shaped.breaks(240)]
    assert time.process_time() - began < 2
    assert len(lines) > 500


def test_words_of_a_patient_are_not_kept():
    kept = layout._kept.cache_info().currsize
    shaped_text("Ada Byron 1815", "it", 10)
    assert layout._kept.cache_info().currsize == kept
    first = shaped_text([Span("Informazioni")], "it", 10, reusable=True)
    assert shaped_text("Informazioni", "it", 10, reusable=True) is first


def test_pieces_of_a_cluster_make_up_its_text():
    assert spread("ffi", 1, rtl=False) == ["ffi"]
    assert spread("\u09cb", 2, rtl=False) == ["\u09c7", "\u09be"]
    assert spread("لا", 1, rtl=True) == ["ال"]
    assert spread("a", 2, rtl=False) == ["a", "\u200b"]
