"""A day as people of the clinic type it."""

import re
from datetime import date

_DAY = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")


def typed_day(typed: str) -> date:
    """Return the day that was typed as day, month and four digits of the year.

    >>> typed_day("3/4/2026").isoformat()
    '2026-04-03'

    :raises ValueError: for anything else, and for a day that no calendar has.
    """
    found = _DAY.fullmatch(typed.strip())
    if not found:
        raise ValueError(typed)
    day, month, year = (int(part) for part in found.groups())
    return date(year, month, day)
