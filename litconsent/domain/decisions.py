"""What can be decided. Yes, no and not today have the same rank."""

from enum import StrEnum


class Decision(StrEnum):
    """The outcome of an episode so far [L.219/2017 art.1 c.5]."""

    CONSENT = "consent"
    REFUSAL = "refusal"
    POSTPONED = "postponed"
