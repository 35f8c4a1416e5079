"""Exports of several records: which file waits for which tablet, and until when."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Apply this step; there is no way back but a backup."""
    op.execute(
        """
        CREATE TABLE exports (
            token_hash TEXT PRIMARY KEY NOT NULL,
            file TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            tablet TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            redeemed_at TEXT
        ) STRICT
        """
    )
