"""Passwords: hashed with Argon2id over a keyed digest, a bounded number at a time."""

import hashlib
import hmac
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from litconsent.domain.errors import PasswordTooShort

LEAST_LENGTH = 15  # a single factor [NIST SP 800-63B-4]

_HASHER = PasswordHasher(time_cost=3, memory_cost=65536, parallelism=1)
# Each hash takes 64 MiB; without a bound a crowd at the door would take the server's memory.
_AT_ONCE = BoundedSemaphore(2)
_NOBODY = _HASHER.hash("nobody has this password")


def hash_password(password: str, pepper: bytes) -> str:
    """Return the stored form of a password.

    :raises PasswordTooShort: below 15 characters.
    """
    if len(password) < LEAST_LENGTH:
        raise PasswordTooShort(LEAST_LENGTH)
    return hash_secret(password, pepper)


def hash_secret(secret: str, pepper: bytes) -> str:
    """Return the stored form of a secret of any length."""
    with _AT_ONCE:
        return _HASHER.hash(_keyed(secret, pepper))


def password_fits(password: str, stored: str | None, pepper: bytes) -> bool:
    """Tell whether a password is the stored one, in the same time for an unknown account."""
    with _AT_ONCE:
        try:
            _HASHER.verify(stored or _NOBODY, _keyed(password, pepper))
        except VerifyMismatchError:
            return False
    return stored is not None


def _keyed(password: str, pepper: bytes) -> str:
    return hmac.new(pepper, password.encode(), hashlib.sha256).hexdigest()
