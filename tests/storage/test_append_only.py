"""What may only be added to: the database itself refuses every other statement."""

import pytest
from sqlalchemy import text

from litconsent.domain.events import EventKind
from litconsent.storage.errors import AppendOnly, RowRefused
from litconsent.storage.tables import APPEND_ONLY_TABLES, METADATA
from tests.builders import NOON, PDF, a_record, a_signature, an_episode


@pytest.fixture
def full(store):
    with store.writing() as books:
        books.episodes.add(an_episode())
        books.editions.put("e" * 64, "lit", "it", {"chapters": []})
        books.events.append(
            EventKind.PREPARED, at=NOON, actor="a", tablet="t", episode_id="episode-1"
        )
        books.signatures.add("episode-1", "1", a_signature())
        books.records.add(a_record(chain_head=books.events.head()[1]), PDF)
    return store


def execute(store, statement):
    with store._transaction(writing=True) as connection:
        return connection.execute(text(statement)).rowcount


def rows(store, table):
    with store._transaction(writing=False) as connection:
        return connection.execute(text(f"SELECT * FROM {table}")).all()  # noqa: S608


def columns(table):
    return ", ".join(column.name for column in METADATA.tables[table].columns)


STATEMENTS = {
    "update": "UPDATE {table} SET {first} = {first}",
    "delete": "DELETE FROM {table}",
    "replace": "INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}",
    "update or replace": "UPDATE OR REPLACE {table} SET {first} = {first}",
}


@pytest.mark.parametrize("kind", STATEMENTS)
@pytest.mark.parametrize("table", APPEND_ONLY_TABLES)
def test_a_row_once_written_stays_as_it_is(full, table, kind):
    first = METADATA.tables[table].columns.keys()[-1]
    statement = STATEMENTS[kind].format(table=table, first=first, columns=columns(table))
    before = rows(full, table)
    with pytest.raises(AppendOnly) as refused:
        execute(full, statement)
    assert refused.value.detail == f"append-only: {table}"
    assert rows(full, table) == before
    assert len(before) == 1


def test_a_dropped_trigger_is_found(full, raw):
    assert full.check() == ()
    raw("DROP TRIGGER records_no_delete")
    assert full.check() == ("trigger missing: records_no_delete",)


def test_a_record_that_was_taken_away_is_found(store, raw):
    with store.writing() as books:
        books.episodes.add(an_episode())
        record = a_record(chain_seq=0)
        books.records.add(record, PDF)
        books.events.append(
            EventKind.SEALED,
            at=NOON,
            actor="a",
            tablet="t",
            episode_id="episode-1",
            data={"decision": "consent", "sha256": record.sha256},
        )
    assert store.check() == ()
    raw("DROP TRIGGER records_no_delete", "DELETE FROM records")
    assert "event 1: its record is gone" in store.check()


def test_a_document_that_was_exchanged_is_found(full, raw):
    raw("DROP TRIGGER records_no_update", "UPDATE records SET pdf = x'00'")
    assert "record record-1: document does not have its SHA-256" in full.check()


def test_nothing_can_belong_to_an_episode_that_does_not_exist(store):
    with pytest.raises(RowRefused), store.writing() as books:
        books.signatures.add("nobody", "1", a_signature())


def test_the_tables_that_queries_see_are_the_tables_of_the_database(store, raw):
    for name, table in METADATA.tables.items():
        present = [(row[1], bool(row[3])) for row in raw(f"PRAGMA table_info({name})")]
        wanted = [
            (c.name, not c.nullable and not (c.primary_key and c.type.python_type is int))
            for c in table.columns
        ]
        assert present == wanted, name
        assert "STRICT" in raw(f"SELECT sql FROM sqlite_schema WHERE name = '{name}'")[0][0]  # noqa: S608
