"""Which account an organisation's own sign-in belongs to."""

from alembic import op

revision = "0007"
down_revision = "0006"

TABLE = """
CREATE TABLE IF NOT EXISTS identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id TEXT NOT NULL UNIQUE REFERENCES accounts (id),
    used TEXT NOT NULL,
    PRIMARY KEY (issuer, subject)
) STRICT
"""


def upgrade() -> None:
    """Apply this step; there is no way back but a backup."""
    op.execute(TABLE)
