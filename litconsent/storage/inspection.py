"""What is wrong with a database file: pages, rules, and documents against their hashes."""

import hashlib
import json

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from litconsent.domain.events import EventKind
from litconsent.storage.columns import canonical_json
from litconsent.storage.tables import APPEND_ONLY_TABLES, editions, events, records

_PAGES = ("cipher_integrity_check", "integrity_check", "foreign_key_check")


def findings(connection: Connection) -> tuple[str, ...]:
    """Return every finding in technical words; none means whole."""
    found = [line for pragma in _PAGES for line in _pragma(connection, pragma)]
    try:
        found += _missing_triggers(connection) + _changed_documents(connection)
        found += _lost_records(connection) + _changed_releases(connection)
    except DBAPIError as error:
        found.append(f"unreadable: {error.orig}")
    return tuple(found)


def _pragma(connection: Connection, name: str) -> list[str]:
    try:
        rows = connection.execute(text(f"PRAGMA {name}")).all()
    except DBAPIError as error:
        return [f"{name}: {error.orig}"]
    return [f"{name}: {' '.join(map(str, row))}" for row in rows if row[0] != "ok"]


def _missing_triggers(connection: Connection) -> list[str]:
    present = set(
        connection.execute(text("SELECT name FROM sqlite_schema WHERE type = 'trigger'")).scalars()
    )
    wanted = [f"{t}_no_{action}" for t in APPEND_ONLY_TABLES for action in ("update", "delete")]
    return [f"trigger missing: {name}" for name in wanted if name not in present]


def _changed_documents(connection: Connection) -> list[str]:
    # One document at a time: all of them together may not fit into memory.
    query = select(records.c.id, records.c.sha256, records.c.pdf).execution_options(
        stream_results=True, max_row_buffer=1
    )
    return [
        f"record {row.id}: document does not have its SHA-256"
        for row in connection.execute(query)
        if hashlib.sha256(row.pdf).hexdigest() != row.sha256
    ]


def _lost_records(connection: Connection) -> list[str]:
    present = set(connection.execute(select(records.c.sha256)).scalars())
    sealed = connection.execute(
        select(events.c.seq, events.c.data).where(events.c.kind == EventKind.SEALED.value)
    )
    named = ((row.seq, json.loads(row.data).get("sha256")) for row in sealed)
    return [f"event {seq}: its record is gone" for seq, sha in named if sha and sha not in present]


def _changed_releases(connection: Connection) -> list[str]:
    released = connection.execute(
        select(events.c.seq, events.c.data).where(events.c.kind == EventKind.LANGUAGE_RELEASED)
    )
    named = {json.loads(row.data)["edition"]: row.seq for row in released}
    kept = connection.execute(select(editions.c.hash, editions.c.body))
    whole = {row.hash for row in kept if row.hash in named and _edition_hash(row.body) == row.hash}
    return [
        f"event {seq}: its edition is gone or does not have its SHA-256"
        for edition, seq in named.items()
        if edition not in whole
    ]


def _edition_hash(body: dict[str, object]) -> str:
    words = {name: value for name, value in body.items() if name != "hash"}
    return hashlib.sha256(canonical_json(words).encode()).hexdigest()
