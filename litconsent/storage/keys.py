"""The clinic's master key and the keys derived from it, each for one purpose only."""

import hashlib
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from litconsent.storage.errors import KeyFileDamaged, KeyFileMissing, KeyFileMode, reachable
from litconsent.storage.files import appearing

_MARK = "litconsent-key-1"
_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Keys:
    """The derived keys; none of them is ever shown, not even by `repr`."""

    database: bytes = field(repr=False)
    database_salt: bytes = field(repr=False)
    chain: bytes = field(repr=False)
    pepper: bytes = field(repr=False)
    seal_passphrase: bytes = field(repr=False)


def load_or_create_keys(path: Path, database: Path | None = None) -> Keys:
    """Return the keys of a key file; create it (0600, synced) at the very first start.

    :raises KeyFileMissing: if the file is gone while `database` exists.
    :raises KeyFileMode: if others than the owner may read it.
    :raises KeyFileDamaged: if it does not hold a whole key.
    :raises FileUnreachable: if the operating system refuses it.
    """
    with reachable(path):
        if not path.exists():
            if database is not None and database.exists():
                raise KeyFileMissing(path)
            with appearing(path) as draft:
                draft.write_text(_line(secrets.token_bytes(_LENGTH)), encoding="ascii")
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            raise KeyFileMode(path, mode)
        return derive_keys(_master(path))


def derive_keys(master: bytes) -> Keys:
    """Return the keys of a master key of 32 bytes, by HKDF-SHA-256."""
    return Keys(
        database=_derived(master, "database", 32),
        database_salt=_derived(master, "database-salt", 16),
        chain=_derived(master, "chain", 32),
        pepper=_derived(master, "pepper", 32),
        # As hexadecimal digits, because a PKCS#12 passphrase has to be text.
        seal_passphrase=_derived(master, "seal", 32).hex().encode(),
    )


def _derived(master: bytes, purpose: str, length: int) -> bytes:
    info = f"litconsent/1/{purpose}".encode()
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=info).derive(master)


def _line(master: bytes) -> str:
    return f"{_MARK} {master.hex()} {hashlib.sha256(master).hexdigest()[:8]}\n"


def _master(path: Path) -> bytes:
    try:
        text = path.read_text(encoding="ascii")
        master = bytes.fromhex(text.split()[1])
    except (ValueError, IndexError) as error:
        raise KeyFileDamaged(path) from error
    if len(master) != _LENGTH or text != _line(master):
        raise KeyFileDamaged(path)
    return master
