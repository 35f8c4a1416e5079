"""A seal's later life: another key, a certificate from an authority, and what it was before."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12

from litconsent.domain.errors import LitConsentError
from litconsent.pdf.clinic_seal import (
    ClinicSeal,
    SealUnreadable,
    load_clinic_seal,
    new_seal,
    packed,
    sync_folder,
    write_private,
)


class Unfit(StrEnum):
    """Why a certificate cannot become the clinic's."""

    NO_CERTIFICATE = "the file holds no certificate in PEM form"
    OTHER_KEY = "no certificate in the file belongs to the clinic's present key"
    NOT_NOW = "the certificate is not valid today"
    NOT_FOR_SIGNING = "the certificate may not be used for signatures"


class CertificateUnfit(LitConsentError):
    """A certificate that was brought cannot become the clinic's; the seal stays as it was."""

    def __init__(self, why: Unfit) -> None:
        super().__init__(why.value)
        self.why = why


def renew_clinic_seal(
    path: Path, passphrase: bytes, former: Path, clinic_name: str, now: datetime
) -> None:
    """Put a new key with a new certificate in the seal's place; the old one stays known.

    ``former`` is the folder in which certificates of earlier seals are kept.

    :raises SealMissing: if there is no seal.
    :raises SealUnreadable: if it cannot be opened.
    """
    keep_certificate(load_clinic_seal(path, passphrase), former)
    _replace(path, new_seal(passphrase, clinic_name, now))


def certificate_request(path: Path, passphrase: bytes) -> bytes:
    """Return a request (PKCS#10, PEM) with which an authority certifies the seal's present key.

    :raises SealMissing: if there is no seal.
    :raises SealUnreadable: if it cannot be opened.
    """
    key, certificate = _opened(path, passphrase)
    builder = x509.CertificateSigningRequestBuilder().subject_name(certificate.subject)
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def import_certificate(
    path: Path, passphrase: bytes, former: Path, certificates_pem: bytes, now: datetime
) -> None:
    """Give the seal's key a certificate that an authority made for it, with those above it.

    :raises CertificateUnfit: if none of them belongs to the key, or it is not fit today.
    :raises SealMissing: if there is no seal.
    :raises SealUnreadable: if it cannot be opened.
    """
    key, _ = _opened(path, passphrase)
    try:
        brought = x509.load_pem_x509_certificates(certificates_pem)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise CertificateUnfit(Unfit.NO_CERTIFICATE) from error
    own = [one for one in brought if _public(one.public_key()) == _public(key.public_key())]
    if not own:
        raise CertificateUnfit(Unfit.OTHER_KEY)
    if not own[0].not_valid_before_utc <= now <= own[0].not_valid_after_utc:
        raise CertificateUnfit(Unfit.NOT_NOW)
    if not _may_sign(own[0]):
        raise CertificateUnfit(Unfit.NOT_FOR_SIGNING)
    keep_certificate(load_clinic_seal(path, passphrase), former)
    above = [one for one in brought if one not in own]
    _replace(path, packed(key, own[0], above, passphrase))


def former_certificates(former: Path) -> tuple[bytes, ...]:
    """Return the certificates (PEM) of all earlier seals."""
    return tuple(path.read_bytes() for path in sorted(former.glob("*.pem")))


def keep_certificate(seal: ClinicSeal, former: Path) -> None:
    """Keep a seal's certificate among those that stay known, unless it is there."""
    kept = former / f"{seal.fingerprint}.pem"
    if not kept.exists():
        write_private(kept, seal.certificate_pem)


def _opened(path: Path, passphrase: bytes) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    load_clinic_seal(path, passphrase)  # says what is wrong with the file, if anything is
    key, certificate, _ = pkcs12.load_key_and_certificates(path.read_bytes(), passphrase)
    if certificate is None or not isinstance(key, ec.EllipticCurvePrivateKey):
        raise SealUnreadable(path)
    return key, certificate


def _public(key: object) -> bytes:
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return b""
    return key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_suffix(".new")
    beside.unlink(missing_ok=True)  # left by a renewal that was interrupted
    write_private(beside, data)
    beside.replace(path)
    sync_folder(path.parent)
