"""Counted failures of signing in; they outlive a restart."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from litconsent.storage.tables import throttle


@dataclass(frozen=True, slots=True)
class Throttle:
    """How often something failed in a row, and until when it has to wait."""

    failures: int = 0
    blocked_until: datetime | None = None


class Throttles:
    """One counter for each account and each tablet that failed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> Throttle:
        """Return the counter of a key; zero if it never failed."""
        row = self._connection.execute(select(throttle).where(throttle.c.key == key)).one_or_none()
        return Throttle(row.failures, row.blocked_until) if row else Throttle()

    def put(self, key: str, count: Throttle) -> None:
        """Replace the counter of a key."""
        self.clear(key)
        self._connection.execute(
            insert(throttle).values(
                key=key, failures=count.failures, blocked_until=count.blocked_until
            )
        )

    def clear(self, key: str) -> None:
        """Forget the failures of a key."""
        self._connection.execute(delete(throttle).where(throttle.c.key == key))
