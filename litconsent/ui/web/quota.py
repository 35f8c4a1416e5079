"""How often something may be asked in a minute, by one address and by all; kept in memory only."""

import time
from collections import deque
from collections.abc import Callable


class Quota:
    """Counts what was asked within the last ``seconds``; it never holds more than ``in_all``."""

    def __init__(
        self,
        each: int,
        in_all: int,
        seconds: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.each, self.in_all, self.seconds, self.clock = each, in_all, seconds, clock
        self._asked: deque[tuple[float, str]] = deque()

    def admits(self, who: str) -> bool:
        """Count one more of somebody, unless that were too many."""
        now = self.clock()
        while self._asked and self._asked[0][0] <= now - self.seconds:
            self._asked.popleft()
        own = sum(one == who for _, one in self._asked)
        if own >= self.each or len(self._asked) >= self.in_all:
            return False
        self._asked.append((now, who))
        return True
