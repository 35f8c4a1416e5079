"""The store: opened whole or not at all; every reading and writing is one transaction."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine

from litconsent.storage.books import Books
from litconsent.storage.chain import ChainVerdict, verify_events
from litconsent.storage.connections import BUSY_SECONDS, connect_engine
from litconsent.storage.errors import DatabaseBusy, DatabaseDamaged, WrongKey, reachable, translated
from litconsent.storage.files import PRIVATE_FILE, appearing
from litconsent.storage.inspection import findings
from litconsent.storage.keys import Keys
from litconsent.storage.migration import migrate

_SALT = 16  # bytes at the start of the file, the only ones that are not encrypted
_PAGE = 4096


class Store:
    """One database file; may be used from any thread."""

    def __init__(self, database: Path, engine: Engine, chain_key: bytes) -> None:
        self._database = database
        self._engine = engine
        self._chain_key = chain_key
        # SQLite lets writers poll for their turn; in one process a lock is fair and immediate.
        self._turn = Lock()

    @contextmanager
    def writing(self) -> Iterator[Books]:
        """Open the books for one writer; all is kept at the end, or nothing on any exception.

        :raises DatabaseBusy: if another writer does not finish; DiskFull, if nothing fits.
        """
        if not self._turn.acquire(timeout=BUSY_SECONDS):
            raise DatabaseBusy(self._database, "another writer")
        try:
            with self._transaction(writing=True) as connection:
                yield Books(connection, self._chain_key)
        finally:
            self._turn.release()

    @contextmanager
    def reading(self) -> Iterator[Books]:
        """Open the books as they are at one moment; writing is refused."""
        with self._transaction(writing=False) as connection:
            yield Books(connection, self._chain_key)

    def verify_chain(
        self, since: int = 0, anchors: Mapping[int, str] | None = None
    ) -> ChainVerdict:
        """Check the audit trail after event `since`; anchors are heads known from elsewhere."""
        with self._transaction(writing=False) as connection:
            return verify_events(connection, self._chain_key, since, anchors or {})

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the file, in technical words; empty if it is whole."""
        with self._transaction(writing=False) as connection:
            return findings(connection)

    def migrate(self) -> bool:
        """Run the migrations that are missing, and tell whether there were any.

        :raises DatabaseNewer: if a later version of this software has migrated the file.
        """
        with self._transaction(writing=True) as connection:
            return migrate(connection, self._database)

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Connection]:
        engine = self._engine.execution_options(writing=writing)
        with translated(self._database), engine.connect() as connection, connection.begin():
            yield connection


def open_store(database: Path, keys: Keys, clock: Callable[[], datetime]) -> Store:
    """Open the database, created at the first start and migrated if it is an older one.

    :raises DatabaseDamaged: if the file is not whole.
    :raises WrongKey: if it belongs to another key file.
    :raises DatabaseNewer: if a later version of this software has migrated it.
    :raises SettingNotEffective: if the database engine is not safe enough.
    :raises FileUnreachable: if the operating system refuses the file; DiskFull, without space.
    """
    with reachable(database):
        if not database.exists():
            _create(database, keys)
        _check_header(database, keys)
        if database.stat().st_mode & 0o077:
            database.chmod(PRIVATE_FILE)
    store = Store(database, connect_engine(database, keys), keys.chain)
    try:
        store.migrate()
        with store.writing() as books:
            books.downloads.forget_expired(clock())
            books.exports.forget_expired(clock())
    except BaseException:
        store.close()
        raise
    return store


def _create(database: Path, keys: Keys) -> None:
    wal = database.with_name(database.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        raise DatabaseDamaged(database, "gone, while its write-ahead log is there")
    with appearing(database) as draft:
        store = Store(draft, connect_engine(draft, keys), keys.chain)
        store.migrate()
        store.close()


def _check_header(database: Path, keys: Keys) -> None:
    """Tell a damaged file from one of another key; the engine has the same words for both."""
    size = database.stat().st_size
    with database.open("rb") as file:
        salt = file.read(_SALT)
    if size >= _PAGE and salt == keys.database_salt:
        return
    if size < _PAGE or size % _PAGE or not any(salt) or salt.startswith(b"SQLite format 3"):
        raise DatabaseDamaged(database, f"no database of ours: {size} bytes")
    raise WrongKey(database)
