"""The one-time code that opens an empty clinic; only its hash is kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from litconsent.storage.tables import setup_codes


@dataclass(frozen=True, slots=True)
class SetupCode:
    """The code in force, and how often it was tried."""

    code_hash: str
    expires_at: datetime
    tries: int = 0
    used_at: datetime | None = None


class SetupCodes:
    """At most one code; a new one replaces it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, code_hash: str, expires_at: datetime) -> None:
        """Put a code in force, in place of any other."""
        self._connection.execute(delete(setup_codes))
        self._connection.execute(
            insert(setup_codes).values(id=1, code_hash=code_hash, expires_at=expires_at, tries=0)
        )

    def get(self) -> SetupCode | None:
        """Return the code in force, or None."""
        row = self._connection.execute(select(setup_codes)).one_or_none()
        return SetupCode(row.code_hash, row.expires_at, row.tries, row.used_at) if row else None

    def count_try(self) -> None:
        """Count one try."""
        self._connection.execute(update(setup_codes).values(tries=setup_codes.c.tries + 1))

    def use(self, at: datetime) -> None:
        """Mark the code as used."""
        self._connection.execute(update(setup_codes).values(used_at=at))
