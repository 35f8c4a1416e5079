"""What was typed and not yet decided, saved as it is given; the only rows that are rewritten."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from litconsent.domain.errors import StaleDraft
from litconsent.storage.tables import drafts


class Drafts:
    """One draft for each episode and part of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, episode_id: str, part: str) -> tuple[dict[str, Any], int]:
        """Return a draft and its version; an empty one of version 0 if there is none."""
        row = self._connection.execute(
            select(drafts.c.data, drafts.c.version).where(
                drafts.c.episode_id == episode_id, drafts.c.part == part
            )
        ).one_or_none()
        return (row.data, row.version) if row else ({}, 0)

    def save(
        self, episode_id: str, part: str, data: dict[str, Any], version: int, at: datetime
    ) -> int:
        """Replace a draft that still has this version, and return the new version.

        :raises StaleDraft: if it has another one.
        """
        if version == 0 and self.get(episode_id, part)[1] == 0:
            self._connection.execute(
                insert(drafts).values(
                    episode_id=episode_id, part=part, data=data, version=1, saved_at=at
                )
            )
            return 1
        changed = self._connection.execute(
            update(drafts)
            .where(
                drafts.c.episode_id == episode_id,
                drafts.c.part == part,
                drafts.c.version == version,
            )
            .values(data=data, version=version + 1, saved_at=at)
        )
        if changed.rowcount != 1:
            raise StaleDraft
        return version + 1
