"""One-time tokens for a document, bound to a tablet; only their hashes are kept."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, update

from litconsent.storage.tables import downloads


class Downloads:
    """Tokens that were issued."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, token_hash: str, record_id: str, tablet: str, expires_at: datetime) -> None:
        """Add a token."""
        self._connection.execute(
            insert(downloads).values(
                token_hash=token_hash, record_id=record_id, tablet=tablet, expires_at=expires_at
            )
        )

    def redeem(self, token_hash: str, tablet: str, at: datetime) -> str | None:
        """Use a token up and return its record; None if used, expired or another tablet's."""
        return self._connection.execute(
            update(downloads)
            .where(
                downloads.c.token_hash == token_hash,
                downloads.c.tablet == tablet,
                downloads.c.redeemed_at.is_(None),
                downloads.c.expires_at > at,
            )
            .values(redeemed_at=at)
            .returning(downloads.c.record_id)
        ).scalar_one_or_none()

    def forget_expired(self, at: datetime) -> None:
        """Delete the tokens that can no longer be used."""
        self._connection.execute(delete(downloads).where(downloads.c.expires_at <= at))
