"""The clinic's letterhead: one row."""

from sqlalchemy import Connection, delete, insert, select

from litconsent.domain.people import Letterhead
from litconsent.storage.tables import letterhead


class Letterheads:
    """How the clinic presents itself."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Letterhead | None:
        """Return the letterhead, or None before the set-up."""
        row = self._connection.execute(select(letterhead)).one_or_none()
        return Letterhead(row.name, row.place, row.phone) if row else None

    def put(self, given: Letterhead) -> None:
        """Replace the letterhead; records keep the one that they were sealed with."""
        self._connection.execute(delete(letterhead))
        self._connection.execute(
            insert(letterhead).values(id=1, name=given.name, place=given.place, phone=given.phone)
        )
