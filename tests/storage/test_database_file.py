"""The file: encrypted, private, opened whole or refused; never a silent wrong answer."""

import random
import shutil

import pytest

from litconsent.domain.events import EventKind
from litconsent.storage import connections
from litconsent.storage.connections import SETTINGS, require_safe_sqlite
from litconsent.storage.database import open_store
from litconsent.storage.errors import (
    DatabaseDamaged,
    DatabaseNewer,
    FileUnreachable,
    SettingNotEffective,
    StorageError,
    WrongKey,
)
from litconsent.storage.keys import derive_keys
from tests.builders import NOON, an_account, an_episode


def opened(database, keys):
    return open_store(database, keys, lambda: NOON)


def filled(database, keys):
    store = opened(database, keys)
    with store.writing() as books:
        books.accounts.add(an_account(), "hash")
        for number in range(30):
            books.episodes.add(an_episode(id=f"episode-{number}"))
            books.events.append(
                EventKind.PREPARED, at=NOON, actor="a", tablet="t", episode_id=f"episode-{number}"
            )
    store.close()


def test_neither_the_file_nor_its_log_can_be_read_without_the_key(store, database):
    with store.writing() as books:
        books.episodes.add(an_episode())
    files = list(database.parent.iterdir())
    assert database.with_name("litconsent.db-wal") in files
    for file in files:
        content = file.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        assert b"Ada Rossi" not in content
        assert b"episodes" not in content


def test_files_and_folder_belong_to_their_owner_alone(store, database):
    assert database.parent.stat().st_mode & 0o777 == 0o700
    for file in database.parent.iterdir():
        assert file.stat().st_mode & 0o777 == 0o600, file.name


def test_a_file_that_was_opened_to_others_is_closed_again(database, keys):
    filled(database, keys)
    database.chmod(0o644)
    opened(database, keys).close()
    assert database.stat().st_mode & 0o777 == 0o600


def test_a_second_start_migrates_nothing_and_keeps_the_data(database, keys):
    filled(database, keys)
    store = opened(database, keys)
    assert store.migrate() is False
    with store.reading() as books:
        assert books.accounts.count() == 1
        assert len(list(books.episodes.newest_first())) == 30
    assert store.check() == ()
    store.close()


def test_a_database_of_a_later_version_is_left_alone(database, keys, raw):
    filled(database, keys)
    raw("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseNewer):
        opened(database, keys)
    assert raw("SELECT version_num FROM alembic_version") == [("9999",)]


def test_another_key_is_told_from_damage(database, keys):
    filled(database, keys)
    before = database.read_bytes()
    with pytest.raises(WrongKey):
        opened(database, derive_keys(b"another master key of 32 bytes.."))
    assert database.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 8192, b"SQLite format 3\x00" + b"\x00" * 8176, b"%PDF-1.7", b"x" * 5000],
    ids=["empty", "zeros", "plain SQLite", "short", "no pages"],
)
def test_a_file_that_is_no_database_is_refused_and_kept(database, keys, content):
    database.parent.mkdir()
    database.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        opened(database, keys)
    assert database.read_bytes() == content


@pytest.mark.parametrize("share", [0.0001, 0.3, 0.77, 0.999])
def test_a_truncated_file_is_never_taken_for_whole(database, keys, share):
    filled(database, keys)
    content = database.read_bytes()
    database.write_bytes(content[: int(len(content) * share)])
    assert problems(database, keys)


def test_any_changed_byte_is_found(database, keys, tmp_path):
    filled(database, keys)
    whole = tmp_path / "whole.db"
    shutil.copy(database, whole)
    assert problems(database, keys) == []
    chance = random.Random(7)
    for at in [17, 100, *(chance.randrange(16, whole.stat().st_size) for _ in range(40))]:
        content = bytearray(whole.read_bytes())
        content[at] ^= 1 << chance.randrange(8)
        database.write_bytes(content)
        database.with_name(database.name + "-wal").unlink(missing_ok=True)
        assert problems(database, keys), at


def problems(database, keys):
    """Return what opening, checking and reading of a file find."""
    try:
        store = opened(database, keys)
    except StorageError as error:
        return [error]
    try:
        return list(store.check())
    except StorageError as error:
        return [error]
    finally:
        store.close()


def test_a_page_damaged_under_a_running_store_is_an_error_of_ours(database, keys):
    filled(database, keys)
    content = bytearray(database.read_bytes())
    store = opened(database, keys)
    for page in range(4096, len(content), 4096):
        content[page + 50] ^= 255
    database.write_bytes(content)
    with pytest.raises(DatabaseDamaged), store.reading() as books:
        list(books.episodes.newest_first())
    store.close()


def test_a_database_that_is_gone_while_its_log_is_there_is_not_made_anew(database, keys):
    filled(database, keys)
    database.with_name(database.name + "-wal").write_bytes(b"frames")
    database.unlink()
    with pytest.raises(DatabaseDamaged):
        opened(database, keys)
    assert not database.exists()


def test_a_file_that_is_gone_under_a_running_store_is_not_made_anew(store, database):
    store.close()
    for file in database.parent.iterdir():
        file.unlink()
    with pytest.raises(FileUnreachable), store.reading() as books:
        books.accounts.count()
    assert not database.exists()


def test_a_folder_that_cannot_be_made_is_an_error_of_ours(tmp_path, keys):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(FileUnreachable):
        opened(tmp_path / "file" / "litconsent.db", keys)


def test_a_first_start_that_fails_leaves_no_half_database(database, keys, monkeypatch):
    monkeypatch.setitem(SETTINGS, "synchronous", 7)
    with pytest.raises(SettingNotEffective):
        opened(database, keys)
    assert list(database.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("secure_delete", 1),
    ],
)
def test_a_connection_really_has_the_settings_it_was_given(store, name, value):
    with store._engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_a_setting_that_does_not_hold_stops_the_start(database, keys, monkeypatch, name):
    filled(database, keys)
    monkeypatch.setattr(connections, "SETTINGS", {**SETTINGS, name: "nonsense"})
    with pytest.raises(SettingNotEffective) as refused:
        opened(database, keys)
    assert refused.value.name == name


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 44, 5), (3, 50, 6), (3, 51, 2), (3, 7, 0)])
def test_an_sqlite_with_the_wal_bug_is_refused(version):
    with pytest.raises(SettingNotEffective):
        require_safe_sqlite(version)


@pytest.mark.parametrize("version", [(3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 53, 4), (4, 0, 0)])
def test_a_repaired_sqlite_is_taken(version):
    require_safe_sqlite(version)
