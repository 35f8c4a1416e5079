"""Wrong tries make the next one wait, longer each time; the count survives a restart."""

from datetime import datetime, timedelta

from litconsent.domain.errors import SignInThrottled
from litconsent.services.access import Act
from litconsent.storage.throttle import Throttle

FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)


def refuse_while_waiting(act: Act, *keys: str) -> None:
    """Refuse a try while one of these keys has to wait.

    :raises SignInThrottled: with the time from which on it is allowed.
    """
    for key in keys:
        until = act.books.throttle.get(key).blocked_until
        if until and until > act.now:
            raise SignInThrottled(until)


def count_failure(act: Act, *keys: str) -> None:
    """Count a wrong try for each of these keys: five are free, then 30 seconds, doubling."""
    for key in keys:
        failures = act.books.throttle.get(key).failures + 1
        act.books.throttle.put(key, Throttle(failures, _blocked_until(failures, act.now)))


def _blocked_until(failures: int, now: datetime) -> datetime | None:
    if failures < FREE_TRIES:
        return None
    doublings: int = min(failures - FREE_TRIES, 20)
    wait: timedelta = FIRST_WAIT * (1 << doublings)
    return now + min(wait, LONGEST_WAIT)
