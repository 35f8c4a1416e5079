"""Files for a short while that only who holds their token can read.

The key is derived from the token, and the token is never kept: without the link the bytes on the
disk are worth nothing, also after a crash that left them there.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from litconsent.storage.errors import LockedFileDamaged, reachable
from litconsent.storage.files import PRIVATE_FILE, make_private_folder

_CHUNK, _TAG, _NONCE = 1 << 20, 16, 12
_MORE, _LAST = b"more", b"last"


class LockedFile:
    """A new file to write to; what is written is encrypted chunk by chunk, in order.

    It has just enough of a stream for a ZIP archive: it can be written, never read or sought.
    """

    def __init__(self, path: Path, token: str) -> None:
        make_private_folder(path.parent)
        self._cipher = _cipher(token)
        self.path = path
        self._file: BinaryIO = _new(path)
        self._waiting = bytearray()
        self._number = 0

    def write(self, data: bytes) -> int:
        """Take bytes; whole chunks go to the disk, the rest waits."""
        self._waiting += data
        while len(self._waiting) > _CHUNK:
            self._put(bytes(self._waiting[:_CHUNK]), _MORE)
            del self._waiting[:_CHUNK]
        return len(data)

    def flush(self) -> None:
        """Do nothing: only whole chunks are written."""

    def finish(self) -> None:
        """Write the last chunk and close the file."""
        self._put(bytes(self._waiting), _LAST)
        self._file.close()

    def drop(self) -> None:
        """Close the file, if it is open, and delete it."""
        self._file.close()
        self.path.unlink(missing_ok=True)

    def _put(self, chunk: bytes, place: bytes) -> None:
        with reachable(self.path):
            self._file.write(self._cipher.encrypt(_nonce(self._number), chunk, place))
        self._number += 1


def read_once(path: Path, token: str) -> Iterator[bytes]:
    """Delete a file and return its content in pieces, which only this call can still reach.

    :raises FileUnreachable: if there is no such file.
    """
    with reachable(path):
        file = path.open("rb")
        path.unlink()
    return _pieces(file, path, _cipher(token))


def _pieces(file: BinaryIO, path: Path, cipher: AESGCM) -> Iterator[bytes]:
    with file:
        number, present = 0, file.read(_CHUNK + _TAG)
        while present:
            following = file.read(_CHUNK + _TAG)
            place = _MORE if following else _LAST
            try:
                yield cipher.decrypt(_nonce(number), present, place)
            except InvalidTag as error:
                raise LockedFileDamaged(path) from error
            number, present = number + 1, following


def _cipher(token: str) -> AESGCM:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"litconsent/1/export")
    return AESGCM(key.derive(token.encode()))


def _nonce(number: int) -> bytes:
    # A key serves one file only, so that a count never comes twice under it.
    return number.to_bytes(_NONCE)


def _new(path: Path) -> BinaryIO:
    with reachable(path):
        return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE), "wb")
