"""Codes for another tablet, PINs that are good on one tablet, and when a tablet was signed in."""

from alembic import op

revision = "0006"
down_revision = "0005"

TABLES = """
CREATE TABLE IF NOT EXISTS pairings (
    episode_id TEXT PRIMARY KEY NOT NULL REFERENCES episodes (id),
    code_hash TEXT NOT NULL UNIQUE,
    purpose TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    expires_at TEXT NOT NULL,
    tries INTEGER NOT NULL,
    redeemed_at TEXT
) STRICT;

CREATE TABLE IF NOT EXISTS pins (
    tablet TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    pin_hash TEXT NOT NULL,
    set_at TEXT NOT NULL,
    tries INTEGER NOT NULL,
    PRIMARY KEY (tablet, account_id)
) STRICT;

CREATE TABLE IF NOT EXISTS sign_ins (
    tablet TEXT PRIMARY KEY NOT NULL,
    at TEXT NOT NULL
) STRICT
"""


def upgrade() -> None:
    """Apply this step; there is no way back but a backup."""
    for statement in TABLES.split(";\n"):
        op.execute(statement)
