"""What people may write into the form: printable words of bounded length, in Unicode's NFC."""

import unicodedata

from litconsent.domain.errors import ForbiddenCharacter, TextMissing, TextTooLong, WordTooLong

LINE_LIMIT = 120
TEXT_LIMIT = 2000
WORD_LIMIT = 60
# Hebrew with all its signs needs five on one letter; a higher pile paints over the lines beside it.
MARKS_LIMIT = 6

# Scripts that write without spaces have no "words" to measure.
_SPACELESS_FROM, _SPACELESS_TO = "\u0e00", "\u0eff"
_CJK_FROM = "\u2e80"

# Joiners that Arabic, Persian and Indic spelling needs; everything else of category Cf, bidi
# overrides and isolates among it, could show a text in another order than it is stored.
_SPELLING_JOINERS = "\u200c\u200d"


def folded(words: str) -> str:
    """Return words as they are searched for: without capitals, accents and other marks."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def clean_line(value: str, *, field: str, limit: int = LINE_LIMIT) -> str:
    """Return one line of a person's words, trimmed and in NFC.

    :raises TextMissing: if nothing is left.
    :raises TextTooLong: if it has more than `limit` characters.
    :raises ForbiddenCharacter: if it holds a control, override or unassigned character, or a pile
        of marks on one letter.
    """
    line = " ".join(unicodedata.normalize("NFC", _checked(value, field)).split())
    if not line:
        raise TextMissing(field)
    return _bounded(line, field, limit)


def clean_text(value: str, *, field: str, limit: int = TEXT_LIMIT) -> str:
    """Return several lines of a person's words, trimmed and in NFC; may be empty.

    :raises TextTooLong: if it has more than `limit` characters.
    :raises WordTooLong: if one word has more than 60 characters.
    :raises ForbiddenCharacter: if it holds a control, override or unassigned character, or a pile
        of marks on one letter.
    """
    normal = unicodedata.normalize("NFC", _checked(value.replace("\r\n", "\n"), field, keep="\n"))
    lines = [" ".join(line.split()) for line in normal.split("\n")]
    return _bounded("\n".join(lines).strip(), field, limit)


def _checked(value: str, field: str, keep: str = "") -> str:
    for char in value:
        if char in keep or char in _SPELLING_JOINERS or char == "\t":
            continue
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn"):
            raise ForbiddenCharacter(field, char)
    return value


def _bounded(value: str, field: str, limit: int) -> str:
    if len(value) > limit:
        raise TextTooLong(field, len(value), limit)
    _refuse_piles(value, field)
    for word in value.split():
        if len(word) > WORD_LIMIT and not any(_spaceless(char) for char in word):
            raise WordTooLong(field, word)
    return value


def _refuse_piles(value: str, field: str) -> None:
    marks = 0
    for char in value:
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if marks > MARKS_LIMIT:
            raise ForbiddenCharacter(field, char)


def _spaceless(char: str) -> bool:
    return char >= _CJK_FROM or _SPACELESS_FROM <= char <= _SPACELESS_TO
