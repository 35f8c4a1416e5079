"""A database of the first step gets what later steps add, and loses nothing."""

from litconsent.domain.events import EventKind
from litconsent.domain.people import FamilyMember
from litconsent.storage.database import open_store
from tests.builders import NOON, an_episode

INDEX = "SELECT count(*) FROM sqlite_schema WHERE name = 'events_of_the_clinic'"

OLDER = """
    INSERT INTO episodes (
        id, family, patient, plan, language, clinic_language, procedure, edition_hash,
        clinic_edition_hash, prepared_by, prepared_at, specimen)
    SELECT 'older', '{"name":"Bea Verdi","relationship":"daughter"}', patient, plan, language,
        clinic_language, procedure, edition_hash, clinic_edition_hash, prepared_by, prepared_at,
        specimen
    FROM episodes
"""
SECOND_STEP = "UPDATE alembic_version SET version_num = '0002'"


def test_a_database_of_the_first_step_gains_the_index_and_keeps_its_trail(
    store, database, keys, raw
):
    with store.writing() as books:
        books.events.append(EventKind.SIGNED_IN, at=NOON, actor="a", tablet="t")
    store.close()
    raw(
        "DROP INDEX events_of_the_clinic",
        "DROP TABLE exports",
        "ALTER TABLE downloads DROP COLUMN stamped",
        "ALTER TABLE episodes DROP COLUMN follows",
        "ALTER TABLE episodes DROP COLUMN who",
        "UPDATE alembic_version SET version_num = '0001'",
    )
    assert raw(INDEX) == [(0,)]
    again = open_store(database, keys, lambda: NOON)
    assert raw(INDEX) == [(1,)]
    assert again.verify_chain().whole and again.verify_chain().events == 1
    again.close()


def test_an_episode_of_the_second_step_keeps_its_family(store, database, keys, raw):
    with store.writing() as books:
        books.episodes.add(an_episode())
    store.close()
    raw(
        OLDER,
        "DROP TABLE exports",
        "ALTER TABLE downloads DROP COLUMN stamped",
        "ALTER TABLE episodes DROP COLUMN follows",
        "ALTER TABLE episodes DROP COLUMN who",
        SECOND_STEP,
    )
    again = open_store(database, keys, lambda: NOON)
    with again.reading() as books:
        assert books.episodes.get("older").family == FamilyMember("Bea Verdi", "daughter")
        assert books.episodes.get("episode-1").family is None
    again.close()


def test_events_of_the_clinic_are_those_of_no_episode_by_kind_in_their_order(store):
    with store.writing() as books:
        books.episodes.add(an_episode())
        for kind, episode in (
            (EventKind.LANGUAGE_RELEASED, None),
            (EventKind.SIGNED_IN, None),
            (EventKind.PREPARED, "episode-1"),
            (EventKind.LANGUAGE_WITHDRAWN, None),
        ):
            books.events.append(kind, at=NOON, actor="a", tablet="t", episode_id=episode)
        wanted = (EventKind.LANGUAGE_WITHDRAWN, EventKind.LANGUAGE_RELEASED)
        assert [event.seq for event in books.events.of_clinic(*wanted)] == [1, 4]
        assert books.events.of_clinic(EventKind.PREPARED) == ()


def test_releases_are_found_by_the_index(store):
    with store._transaction(writing=False) as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT * FROM events WHERE episode_id IS NULL AND kind IN ('x')"
        ).all()
    assert "events_of_the_clinic" in str(plan)
