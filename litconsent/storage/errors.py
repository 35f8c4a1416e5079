"""What can go wrong with keys and database, as data; and the one translation into it."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlcipher3 import dbapi2 as sqlcipher

from litconsent.domain.errors import LitConsentError
from litconsent.domain.people import Role
from litconsent.domain.records import Record

APPEND_ONLY = "append-only: "
_NO_SPACE = 1 << 20  # bytes; below this a failed write is a full disk, whatever SQLite calls it


class StorageError(LitConsentError):
    """The store cannot do what was asked."""


class FileError(StorageError):
    """Something is wrong with a file of the store."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path}: {detail or type(self).__name__}")
        self.path = path
        self.detail = detail


class KeyFileMissing(FileError):
    """A database exists, but not the key that opens it."""


class KeyFileDamaged(FileError):
    """The key file does not hold a whole key."""


class KeyFileMode(FileError):
    """Others than the owner may read the key file."""

    def __init__(self, path: Path, mode: int) -> None:
        super().__init__(path, f"mode {mode:04o}, 0600 wanted")
        self.mode = mode


class WrongKey(FileError):
    """The database was written under another key, or its first bytes were overwritten."""


class DatabaseDamaged(FileError):
    """The database file is not whole; restore a backup."""


class DatabaseNewer(FileError):
    """A later version of this software has migrated the database."""


class FileUnreachable(FileError):
    """A file cannot be opened, read or written: missing folder, owner, mode or device."""


class LockedFileDamaged(FileError):
    """A locked file is not whole, or belongs to another token."""


class DatabaseBusy(FileError):
    """Another writer held the database for too long; try again."""


class DiskFull(FileError):
    """There is no space left; nothing of this transaction was written."""


class SettingNotEffective(StorageError):
    """The database engine did not take a setting on which durability or integrity rests."""

    def __init__(self, name: str, wanted: object, found: object) -> None:
        super().__init__(f"{name} is {found!r}, {wanted!r} wanted")
        self.name = name
        self.wanted = wanted
        self.found = found


class RowRefused(StorageError):
    """A row breaks a rule of the database."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class AppendOnly(RowRefused):
    """Somebody tried to change or delete what may only be added to."""


class AlreadySigned(StorageError):
    """This role has signed in this round."""

    def __init__(self, role: Role) -> None:
        super().__init__(role)
        self.role = role


class AlreadySealed(StorageError):
    """This decision has a sealed record; `record` is the one that stands."""

    def __init__(self, record: Record) -> None:
        super().__init__(record.id)
        self.record = record


_BY_CODE: dict[int, type[FileError]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
    sqlite3.SQLITE_CANTOPEN: FileUnreachable,
    sqlite3.SQLITE_IOERR: FileUnreachable,
    sqlite3.SQLITE_PERM: FileUnreachable,
    sqlite3.SQLITE_READONLY: FileUnreachable,
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn every error of the database engine into one of ours; other errors pass."""
    try:
        yield
    except DBAPIError as error:
        raise _error_for(path, error.orig) from error
    except sqlcipher.Error as error:
        raise _error_for(path, error) from error
    except PoolTimeout as error:
        raise DatabaseBusy(path, "no free connection") from error


def _error_for(path: Path, error: object) -> StorageError:
    detail = str(error)
    if isinstance(error, sqlcipher.IntegrityError):
        return AppendOnly(detail) if detail.startswith(APPEND_ONLY) else RowRefused(detail)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_IOERR and shutil.disk_usage(path.parent).free < _NO_SPACE:
        return DiskFull(path, detail)
    return _BY_CODE.get(code, FileError)(path, detail)


@contextmanager
def reachable(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses on the way to a file into an error of ours."""
    try:
        yield
    except OSError as error:
        full = error.errno == errno.ENOSPC
        raise (DiskFull if full else FileUnreachable)(path, str(error)) from error
