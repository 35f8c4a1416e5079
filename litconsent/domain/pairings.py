"""A one-time code with which another tablet takes over an episode's patient side."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

VALID_FOR = timedelta(minutes=5)
# Wrong codes, on any tablet, after which a code that is open is worth nothing.
MOST_TRIES = 100
LENGTH = 8
# Nothing that looks like something else on a screen or in a hurry: no 0 O, 1 I L, 2 Z, 5 S, 8 B.
ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"


class Purpose(StrEnum):
    """What the other tablet is for: to read and answer, or to decide and sign."""

    READ = "read"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class Pairing:
    """A code as the doctor sees it; the server keeps only its digest."""

    episode_id: str
    purpose: Purpose
    code: str
    expires_at: datetime


def clean_code(typed: str) -> str:
    """Return a code as it was made, however it was typed.

    >>> clean_code("acde-fg 34")
    'ACDEFG34'
    """
    return "".join(char for char in typed.upper() if char.isascii() and char.isalnum())


def grouped(code: str) -> str:
    """Return a code in two halves, as people read it out.

    >>> grouped("ACDEFG34")
    'ACDE FG34'
    """
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"
