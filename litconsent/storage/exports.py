"""Exports that wait to be fetched once, each bound to a tablet by its token."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, update

from litconsent.storage.tables import exports


@dataclass(frozen=True, slots=True)
class WaitingExport:
    """A file in the folder of exports, and the name under which it leaves."""

    file: str
    name: str


class Exports:
    """Tokens that were issued for a file of several records."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, token_hash: str, waiting: WaitingExport, tablet: str, expires_at: datetime
    ) -> None:
        """Add a token."""
        self._connection.execute(
            insert(exports).values(
                token_hash=token_hash,
                file=waiting.file,
                name=waiting.name,
                tablet=tablet,
                expires_at=expires_at,
            )
        )

    def redeem(self, token_hash: str, tablet: str, at: datetime) -> WaitingExport | None:
        """Use a token up and return its file; None if used, expired or another tablet's."""
        row = self._connection.execute(
            update(exports)
            .where(
                exports.c.token_hash == token_hash,
                exports.c.tablet == tablet,
                exports.c.redeemed_at.is_(None),
                exports.c.expires_at > at,
            )
            .values(redeemed_at=at)
            .returning(exports.c.file, exports.c.name)
        ).one_or_none()
        return WaitingExport(row.file, row.name) if row else None

    def forget_expired(self, at: datetime) -> None:
        """Delete the tokens that can no longer be used."""
        self._connection.execute(delete(exports).where(exports.c.expires_at <= at))
