"""The clinic's seal key: a P-256 key and its certificate in one PKCS#12 file."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from litconsent.domain.errors import LitConsentError
from litconsent.domain.seal_tokens import TokenKey

VALID_YEARS = 10
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700


class SealMissing(LitConsentError):
    """There is no seal file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class SealUnreadable(LitConsentError):
    """The seal file is damaged, or belongs to another master key."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class SealExpired(LitConsentError):
    """The seal's certificate has ended; nothing can be sealed with it."""

    def __init__(self, not_after: datetime) -> None:
        super().__init__(not_after.isoformat())
        self.not_after = not_after


@dataclass(frozen=True, slots=True)
class ClinicSeal:
    """A key that seals, with the certificate by which its seals are known."""

    certificate: asn1_x509.Certificate
    key: asn1_keys.PrivateKeyInfo | TokenKey
    certificate_pem: bytes
    subject: str
    not_before: datetime
    not_after: datetime
    fingerprint: str
    chain: tuple[asn1_x509.Certificate, ...] = ()

    def __repr__(self) -> str:
        """Return a text without the key."""
        return f"ClinicSeal({self.subject!r}, {self.fingerprint})"


def create_clinic_seal(path: Path, passphrase: bytes, clinic_name: str, now: datetime) -> None:
    """Write a new key with a self-signed certificate, valid for ten years, readable by its owner.

    :raises FileExistsError: if there is a seal already; it is never overwritten.
    """
    write_private(path, new_seal(passphrase, clinic_name, now))


def new_seal(passphrase: bytes, clinic_name: str, now: datetime) -> bytes:
    """Return the PKCS#12 of a new key with a self-signed certificate, valid for ten years."""
    key = ec.generate_private_key(ec.SECP256R1())
    return packed(key, _certificate(key, clinic_name, now), (), passphrase)


def packed(
    key: ec.EllipticCurvePrivateKey,
    certificate: x509.Certificate,
    chain: Sequence[x509.Certificate],
    passphrase: bytes,
) -> bytes:
    """Return a PKCS#12 of a key, its certificate and the authorities' above it, encrypted."""
    protection = (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(100_000)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase)
    )
    return pkcs12.serialize_key_and_certificates(
        b"clinic seal", key, certificate, list(chain), protection
    )


def write_private(path: Path, data: bytes) -> None:
    """Write a new file that only its owner reads, down to the disk.

    :raises FileExistsError: if it is there already; it is never overwritten.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        # Half a file would stand in the way of every later try.
        path.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def load_clinic_seal(path: Path, passphrase: bytes) -> ClinicSeal:
    """Return the seal in a file.

    :raises SealMissing: if there is no file.
    :raises SealUnreadable: if it is damaged, closed to us, or not of this passphrase.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SealMissing(path) from error
    except OSError as error:
        raise SealUnreadable(path) from error
    try:
        return _opened(data, passphrase)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise SealUnreadable(path) from error


@lru_cache(maxsize=4)
def _opened(data: bytes, passphrase: bytes) -> ClinicSeal:
    key, certificate, chain = pkcs12.load_key_and_certificates(data, passphrase)
    if key is None or certificate is None:
        raise ValueError("no key or no certificate")
    der = serialization.Encoding.DER
    return ClinicSeal(
        certificate=asn1_x509.Certificate.load(certificate.public_bytes(der)),
        key=asn1_keys.PrivateKeyInfo.load(
            key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        ),
        certificate_pem=certificate.public_bytes(serialization.Encoding.PEM),
        subject=certificate.subject.rfc4514_string(),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        chain=tuple(asn1_x509.Certificate.load(one.public_bytes(der)) for one in chain),
    )


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk: a new file's name is kept there, not in the file."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _certificate(
    key: ec.EllipticCurvePrivateKey, clinic_name: str, now: datetime
) -> x509.Certificate:
    # A common name holds 64 characters [RFC 5280, ub-common-name].
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, clinic_name[:64])])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=365 * VALID_YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
