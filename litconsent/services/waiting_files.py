"""Exports that wait in the data folder, encrypted, until their link is used or has expired."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Timer

from litconsent.services.clinic import Clinic
from litconsent.services.tokens import digest
from litconsent.storage.locked_files import LockedFile, read_once

FETCHED_WITHIN = timedelta(minutes=5)


def redeem_export(clinic: Clinic, token: str, tablet: str) -> tuple[Iterator[bytes], str] | None:
    """Return the content and the name of an export, once, or None; its file is gone then."""
    with clinic.store.writing() as books:
        found = books.exports.redeem(digest(token), tablet, clinic.now())
    if found is None or not (_folder(clinic) / found.file).exists():
        return None
    return read_once(_folder(clinic) / found.file, token), found.name


@contextmanager
def new_file(clinic: Clinic, token: str) -> Iterator[LockedFile]:
    """Yield a file to fill under the key of a token; nothing is left of it on any exception."""
    _delete_left_over(clinic)
    file = LockedFile(_folder(clinic) / secrets.token_hex(16), token)
    try:
        yield file
    except BaseException:
        file.drop()
        raise


def delete_later(path: Path) -> None:
    """Delete a file when its link has expired, unless it was fetched and is gone already."""
    timer = Timer(FETCHED_WITHIN.total_seconds(), path.unlink, kwargs={"missing_ok": True})
    timer.daemon = True
    timer.start()


def _delete_left_over(clinic: Clinic) -> None:
    """Delete what a crash left behind: nobody will fetch it, and nobody could read it."""
    oldest = clinic.now() - 2 * FETCHED_WITHIN
    for path in _folder(clinic).glob("*"):
        if path.stat().st_mtime < oldest.timestamp():
            path.unlink(missing_ok=True)


def _folder(clinic: Clinic) -> Path:
    return clinic.settings.data_dir / "exports"
