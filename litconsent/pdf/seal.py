"""Seal a document: a PAdES B-B certification that allows no change."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from itertools import count
from typing import Any

from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from litconsent.domain.seal_tokens import TokenKey
from litconsent.pdf.archive_objects import has_unclear_end
from litconsent.pdf.clinic_seal import ClinicSeal, SealExpired
from litconsent.pdf.seal_token import open_token

SEAL_FIELD = "ClinicSeal"
# Bytes for a stamp with its authority's certificates; real ones take four to eight thousand.
STAMP_ROOM = 12_000
_SIGNATURE_ROOM = 2_048
# The field has its own tagged appearance; pyHanko's would bring a font that is not embedded.
_NO_STAMP = StaticStampStyle(border_width=0, background=None)


class SealWriter(IncrementalPdfFileWriter):
    """A writer that leaves the document's metadata as they are.

    pyHanko would write the XMP anew and lose the extension schema that PDF/A asks for.
    """

    def _update_meta(self) -> None:
        """Leave Info and XMP untouched."""

    def add_object(self, obj: Any, obj_stream: Any = None, idnum: int | None = None) -> Any:
        """Add an object; a stream whose end would be unclear is written in hexadecimal digits.

        A certificate is such a stream; no line end before the update changes its last byte.
        """
        if isinstance(obj, StreamObject) and obj.encoded_data.endswith(b"\r"):
            obj.apply_filter("/ASCIIHexDecode")
        return super().add_object(obj, obj_stream, idnum)


class _Signer(PdfSigner):
    """A signer that states the time it is told; pyHanko would ask the clock of the host."""

    def __init__(
        self, metadata: PdfSignatureMetadata, signer: signers.Signer, at: datetime
    ) -> None:
        super().__init__(metadata, signer=signer, stamp_style=_NO_STAMP)
        self._at = at

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        """Return the session with the time set, from which `/M` is written."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


def seal(
    pdf: bytes,
    clinic_seal: ClinicSeal,
    *,
    at: datetime,
    reason: str,
    field: str = SEAL_FIELD,
    stamp_room: int = 0,
) -> bytes:
    """Return the document with the clinic's seal in its prepared field, stating the time `at`.

    The given bytes stay the beginning of the sealed file; `at` is stated to the second. With
    ``stamp_room`` the seal's place has so many bytes more, in which a time stamp can stand later.

    :raises SealExpired: if the seal's certificate is not valid at that time.
    :raises TokenUnusable: if its key lies in a token that cannot be used now.
    """
    if not clinic_seal.not_before <= at <= clinic_seal.not_after:
        raise SealExpired(clinic_seal.not_after)
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=reason,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    with _signer(clinic_seal) as signer:
        return _sealed(pdf, _Signer(metadata, signer, at), _place(clinic_seal, stamp_room))


@contextmanager
def _signer(clinic_seal: ClinicSeal) -> Iterator[signers.Signer]:
    if isinstance(clinic_seal.key, TokenKey):
        with open_token(clinic_seal.key) as session:
            from pyhanko.sign.pkcs11 import PKCS11Signer

            yield PKCS11Signer(
                session,
                signing_cert=clinic_seal.certificate,
                ca_chain=clinic_seal.chain,
                key_label=clinic_seal.key.label,
                # Every token signs a digest that it is handed; not every one makes it itself.
                use_raw_mechanism=clinic_seal.certificate.public_key.algorithm == "ec",
            )
        return
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(clinic_seal.chain)
    yield signers.SimpleSigner(
        signing_cert=clinic_seal.certificate, signing_key=clinic_seal.key, cert_registry=store
    )


def _place(clinic_seal: ClinicSeal, stamp_room: int) -> int | None:
    """Return how many digits to leave for the seal, or None for what it needs by itself."""
    if not stamp_room:
        return None
    certificates = (clinic_seal.certificate, *clinic_seal.chain)
    known = _SIGNATURE_ROOM + sum(len(one.dump()) for one in certificates)
    return 2 * (known + stamp_room)


def _sealed(pdf: bytes, signer: _Signer, place: int | None) -> bytes:
    for line_ends in count():
        # The list of what stands where is compressed and can have an unclear end; a line end before
        # the update moves what it lists, and the next try ends otherwise.
        before = pdf + b"\n" * line_ends
        done: BytesIO = signer.sign_pdf(
            SealWriter(BytesIO(before)), existing_fields_only=True, bytes_reserved=place
        )
        sealed = done.getvalue()
        if not has_unclear_end(sealed[len(pdf) :]):
            break
    return sealed
