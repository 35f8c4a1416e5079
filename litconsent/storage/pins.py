"""PINs with which a clinician signs on one tablet; only their hashes are kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from litconsent.storage.tables import pins


@dataclass(frozen=True, slots=True)
class KeptPin:
    """What is kept of a PIN, and how often a wrong one was given in a row."""

    pin_hash: str
    set_at: datetime
    tries: int


class Pins:
    """One PIN for each clinician on each tablet at most."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, tablet: str, account_id: str) -> KeptPin | None:
        """Return a clinician's PIN on a tablet, or None."""
        row = self._connection.execute(
            select(pins).where(pins.c.tablet == tablet, pins.c.account_id == account_id)
        ).one_or_none()
        return KeptPin(row.pin_hash, row.set_at, row.tries) if row else None

    def put(self, tablet: str, account_id: str, pin_hash: str, set_at: datetime) -> None:
        """Keep a new PIN in place of an older one."""
        self.forget(tablet, account_id)
        self._connection.execute(
            insert(pins).values(
                tablet=tablet, account_id=account_id, pin_hash=pin_hash, set_at=set_at, tries=0
            )
        )

    def set_tries(self, tablet: str, account_id: str, tries: int) -> None:
        """Keep how often a wrong PIN was given in a row."""
        self._connection.execute(
            update(pins)
            .where(pins.c.tablet == tablet, pins.c.account_id == account_id)
            .values(tries=tries)
        )

    def any_on(self, tablet: str) -> bool:
        """Tell whether any clinician has a PIN on a tablet."""
        found = select(pins.c.tablet).where(pins.c.tablet == tablet).limit(1)
        return self._connection.execute(found).scalar_one_or_none() is not None

    def forget(self, tablet: str, account_id: str) -> None:
        """Take a clinician's PIN off a tablet."""
        self._connection.execute(
            delete(pins).where(pins.c.tablet == tablet, pins.c.account_id == account_id)
        )

    def forget_account(self, account_id: str) -> None:
        """Take a clinician's PINs off all tablets."""
        self._connection.execute(delete(pins).where(pins.c.account_id == account_id))
