"""One-time tokens for a document, bound to a tablet; only their hashes are kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, update

from litconsent.storage.tables import downloads


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a token hands out: a record as it was signed, or its stamped edition."""

    record_id: str
    stamped: bool


class Downloads:
    """Tokens that were issued."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        token_hash: str,
        record_id: str,
        tablet: str,
        expires_at: datetime,
        *,
        stamped: bool = False,
    ) -> None:
        """Add a token for a record, or for its stamped edition."""
        self._connection.execute(
            insert(downloads).values(
                token_hash=token_hash,
                record_id=record_id,
                tablet=tablet,
                expires_at=expires_at,
                stamped=stamped,
            )
        )

    def redeem(self, token_hash: str, tablet: str, at: datetime) -> Wanted | None:
        """Use a token up and return what it is for; None if used, expired or another tablet's."""
        row = self._connection.execute(
            update(downloads)
            .where(
                downloads.c.token_hash == token_hash,
                downloads.c.tablet == tablet,
                downloads.c.redeemed_at.is_(None),
                downloads.c.expires_at > at,
            )
            .values(redeemed_at=at)
            .returning(downloads.c.record_id, downloads.c.stamped)
        ).one_or_none()
        return Wanted(row.record_id, row.stamped) if row else None

    def forget_expired(self, at: datetime) -> None:
        """Delete the tokens that can no longer be used."""
        self._connection.execute(delete(downloads).where(downloads.c.expires_at <= at))
