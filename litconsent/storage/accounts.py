"""The clinic's accounts with their password hashes."""

from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from litconsent.domain.errors import UsernameTaken
from litconsent.domain.people import Account, AccountRole
from litconsent.storage.tables import accounts


class Accounts:
    """Who can sign in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, account: Account, password_hash: str) -> None:
        """Add an account.

        :raises UsernameTaken: if another one has its user name.
        """
        if self.by_username(account.username):
            raise UsernameTaken(account.username)
        self._connection.execute(
            insert(accounts).values(
                id=account.id,
                username=account.username,
                name=account.name,
                role=account.role.value,
                active=account.active,
                password_hash=password_hash,
            )
        )

    def by_id(self, account_id: str) -> Account | None:
        """Return an account, or None."""
        row = self._connection.execute(
            select(accounts).where(accounts.c.id == account_id)
        ).one_or_none()
        return _account(row) if row else None

    def by_username(self, username: str) -> tuple[Account, str] | None:
        """Return an account with its password hash, or None."""
        row = self._connection.execute(
            select(accounts).where(accounts.c.username == username)
        ).one_or_none()
        return (_account(row), row.password_hash) if row else None

    def count(self) -> int:
        """Return how many accounts there are."""
        return self._connection.execute(select(func.count()).select_from(accounts)).scalar_one()

    def all(self) -> tuple[Account, ...]:
        """Return every account, by user name."""
        rows = self._connection.execute(select(accounts).order_by(accounts.c.username))
        return tuple(_account(row) for row in rows)

    def set_active(self, account_id: str, *, active: bool) -> None:
        """Let an account sign in, or not."""
        self._connection.execute(
            update(accounts).where(accounts.c.id == account_id).values(active=active)
        )

    def set_password_hash(self, account_id: str, password_hash: str) -> None:
        """Replace the password hash of an account."""
        self._connection.execute(
            update(accounts).where(accounts.c.id == account_id).values(password_hash=password_hash)
        )


def _account(row: Row[Any]) -> Account:
    return Account(row.id, row.username, row.name, AccountRole(row.role), row.active)
