"""What must mean the same in every language: numbers, units, negations, the word on origin."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,'’\u00a0\u202f](?=\d)")
_NUMBER = re.compile(r"\d+")


def numbers(text: str) -> tuple[str, ...]:
    """Return the numbers of a text in any digits, sorted, without separators.

    >>> numbers("1,5 mm or ٣٠ degrees") == numbers("30 gradi o 1.5 mm")
    True
    """
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    return tuple(sorted(_NUMBER.findall(_BETWEEN_DIGITS.sub("", plain))))


def found_in(text: str, pattern: re.Pattern[str] | None) -> bool | None:
    """Tell whether words of a kind stand in a text; None without a list for the language.

    >>> found_in("Never inject yourself.", re.compile("never", re.IGNORECASE))
    True
    """
    return None if pattern is None else bool(pattern.search(text))


def units_of(text: str, units: Mapping[str, re.Pattern[str]]) -> Iterator[str]:
    """Yield the units that stand behind a number, by their common name.

    >>> units = {"week": re.compile("weeks?"), "day": re.compile("days?")}
    >>> list(units_of("for 6 to 8 weeks, not all days", units))
    ['week']
    """
    for name, pattern in units.items():
        if any(re.search(r"\d\W{0,2}$", text[: found.start()]) for found in pattern.finditer(text)):
            yield name
