"""A real store in a real file, and ways to tamper with that file behind the store's back."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from litconsent.storage.database import Store, open_store
from litconsent.storage.keys import Keys, derive_keys
from tests.builders import NOON


@pytest.fixture
def keys() -> Keys:
    return derive_keys(hashlib.sha256(b"a master key for tests").digest())


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "litconsent.db"


@pytest.fixture
def store(database: Path, keys: Keys) -> Iterator[Store]:
    opened = open_store(database, keys, lambda: NOON)
    yield opened
    opened.close()


@pytest.fixture
def raw(database: Path, keys: Keys) -> Iterator[Callable[..., list[Any]]]:
    """Return a way to run statements with the key but without any of the store's settings."""
    connections = []

    def run(*statements: str) -> list[Any]:
        connection = sqlcipher.connect(str(database), isolation_level=None)
        connections.append(connection)
        connection.execute(f"PRAGMA key = \"x'{(keys.database + keys.database_salt).hex()}'\"")
        rows: list[Any] = []
        for statement in statements:
            rows = connection.execute(statement).fetchall()
        connection.close()
        return rows

    yield run
    for connection in connections:
        connection.close()
