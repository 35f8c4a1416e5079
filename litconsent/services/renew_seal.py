"""Renew the clinic's seal, or give it a certificate from an authority; the trail says so.

Only who reaches the server's files does this, so nobody is signed in and no tablet is named.
"""

from collections.abc import Callable

from litconsent.domain.errors import LitConsentError
from litconsent.domain.events import EventKind
from litconsent.pdf.clinic_seal import ClinicSeal
from litconsent.pdf.seal_renewal import certificate_request, import_certificate, renew_clinic_seal
from litconsent.services.clinic import Clinic

OPERATOR = "operator"


class SealOnToken(LitConsentError):
    """The seal's key lies in a token; it is renewed and certified there."""


def renew_seal(clinic: Clinic) -> ClinicSeal:
    """Give the clinic a new key with a new certificate, and return its seal.

    :raises SealMissing: if the clinic was not set up.
    :raises SealUnreadable: if its seal cannot be opened.
    :raises SealOnToken: if it lies in a token.
    """
    _refuse_token(clinic)
    settings, passphrase, now = clinic.settings, clinic.keys.seal_passphrase, clinic.now()
    with clinic.store.reading() as books:
        letterhead = books.letterhead.get()
    name = letterhead.name if letterhead else clinic.seal().subject.removeprefix("CN=")
    return _changed(
        clinic,
        lambda: renew_clinic_seal(settings.seal_file, passphrase, settings.former_seals, name, now),
    )


def import_seal_certificate(clinic: Clinic, certificates_pem: bytes) -> ClinicSeal:
    """Put an authority's certificate in the place of the seal's, and return the seal.

    :raises CertificateUnfit: if it is not for the clinic's key, or not fit today.
    :raises SealMissing: if the clinic was not set up.
    :raises SealOnToken: if the seal lies in a token.
    """
    _refuse_token(clinic)
    settings, passphrase, now = clinic.settings, clinic.keys.seal_passphrase, clinic.now()
    return _changed(
        clinic,
        lambda: import_certificate(
            settings.seal_file, passphrase, settings.former_seals, certificates_pem, now
        ),
    )


def request_certificate(clinic: Clinic) -> bytes:
    """Return the request with which an authority certifies the seal's key (PEM).

    :raises SealOnToken: if the seal lies in a token.
    """
    _refuse_token(clinic)
    return certificate_request(clinic.settings.seal_file, clinic.keys.seal_passphrase)


def _refuse_token(clinic: Clinic) -> None:
    if clinic.settings.seal_token is not None:
        raise SealOnToken(str(clinic.settings.seal_token.module))


def _changed(clinic: Clinic, change: Callable[[], None]) -> ClinicSeal:
    before = clinic.seal().fingerprint
    # Within the transaction: two renewals at once follow each other, and one that fails leaves no
    # entry.
    with clinic.store.writing() as books:
        change()
        seal = clinic.seal()
        books.events.append(
            EventKind.SEAL_RENEWED,
            at=clinic.now(),
            actor=OPERATOR,
            tablet="",
            data={"former": before, "seal": seal.fingerprint},
        )
    return seal
