"""The first tables, strictly typed, with the append-only rules as triggers."""

from alembic import op

revision = "0001"
down_revision = None

TABLES = """
CREATE TABLE letterhead (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    phone TEXT NOT NULL
) STRICT;

CREATE TABLE setup_codes (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    code_hash TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    tries INTEGER NOT NULL,
    used_at TEXT
) STRICT;

CREATE TABLE accounts (
    id TEXT PRIMARY KEY NOT NULL,
    username TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    password_hash TEXT NOT NULL
) STRICT;

CREATE TABLE throttle (
    key TEXT PRIMARY KEY NOT NULL,
    failures INTEGER NOT NULL,
    blocked_until TEXT
) STRICT;

CREATE TABLE tablets (
    hash TEXT PRIMARY KEY NOT NULL,
    mode TEXT NOT NULL,
    account_id TEXT,
    episode_id TEXT,
    epoch INTEGER NOT NULL,
    language TEXT,
    seen_at TEXT NOT NULL
) STRICT;

CREATE TABLE editions (
    hash TEXT PRIMARY KEY NOT NULL,
    procedure TEXT NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE episodes (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    patient TEXT NOT NULL CHECK (json_valid(patient)),
    plan TEXT NOT NULL CHECK (json_valid(plan)),
    family TEXT CHECK (family IS NULL OR json_valid(family)),
    language TEXT NOT NULL,
    clinic_language TEXT NOT NULL,
    procedure TEXT NOT NULL,
    edition_hash TEXT NOT NULL,
    clinic_edition_hash TEXT NOT NULL,
    prepared_by TEXT NOT NULL,
    prepared_at TEXT NOT NULL,
    specimen INTEGER NOT NULL CHECK (specimen IN (0, 1))
) STRICT;

CREATE TABLE drafts (
    episode_id TEXT NOT NULL,
    part TEXT NOT NULL,
    data TEXT NOT NULL CHECK (json_valid(data)),
    version INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (episode_id, part)
) STRICT;

CREATE TABLE events (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    tablet TEXT NOT NULL,
    episode_id TEXT REFERENCES episodes (id),
    data TEXT NOT NULL,
    prev TEXT NOT NULL UNIQUE,
    head TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX events_by_episode ON events (episode_id, seq);

CREATE TABLE signatures (
    number INTEGER PRIMARY KEY,
    episode_id TEXT NOT NULL REFERENCES episodes (id),
    round TEXT NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    method TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    strokes TEXT NOT NULL CHECK (json_valid(strokes)),
    typed TEXT NOT NULL,
    UNIQUE (episode_id, round, role)
) STRICT;

CREATE TABLE records (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    episode_id TEXT NOT NULL REFERENCES episodes (id),
    round TEXT NOT NULL,
    decision TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    sealed_at TEXT NOT NULL,
    sealed_by TEXT NOT NULL,
    chain_seq INTEGER NOT NULL,
    chain_head TEXT NOT NULL,
    specimen INTEGER NOT NULL CHECK (specimen IN (0, 1)),
    pdf BLOB NOT NULL,
    UNIQUE (episode_id, round)
) STRICT;

CREATE TABLE downloads (
    token_hash TEXT PRIMARY KEY NOT NULL,
    record_id TEXT NOT NULL REFERENCES records (id),
    tablet TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    redeemed_at TEXT
) STRICT
"""
APPEND_ONLY_TABLES = ("editions", "episodes", "events", "records", "signatures")


def upgrade() -> None:
    """Apply this step; there is no way back but a backup."""
    for statement in TABLES.split(";\n"):
        op.execute(statement)
    for table in APPEND_ONLY_TABLES:
        for action in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
            )
