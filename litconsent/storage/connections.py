"""Connections to the encrypted file, with the settings on which durability rests."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2 as sqlcipher

from litconsent.storage.errors import SettingNotEffective, translated
from litconsent.storage.keys import Keys

BUSY_SECONDS = 20  # longer than ten seals that wait for one another
_MOST_CONNECTIONS = 20

# Set on every connection, then read back: SQLite ignores what it does not know.
SETTINGS: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: with NORMAL a power cut takes back acknowledged consents
    "foreign_keys": 1,
    "recursive_triggers": 1,  # without it INSERT OR REPLACE goes around the append-only triggers
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "busy_timeout": BUSY_SECONDS * 1000,
}

# SQLite before these has a bug that can damage a database in WAL mode.
_FIXED_IN = (3, 51, 3)
_FIXED_BACKPORTS = {(3, 50): 7, (3, 44): 6}


def connect_engine(database: Path, keys: Keys) -> Engine:
    """Return an engine for an existing file; transactions begin as `begin_writing` was chosen.

    :raises SettingNotEffective: if the SQLite library has the WAL bug.
    """
    require_safe_sqlite(sqlcipher.sqlite_version_info)
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: _connect(database, keys),
        poolclass=QueuePool,
        pool_size=_MOST_CONNECTIONS,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        pool_use_lifo=True,
        hide_parameters=True,  # an error must not carry a patient's words into a log
    )
    event.listen(engine, "begin", _begin)
    return engine


def require_safe_sqlite(version: tuple[int, int, int]) -> None:
    """Refuse an SQLite version with the WAL-reset bug.

    :raises SettingNotEffective: for such a version.
    """
    backport = _FIXED_BACKPORTS.get(version[:2])
    if version >= _FIXED_IN or (backport is not None and version[2] >= backport):
        return
    raise SettingNotEffective("sqlite_version", _FIXED_IN, version)


def _connect(database: Path, keys: Keys) -> Any:
    # mode=rw: a file that is gone must be an error, never a new empty database.
    connection = sqlcipher.connect(
        f"{database.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )
    try:
        with translated(database):
            _unlock(connection, keys)
            for name, value in SETTINGS.items():
                connection.execute(f"PRAGMA {name} = {value}")
            _read_back(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: Any, keys: Keys) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    raw = (keys.database + keys.database_salt).hex()
    connection.execute(f"PRAGMA key = \"x'{raw}'\"")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _read_back(connection: Any) -> None:
    for name, wanted in SETTINGS.items():
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is None or row[0] != wanted:
            raise SettingNotEffective(name, wanted, row and row[0])


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql(f"PRAGMA query_only = {int(not writing)}")
    # IMMEDIATE takes the writer's place first, so that what was read cannot become stale.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
