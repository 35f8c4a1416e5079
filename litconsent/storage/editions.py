"""Editions as they were read, frozen under their hash."""

from typing import Any

from sqlalchemy import Connection, insert, select

from litconsent.storage.tables import editions


class Editions:
    """Texts that no later change of the content can touch."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, edition_hash: str, procedure: str, language: str, body: dict[str, Any]) -> None:
        """Keep an edition, unless it is kept already."""
        if self.get(edition_hash) is None:
            self._connection.execute(
                insert(editions).values(
                    hash=edition_hash, procedure=procedure, language=language, body=body
                )
            )

    def get(self, edition_hash: str) -> dict[str, Any] | None:
        """Return the body of an edition, or None."""
        return self._connection.execute(
            select(editions.c.body).where(editions.c.hash == edition_hash)
        ).scalar_one_or_none()
