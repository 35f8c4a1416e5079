"""Which characters can be printed, and the refusal of those that cannot."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litconsent.pdf.fonts import FAMILIES, MissingGlyph, covering_family, face, missing_characters
from litconsent.pdf.layout import shaped_text

WRITTEN = {
    "en": "Seán O’Connor-Smith, “twenty” – £5 • 10 µg ≤ 0.5 %",
    "it": "Così è più sù, perché Niccolò D’Aquì",
    "ro": "Șoșoacă Țuțea ăâîșț „așa”",
    "ar": "محمّد عليّ ١٢٣٫٥ ٪ ، ؛ ؟ « ﷺ",
    "sq": "Çelësi ëmbël Ç ë",
    "zh-Hans": "王小明，知情同意书。《药物》；：？！",
    "uk": "Їжак ґанок щастя Є є ’",
    "es": "¿Mañana? ¡Sí! Núñez Ü",
    "fr": "Noël, cœur, Œdipe, Ÿ « ça »\u202f!",
    "de": "Straße GROẞ Äpfel „gut“",
    "bn": "ক্ষুধা ড়ঢ়য় ৎ ং ঃ ঁ ০১২৩ ৳ ।",
    "ur": "ڈاکٹر ٹھیک ہے، ں ے ۓ ہ ۂ ۱۲۳ ۔ ؟",
    "he": "שָׁלוֹם מדינת ישראל ״צה״ל״ ₪",
    "hi": "क्षत्रिय ज्ञान श्री हिन्दी १२३ ₹ ।",
}


@pytest.mark.parametrize("language", WRITTEN)
def test_a_language_is_printed_in_all_its_letters(language):
    assert missing_characters(WRITTEN[language], language) == ()
    assert shaped_text(WRITTEN[language], language, 10).width() > 0


@pytest.mark.parametrize("language", WRITTEN)
def test_a_name_of_any_script_stands_in_a_text_of_any_language(language):
    for name in WRITTEN.values():
        assert missing_characters(name, language) == ()


@pytest.mark.parametrize(
    "char",
    ["\U0001f600", "\x07", "\x00", "\ue000", "☐", "\ufffe", "\ufeff", "\U00013000", "\ud800"],
)
def test_what_no_font_prints_is_named_before_it_is_set(char):
    assert missing_characters(f"Ada {char} Rossi {char}", "it") == (char,)
    with pytest.raises(MissingGlyph) as refused:
        shaped_text(f"Ada {char}", "it", 10)
    assert refused.value.character == char


def test_several_missing_characters_come_in_order_and_once():
    assert missing_characters("☐a😀b☐", "ar") == ("☐", "😀")


@pytest.mark.parametrize("invisible", ["\u200e", "\u200f", "\u2067", "\u00a0", "\u200d", "\u00ad"])
def test_what_has_no_shape_needs_no_glyph(invisible):
    assert missing_characters(f"a{invisible}b", "bn") == ()


def test_a_letter_that_only_exists_composed_is_printed_in_either_form():
    assert missing_characters("e\u0302\u0301 ễ Vie\u0323\u0302t", "it") == ()


def test_a_compatibility_ideograph_is_printed_as_the_one_it_stands_for():
    assert missing_characters("\ufa72", "zh-Hans") == ()
    assert shaped_text("\ufa72", "zh-Hans", 10).width() == pytest.approx(10)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=12), st.sampled_from(["it", "ar", "bn", "zh-Hans"]))
def test_any_text_is_printed_or_refused_beforehand(text, language):
    if missing_characters(text, language):
        with pytest.raises(MissingGlyph):
            shaped_text(text, language, 10)
    else:
        shaped_text(text, language, 10)


def test_marks_stay_in_the_font_of_their_letter():
    assert covering_family("ש\u05c1\u05b8", "it") == "NotoHebrew"


def test_punctuation_stays_in_the_font_of_the_word_before():
    assert covering_family(".", "it", before="NotoHebrew") == "NotoHebrew"


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_installed_in_both_weights(family):
    regular, bold = face(family, bold=False), face(family, bold=True)
    assert regular.name != bold.name
    letter = next(char for char in range(0x41, 0xFFFF) if char in regular.coverage)
    assert letter in bold.coverage


def test_bold_letters_are_drawn_wider():
    regular = shaped_text("consenso informato", "it", 10).width()
    assert shaped_text("consenso informato", "it", 10, bold=True).width() > regular * 1.02
