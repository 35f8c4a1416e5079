"""Which script each character of a text is to be shaped in."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# ISO 15924 codes by the first word of the Unicode names of a script's letters. Kana and Han are
# one here: they stand in the same words.
_SCRIPTS = {
    "ARABIC": "Arab",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "GREEK": "Grek",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Hani",
    "KATAKANA": "Hani",
    "KHMER": "Khmr",
    "LAO": "Laoo",
    "LATIN": "Latn",
    "MYANMAR": "Mymr",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "THAI": "Thai",
}


def scripts(text: str) -> Iterator[str | None]:
    """Yield the script of each character; digits, signs and marks have that of their neighbours.

    Without any letter there is none. HarfBuzz does not do this: it takes the first letter's
    script for a whole run, and an Indic word after "12/B" would come out in pieces.
    """
    known = [_letter_script(char) for char in text]
    current = next(filter(None, known), None)
    for script in known:
        current = script or current
        yield current


@lru_cache(maxsize=4096)
def _letter_script(char: str) -> str | None:
    if unicodedata.category(char)[0] not in "LM":
        return None
    return _SCRIPTS.get(unicodedata.name(char, "").partition(" ")[0])
