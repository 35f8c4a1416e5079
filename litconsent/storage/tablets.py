"""What each tablet may open at the moment, known by the hash of its cookie."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from litconsent.domain.tablets import PATIENT_HANDS, Mode, Tablet
from litconsent.storage.tables import sign_ins, tablets


class Tablets:
    """One row a tablet."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, tablet_hash: str) -> Tablet | None:
        """Return a tablet, or None if it was never seen."""
        row = self._connection.execute(
            select(tablets).where(tablets.c.hash == tablet_hash)
        ).one_or_none()
        return _tablet(row) if row else None

    def holding(self, episode_id: str) -> tuple[Tablet, ...]:
        """Return the tablets that hold the patient's side of an episode: one at most."""
        rows = self._connection.execute(
            select(tablets).where(
                tablets.c.episode_id == episode_id,
                tablets.c.mode.in_([mode.value for mode in PATIENT_HANDS]),
            )
        )
        return tuple(_tablet(row) for row in rows)

    def held_episodes(self) -> frozenset[str]:
        """Return the ids of the episodes whose patient's side a tablet holds."""
        rows = self._connection.execute(
            select(tablets.c.episode_id).where(
                tablets.c.mode.in_([mode.value for mode in PATIENT_HANDS])
            )
        )
        return frozenset(row.episode_id for row in rows)

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

    def note_sign_in(self, tablet_hash: str, at: datetime) -> None:
        """Keep when somebody of the clinic last signed in on a tablet."""
        self._connection.execute(delete(sign_ins).where(sign_ins.c.tablet == tablet_hash))
        self._connection.execute(insert(sign_ins).values(tablet=tablet_hash, at=at))

    def signed_in_at(self, tablet_hash: str) -> datetime | None:
        """Return when somebody of the clinic last signed in on a tablet, or None if never."""
        return self._connection.execute(
            select(sign_ins.c.at).where(sign_ins.c.tablet == tablet_hash)
        ).scalar_one_or_none()


def _tablet(row: Row[Any]) -> Tablet:
    return Tablet(row.hash, Mode(row.mode), row.account_id, row.episode_id, row.epoch, row.language)
