"""Sealed records with the bytes of their documents."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, insert, select

from litconsent.domain.decisions import Outcome
from litconsent.domain.errors import RecordUnknown
from litconsent.domain.records import Record
from litconsent.storage.errors import AlreadySealed
from litconsent.storage.tables import records

# All columns but the document itself, which only `pdf` reads.
_FACTS = [column for column in records.c if column.name != "pdf"]


class Records:
    """Every sealed record; one for each round of an episode."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, record: Record, pdf: bytes) -> None:
        """Add a record with its document.

        :raises AlreadySealed: if this round has one; the error carries it.
        """
        for earlier in self.of_episode(record.episode_id):
            if earlier.round == record.round:
                raise AlreadySealed(earlier)
        self._connection.execute(
            insert(records).values(
                id=record.id,
                episode_id=record.episode_id,
                round=record.round,
                decision=record.decision.value,
                sha256=record.sha256,
                size=record.size,
                sealed_at=record.sealed_at,
                sealed_by=record.sealed_by,
                chain_seq=record.chain_seq,
                chain_head=record.chain_head,
                specimen=record.specimen,
                pdf=pdf,
            )
        )

    def of_episode(self, episode_id: str) -> tuple[Record, ...]:
        """Return the records of an episode, oldest first."""
        return self._where(records.c.episode_id == episode_id)

    def get(self, record_id: str) -> Record | None:
        """Return a record, or None."""
        return next(iter(self._where(records.c.id == record_id)), None)

    def by_sha256(self, sha256: str) -> Record | None:
        """Return the record whose document has this SHA-256 (hex), or None."""
        return next(iter(self._where(records.c.sha256 == sha256)), None)

    def pdf(self, record_id: str) -> bytes:
        """Return the document of a record.

        :raises RecordUnknown: if there is none.
        """
        found = self._connection.execute(
            select(records.c.pdf).where(records.c.id == record_id)
        ).scalar_one_or_none()
        if found is None:
            raise RecordUnknown
        return bytes(found)

    def latest(self, limit: int = 100) -> tuple[Record, ...]:
        """Return the records that were sealed last, newest first."""
        rows = self._connection.execute(
            select(*_FACTS).order_by(records.c.number.desc()).limit(limit)
        )
        return tuple(_record(row) for row in rows)

    def between(
        self, since: datetime | None, until: datetime | None, decisions: Collection[Outcome]
    ) -> tuple[Record, ...]:
        """Return the records sealed from `since` and before `until` with these decisions."""
        wanted: list[ColumnElement[bool]] = [
            records.c.decision.in_([decision.value for decision in decisions])
        ]
        if since:
            wanted.append(records.c.sealed_at >= since)
        if until:
            wanted.append(records.c.sealed_at < until)
        return self._where(and_(*wanted))

    def _where(self, condition: ColumnElement[bool]) -> tuple[Record, ...]:
        rows = self._connection.execute(select(*_FACTS).where(condition).order_by(records.c.number))
        return tuple(_record(row) for row in rows)


def _record(row: Row[Any]) -> Record:
    return Record(
        id=row.id,
        episode_id=row.episode_id,
        decision=Outcome(row.decision),
        sha256=row.sha256,
        size=row.size,
        sealed_at=row.sealed_at,
        sealed_by=row.sealed_by,
        chain_seq=row.chain_seq,
        chain_head=row.chain_head,
        specimen=row.specimen,
        round=row.round,
    )
