"""Readability is measured by formulas worked out by hand here, or not at all."""

import pytest

from litconsent.content.library import Library
from litconsent.content.meaning import found_in, numbers
from litconsent.content.readability import (
    Formula,
    Readability,
    flesch_kincaid_grade,
    gulpease,
    readability,
)
from litconsent.content.sentences import letters, sentences, words
from litconsent.content.syllables import syllables
from litconsent.settings import PROJECT

# Counts of the CMU Pronouncing Dictionary 0.7b, only words on whose count it does not waver.
DICTIONARY = {
    1: "the skin pain bump drop thin short use doubt pressed days caused weeks heat needs "
    "cleaned joint knee choose stop",
    2: "needle doctor treatment layer tissue muscle liquid patient redness body only people "
    "being water bottle tables wanted fever useful therefore hygiene safely placement "
    "technique faster needles questions refuse again minutes relief swelling shoulder",
    3: "medicine injection allergy important reaction however remember area idea decision "
    "anyone recipe serious previous various injected clinical reactions disappears painkiller",
    4: "information society experience material diabetes scientific comparison emergency "
    "anesthesia disinfectant alternatives",
    5: "possibility individual",
}
TABLE = [(word, count) for count, line in DICTIONARY.items() for word in line.split()]


def test_there_are_sixty_words_to_check() -> None:
    assert len(TABLE) >= 60


@pytest.mark.parametrize(("word", "count"), TABLE)
def test_a_word_has_the_syllables_of_the_dictionary(word: str, count: int) -> None:
    assert syllables(word) == count


def test_joined_words_and_digits_are_spoken_one_by_one() -> None:
    assert (syllables("anti-inflammatory"), syllables("self-care"), syllables("30")) == (7, 2, 2)


def test_gulpease_of_one_sentence_worked_out_by_hand() -> None:
    # 4 words, 12 letters, 1 sentence: 89 + (300 - 120) / 4
    assert gulpease("Puoi dire di no.") == pytest.approx(134.0)


def test_gulpease_of_two_sentences_worked_out_by_hand() -> None:
    # 10 words (l'ago is one), 42 letters, 2 sentences: 89 + (600 - 420) / 10
    text = "L'ago entra solo con la punta. Il dolore passa presto."
    assert gulpease(text) == pytest.approx(107.0)


def test_gulpease_counts_letters_and_no_punctuation() -> None:
    assert gulpease("Puoi dire di no.") == gulpease("«Puoi, dire: di (no)»!")


def test_flesch_kincaid_of_two_sentences_worked_out_by_hand() -> None:
    # 10 words, 2 sentences, 11 syllables: 0.39 * 5 + 11.8 * 1.1 - 15.59
    text = "You may say no. You can stop at any time."
    assert flesch_kincaid_grade(text) == pytest.approx(-0.66)


def test_flesch_kincaid_of_one_sentence_worked_out_by_hand() -> None:
    # 9 words, 13 syllables: 0.39 * 9 + 11.8 * 13 / 9 - 15.59
    text = "The needle places a little liquid in the skin."
    assert flesch_kincaid_grade(text) == pytest.approx(4.96444, abs=1e-4)


def test_list_items_count_as_sentences() -> None:
    assert len(sentences("un ago fino\nuna goccia\nun cerotto", "it")) == 3
    assert gulpease("un ago fino\nuna goccia") > gulpease("un ago fino una goccia")


def test_very_short_sentences_count() -> None:
    assert len(sentences("Si può. Puoi dire di no. Va bene.", "it")) == 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("一句。两句！三句？", "zh-Hans"),
        ("এক বাক্য। দুই বাক্য। তিন?", "bn"),
        ("پہلا جملہ۔ دوسرا جملہ۔ تیسرا؟", "ur"),
        ("جملة أولى. جملة ثانية! ثالثة؟", "ar"),
        ('It costs 1.5 euros. "Really?" Yes...', "en"),
        ("Il dott. Rossi, es. oggi, 1,5 mm. Due. Tre!", "it"),
    ],
)
def test_each_language_ends_its_sentences_its_own_way(text: str, language: str) -> None:
    assert len(sentences(text, language)) == 3


def test_words_and_letters_are_counted_without_marks() -> None:
    assert words("L'ago, 1,5 mm – poi… basta!") == ("L'ago", "1,5", "mm", "poi", "basta")
    assert letters("L'ago, 1,5 mm") == 6


@pytest.mark.parametrize("language", ["ro", "uk", "ar", "zh-Hans", "xx", ""])
def test_a_language_without_a_validated_formula_gets_no_number(language: str) -> None:
    assert readability("Un text foarte simplu.", language) == Readability(None, None)


def test_a_measured_text_names_its_formula() -> None:
    assert readability("Va bene.", "it").formula is Formula.GULPEASE
    assert readability("It is fine.", "en").formula is Formula.FLESCH_KINCAID
    assert readability("…", "en") == Readability(None, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,000 people, 1.5 mm", "1,5 mm, 1.000 persone"),
        ("from 1 to 8 sessions", "من ١ إلى ٨ جلسات"),
        ("2 of 10", "১০ এর মধ্যে ২"),
    ],
)
def test_the_same_numbers_are_equal_in_any_digits_and_order(one: str, other: str) -> None:
    assert numbers(one) == numbers(other) != ()


def test_one_in_a_thousand_is_not_one_in_a_hundred() -> None:
    assert numbers("1 in 1,000") != numbers("1 su 100")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("You can't do it.", "en", True),
        ("Nothing hurts.", "en", True),
        ("Another notice.", "en", False),
        ("Nessuno può.", "it", True),
        ("La nonna e il mai-tai.", "it", True),
        ("La nonna nota.", "it", False),
        ("Nu face asta.", "ro", True),
        ("Face asta acum.", "ro", False),
        ("هذا ليس علاجًا.", "ar", True),
        ("هذا علاج.", "ar", False),
    ],
)
def test_a_negation_is_found_as_a_word(text: str, language: str, expected: bool) -> None:
    script = Library(PROJECT / "content").manuscript()
    assert script and found_in(text, script.languages[language].negation) is expected


def test_without_a_list_a_question_of_words_stays_open() -> None:
    assert found_in("Nu face asta.", None) is None
