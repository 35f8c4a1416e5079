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


class Outcome(StrEnum):
    """What a sealed document says: a decision, or what became of a consent afterwards."""

    CONSENT = "consent"
    PARTIAL = "partial"
    REFUSAL = "refusal"
    POSTPONED = "postponed"
    WITHDRAWAL = "withdrawal"
    SESSION = "session"
    VOIDING = "voiding"

    @property
    def agrees(self) -> bool:
        """Tell whether it is a consent, to all of the proposal or to a part of it."""
        return self in (Outcome.CONSENT, Outcome.PARTIAL)
