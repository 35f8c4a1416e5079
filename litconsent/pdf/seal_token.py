"""A seal whose key lies in a token (PKCS#11): its certificate is read there, and it signs there.

python-pkcs11 is needed for this alone, so that a clinic without a token does not need it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from asn1crypto import pem
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from pyhanko.config.pkcs11 import TokenCriteria

from litconsent.domain.seal_tokens import TokenKey
from litconsent.pdf.clinic_seal import ClinicSeal, SealUnreadable

# Whoever logs out of a token logs out everybody of this process: one at a time.
_TURN = Lock()


class TokenUnusable(SealUnreadable):
    """The token is not there, refuses the PIN, or holds no such key or certificate."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path)
        self.why = why

    def __str__(self) -> str:
        """Return the library and what it said."""
        return f"{self.path}: {self.why}"


@contextmanager
def open_token(key: TokenKey) -> Iterator[Any]:
    """Yield a session in which the key can sign.

    :raises TokenUnusable: if the token cannot be used, at the start or later.
    """
    try:
        from pkcs11 import PKCS11Error
        from pyhanko.sign.pkcs11 import open_pkcs11_session
    except ImportError as error:
        raise TokenUnusable(key.module, "python-pkcs11 is not installed") from error
    criteria = TokenCriteria(label=key.token)
    with _TURN:
        try:
            opened = open_pkcs11_session(str(key.module), None, criteria, key.pin)
        except (PKCS11Error, RuntimeError) as error:  # the second: no such library
            raise TokenUnusable(key.module, str(error) or type(error).__name__) from error
        try:
            with opened as session:
                yield session
        except PKCS11Error as error:
            raise TokenUnusable(key.module, str(error) or type(error).__name__) from error


@lru_cache(maxsize=4)
def load_token_seal(key: TokenKey) -> ClinicSeal:
    """Return the seal of a key in a token; its certificate has the same label, others are above.

    It is read once a process: a certificate that is changed in the token needs a new start.

    :raises TokenUnusable: if the token cannot be used, or holds not one certificate of this label.
    """
    own, chain = _certificates(key)
    der = own.dump()
    certificate = x509.load_der_x509_certificate(der)
    return ClinicSeal(
        certificate=own,
        key=key,
        certificate_pem=pem.armor("CERTIFICATE", der),
        subject=certificate.subject.rfc4514_string(),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        fingerprint=own.sha256.hex(),
        chain=chain,
    )


def _certificates(
    key: TokenKey,
) -> tuple[asn1_x509.Certificate, tuple[asn1_x509.Certificate, ...]]:
    with open_token(key) as session:
        from pkcs11 import Attribute, ObjectClass

        found = [
            (one[Attribute.LABEL], asn1_x509.Certificate.load(one[Attribute.VALUE]))
            for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
        ]
    own = [certificate for label, certificate in found if label == key.label]
    if len(own) != 1:
        raise TokenUnusable(key.module, f"{len(own)} certificates with the label {key.label!r}")
    return own[0], tuple(certificate for label, certificate in found if label != key.label)
