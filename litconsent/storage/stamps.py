"""Stamped editions of records, and the queue of records that wait for their stamp."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from litconsent.domain.errors import RecordUnknown
from litconsent.domain.stamps import Level, Stamp
from litconsent.storage.tables import stamps

# All columns but the file itself, which only `pdf` reads.
_FACTS = [column for column in stamps.c if column.name != "pdf"]


class Stamps:
    """At most one stamp a record; once it is there it is never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def queue(self, record_id: str, level: Level, at: datetime) -> None:
        """Add a record to those that wait."""
        self._connection.execute(
            insert(stamps).values(
                record_id=record_id,
                level=level.value,
                queued_at=at,
                next_try=at,
                tries=0,
                problem="",
                authority="",
                sha256="",
                size=0,
            )
        )

    def get(self, record_id: str) -> Stamp | None:
        """Return a record's stamp or its place in the queue, or None."""
        row = self._connection.execute(
            select(*_FACTS).where(stamps.c.record_id == record_id)
        ).one_or_none()
        return _stamp(row) if row else None

    def by_sha256(self, sha256: str) -> Stamp | None:
        """Return the stamp whose file has this SHA-256 (hex), or None."""
        row = self._connection.execute(
            select(*_FACTS).where(stamps.c.sha256 == sha256, stamps.c.stamped_at.is_not(None))
        ).one_or_none()
        return _stamp(row) if row else None

    def waiting(self, until: datetime | None = None) -> tuple[Stamp, ...]:
        """Return those that wait, oldest first; with a time those whose next try is due by then."""
        wanted = select(*_FACTS).where(stamps.c.stamped_at.is_(None))
        if until:
            wanted = wanted.where(stamps.c.next_try <= until)
        rows = self._connection.execute(wanted.order_by(stamps.c.queued_at, stamps.c.record_id))
        return tuple(_stamp(row) for row in rows)

    def count(self) -> int:
        """Return how many wait."""
        wanted = select(func.count()).where(stamps.c.stamped_at.is_(None))
        return self._connection.execute(wanted).scalar_one()

    def postpone(self, stamp: Stamp, until: datetime, problem: str, *, tries: int) -> bool:
        """Say when the next try is; tell whether nobody else tried meanwhile."""
        changed = self._connection.execute(
            update(stamps)
            .where(
                stamps.c.record_id == stamp.record_id,
                stamps.c.stamped_at.is_(None),
                stamps.c.next_try == stamp.next_try,
            )
            .values(next_try=until, problem=problem, tries=tries)
        )
        return changed.rowcount == 1

    def keep(self, stamp: Stamp, pdf: bytes) -> bool:
        """Keep a stamped edition; tell whether there was none yet."""
        changed = self._connection.execute(
            update(stamps)
            .where(stamps.c.record_id == stamp.record_id, stamps.c.stamped_at.is_(None))
            .values(
                level=stamp.level.value,
                problem="",
                stamped_at=stamp.stamped_at,
                authority=stamp.authority,
                sha256=stamp.sha256,
                size=stamp.size,
                pdf=pdf,
            )
        )
        return changed.rowcount == 1

    def pdf(self, record_id: str) -> bytes:
        """Return the stamped edition of a record.

        :raises RecordUnknown: if there is none.
        """
        found = self._connection.execute(
            select(stamps.c.pdf).where(stamps.c.record_id == record_id)
        ).scalar_one_or_none()
        if found is None:
            raise RecordUnknown
        return bytes(found)


def _stamp(row: Row[Any]) -> Stamp:
    return Stamp(
        record_id=row.record_id,
        level=Level(row.level),
        queued_at=row.queued_at,
        next_try=row.next_try,
        tries=row.tries,
        problem=row.problem,
        stamped_at=row.stamped_at,
        authority=row.authority,
        sha256=row.sha256,
        size=row.size,
    )
