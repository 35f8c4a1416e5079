"""What can be decided. Yes, no and not today have the same rank."""

from enum import StrEnum


class Decision(StrEnum):
    """The outcome of an episode so far [L.219/2017 art.1 c.5]."""

    CONSENT = "consent"
    PARTIAL = "partial"
    REFUSAL = "refusal"
    POSTPONED = "postponed"

    @property
    def agrees(self) -> bool:
        """Tell whether it is a yes, to all of the proposal or to a part of it."""
        return self in (Decision.CONSENT, Decision.PARTIAL)
