"""How easy a text is to read, by formulas validated for its language, or no number at all."""

from dataclasses import dataclass
from enum import StrEnum

from litconsent.content.sentences import letters, sentences, words
from litconsent.content.syllables import syllables


class Formula(StrEnum):
    """A validated formula."""

    GULPEASE = "gulpease"
    FLESCH_KINCAID = "flesch_kincaid_grade"


@dataclass(frozen=True, slots=True)
class Readability:
    """A score with its formula; both None where no formula is validated for the language."""

    score: float | None = None
    formula: Formula | None = None


def gulpease(text: str) -> float:
    """Return the Gulpease index: 89 + (300 sentences - 10 letters) / words; higher is easier.

    Letters only, no punctuation [Lucisano & Piemontese 1988, Scuola e Città 39(3):110-124].

    :raises ZeroDivisionError: if the text has no word.
    """
    count = len(words(text))
    return 89 + (300 * len(sentences(text, "it")) - 10 * letters(text)) / count


def flesch_kincaid_grade(text: str) -> float:
    """Return the United States school grade of an English text; lower is easier.

    0.39 words per sentence + 11.8 syllables per word - 15.59 [Kincaid 1975, Navy RBR 8-75].

    :raises ZeroDivisionError: if the text has no word.
    """
    spoken = words(text)
    per_sentence = len(spoken) / len(sentences(text, "en"))
    per_word = sum(syllables(word) for word in spoken) / len(spoken)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def readability(text: str, language: str) -> Readability:
    """Return how easy a text is; a language without a validated formula gets no number."""
    if not words(text):
        return Readability()
    if language == "it":
        return Readability(gulpease(text), Formula.GULPEASE)
    if language == "en":
        return Readability(flesch_kincaid_grade(text), Formula.FLESCH_KINCAID)
    return Readability()
