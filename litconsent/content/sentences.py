"""Splits text into sentences, words and letters, by the enders of each language."""

import re

_ENDERS = {
    "ar": ".!?…؟",
    "bn": "।!?…",
    "ur": "۔!؟?…",
    "zh-Hans": "。！？…",
}
_LATIN_ENDERS = ".!?…"
_CLOSING = "\"'”’»)]"
# A full stop after these is part of the word; nothing else tells it from the end of a sentence.
_ABBREVIATIONS = {
    "en": {"dr", "e.g", "i.e", "vs", "art"},
    "it": {"dott", "dr", "es", "n", "art", "d.l", "l", "c"},
}
_WORD = re.compile(r"[^\W_]+(?:['’.,\-‑][^\W_]+)*")


def sentences(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of a text; every line ends one, so that each list item counts.

    >>> sentences("It stings. It passes\\na bump", "en")
    ('It stings.', 'It passes', 'a bump')
    """
    found = [piece for line in text.split("\n") for piece in _split(line, language)]
    return tuple(piece for piece in found if words(piece))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text; a hyphen or an apostrophe inside joins one word.

    >>> words("l'ago è sterile: 1,5 mm")
    ("l'ago", 'è', 'sterile', '1,5', 'mm')
    """
    return tuple(_WORD.findall(text))


def letters(text: str) -> int:
    """Return how many letters a text has: no digit, no mark, no space."""
    return sum(char.isalpha() for char in text)


def _split(line: str, language: str) -> list[str]:
    enders = _ENDERS.get(language, _LATIN_ENDERS)
    spaced = enders == _LATIN_ENDERS or language in {"ar", "ur"}
    pieces: list[str] = []
    start = 0
    for at, char in enumerate(line):
        if char not in enders:
            continue
        rest = line[at + 1 :].lstrip(_CLOSING)
        if spaced and rest and not rest[0].isspace():
            continue  # a decimal point, or one of several enders
        if char == "." and _abbreviated(line[start:at], language):
            continue
        end = len(line) - len(rest)
        pieces.append(line[start:end].strip())
        start = end
    pieces.append(line[start:].strip())
    return pieces


def _abbreviated(before: str, language: str) -> bool:
    last = before.split()[-1:] or [""]
    return last[0].lower().lstrip("(") in _ABBREVIATIONS.get(language, set())
