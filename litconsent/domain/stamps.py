"""A time stamp: an authority's word that a record existed at a time, or the wait for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

_FIRST_PAUSE = timedelta(minutes=1)
_LONGEST_PAUSE = timedelta(hours=6)


class Level(StrEnum):
    """How much a stamped file carries [ETSI EN 319 142-1]."""

    T = "B-T"
    LT = "B-LT"
    LTA = "B-LTA"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The stamped edition of a record, or its place in the queue while there is none.

    The edition is a file of its own with its own SHA-256 (hex); the record stays as it was signed.
    """

    record_id: str
    level: Level
    queued_at: datetime
    next_try: datetime
    tries: int = 0
    problem: str = ""
    stamped_at: datetime | None = None
    authority: str = ""
    sha256: str = ""
    size: int = 0

    @property
    def pending(self) -> bool:
        """Tell whether the stamp is still awaited."""
        return self.stamped_at is None


def pause_after(tries: int) -> timedelta:
    """Return how long to wait after so many tries: a minute, then twice as long, up to six hours.

    >>> [str(pause_after(tries)) for tries in (1, 2, 3, 99)]
    ['0:01:00', '0:02:00', '0:04:00', '6:00:00']
    """
    doublings = min(tries, 20) - 1
    return min(_FIRST_PAUSE * (1 << doublings), _LONGEST_PAUSE)
