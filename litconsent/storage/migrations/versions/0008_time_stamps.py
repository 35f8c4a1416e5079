"""Stamped editions of records, and the queue of those that wait for their stamp."""

from alembic import op

revision = "0008"
down_revision = "0007"

TABLE = """
CREATE TABLE IF NOT EXISTS stamps (
    record_id TEXT PRIMARY KEY NOT NULL REFERENCES records (id),
    level TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    next_try TEXT NOT NULL,
    tries INTEGER NOT NULL,
    problem TEXT NOT NULL,
    stamped_at TEXT,
    authority TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    pdf BLOB
) STRICT
"""
FINAL = """
CREATE TRIGGER IF NOT EXISTS stamps_are_final BEFORE UPDATE ON stamps
WHEN OLD.stamped_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'append-only: stamps'); END
"""
KEPT = """
CREATE TRIGGER IF NOT EXISTS stamps_no_delete BEFORE DELETE ON stamps
BEGIN SELECT RAISE(ABORT, 'append-only: stamps'); END
"""
FOUND = "CREATE INDEX IF NOT EXISTS stamps_by_sha256 ON stamps (sha256)"
STAMPED = "ALTER TABLE downloads ADD COLUMN stamped INTEGER NOT NULL DEFAULT 0"


def upgrade() -> None:
    """Apply this step; there is no way back but a backup."""
    for statement in (TABLE, FINAL, KEPT, FOUND, STAMPED):
        op.execute(statement)
