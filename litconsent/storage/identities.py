"""Which account an organisation's sign-in belongs to, and when its last answer was made."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from litconsent.domain.identities import Identity
from litconsent.storage.tables import identities


@dataclass(frozen=True, slots=True)
class LinkedIdentity:
    """An account, and the time of the organisation's answer that was used last."""

    account_id: str
    used: datetime


class Identities:
    """One sign-in of an organisation for each account at most."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, identity: Identity) -> LinkedIdentity | None:
        """Return to whom an identity belongs, or None."""
        row = self._connection.execute(
            select(identities).where(
                identities.c.issuer == identity.issuer, identities.c.subject == identity.subject
            )
        ).one_or_none()
        return LinkedIdentity(row.account_id, row.used) if row else None

    def put(self, identity: Identity, account_id: str) -> None:
        """Connect an identity with an account, in place of the one that it had."""
        self.forget(account_id)
        self._connection.execute(
            insert(identities).values(
                issuer=identity.issuer,
                subject=identity.subject,
                account_id=account_id,
                used=identity.issued_at,
            )
        )

    def use(self, identity: Identity) -> None:
        """Keep that this answer was used, so that it is not used again."""
        self._connection.execute(
            update(identities)
            .where(identities.c.issuer == identity.issuer, identities.c.subject == identity.subject)
            .values(used=identity.issued_at)
        )

    def of_account(self, account_id: str) -> bool:
        """Tell whether an account has an identity."""
        found = select(identities.c.subject).where(identities.c.account_id == account_id)
        return self._connection.execute(found).scalar_one_or_none() is not None

    def forget(self, account_id: str) -> None:
        """Take an account's identity away."""
        self._connection.execute(delete(identities).where(identities.c.account_id == account_id))
