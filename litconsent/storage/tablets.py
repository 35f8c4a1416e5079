"""What each tablet may open at the moment, known by the hash of its cookie."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from litconsent.domain.tablets import Mode, Tablet
from litconsent.storage.tables import tablets


class Tablets:
    """One row a tablet."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, tablet_hash: str) -> Tablet | None:
        """Return a tablet, or None if it was never seen."""
        row = self._connection.execute(
            select(tablets).where(tablets.c.hash == tablet_hash)
        ).one_or_none()
        if row is None:
            return None
        return Tablet(
            row.hash, Mode(row.mode), row.account_id, row.episode_id, row.epoch, row.language
        )

    def put(self, tablet: Tablet, seen_at: datetime) -> None:
        """Keep what a tablet is from now on."""
        self._connection.execute(delete(tablets).where(tablets.c.hash == tablet.hash))
        self._connection.execute(
            insert(tablets).values(
                hash=tablet.hash,
                mode=tablet.mode.value,
                account_id=tablet.account_id,
                episode_id=tablet.episode_id,
                epoch=tablet.epoch,
                language=tablet.language,
                seen_at=seen_at,
            )
        )

    def touch(self, tablet_hash: str, seen_at: datetime) -> None:
        """Keep when a tablet was last used."""
        self._connection.execute(
            update(tablets).where(tablets.c.hash == tablet_hash).values(seen_at=seen_at)
        )

    def seen_at(self, tablet_hash: str) -> datetime | None:
        """Return when a tablet was last used, or None if never."""
        return self._connection.execute(
            select(tablets.c.seen_at).where(tablets.c.hash == tablet_hash)
        ).scalar_one_or_none()
