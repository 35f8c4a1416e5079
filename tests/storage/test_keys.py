"""The key file: created once, private, whole, and never replaced by a new one."""

import threading
from dataclasses import astuple

import pytest

from litconsent.storage.errors import (
    FileUnreachable,
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileMode,
)
from litconsent.storage.keys import derive_keys, load_or_create_keys


def test_the_first_start_creates_a_private_key_file(tmp_path):
    path = tmp_path / "keys" / "master.key"
    load_or_create_keys(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [child.name for child in path.parent.iterdir()] == ["master.key"]


def test_the_next_start_finds_the_same_keys(tmp_path):
    first = load_or_create_keys(tmp_path / "master.key")
    assert load_or_create_keys(tmp_path / "master.key") == first


def test_two_clinics_have_different_keys(tmp_path):
    assert load_or_create_keys(tmp_path / "one") != load_or_create_keys(tmp_path / "two")


def test_two_first_starts_at_once_agree_on_one_key(tmp_path):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(load_or_create_keys(tmp_path / "k")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(map(astuple, found))) == 1


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_key_file_that_others_may_read_is_refused(tmp_path, mode):
    path = tmp_path / "master.key"
    load_or_create_keys(path)
    path.chmod(mode)
    with pytest.raises(KeyFileMode) as refused:
        load_or_create_keys(path)
    assert (refused.value.path, refused.value.mode) == (path, mode)


@pytest.mark.parametrize("at", [0, 20, 60, 85])
def test_one_changed_character_of_the_key_file_is_seen(tmp_path, at):
    path = tmp_path / "master.key"
    load_or_create_keys(path)
    text = path.read_text()
    path.write_text(text[:at] + ("1" if text[at] == "0" else "0") + text[at + 1 :])
    with pytest.raises(KeyFileDamaged):
        load_or_create_keys(path)


@pytest.mark.parametrize("content", [b"", b"\x00" * 91, b"\xff\xfe", b"litconsent-key-1\n"])
def test_a_file_that_is_no_key_is_refused(tmp_path, content):
    path = tmp_path / "master.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyFileDamaged):
        load_or_create_keys(path)


def test_a_lost_key_is_never_replaced_while_its_database_exists(tmp_path):
    path, database = tmp_path / "keys" / "master.key", tmp_path / "litconsent.db"
    database.write_bytes(b"something")
    with pytest.raises(KeyFileMissing):
        load_or_create_keys(path, database)
    assert not path.exists()


def test_a_folder_that_cannot_be_made_is_an_error_of_ours(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(FileUnreachable):
        load_or_create_keys(tmp_path / "file" / "master.key")


def test_each_purpose_has_its_own_key():
    keys = derive_keys(b"m" * 32)
    assert len(set(astuple(keys))) == 5
    assert len(keys.database) == len(keys.chain) == len(keys.pepper) == 32


def test_the_derivation_never_changes():
    # Another value here means that no existing database could be opened any more.
    assert derive_keys(b"m" * 32).chain.hex()[:16] == "f963d21cb9d51c2f"


def test_keys_do_not_show_themselves():
    keys = derive_keys(b"m" * 32)
    assert keys.chain.hex() not in repr(keys)
    assert repr(keys) == "Keys()"
