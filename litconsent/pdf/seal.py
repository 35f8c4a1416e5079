"""Seal a document: a PAdES B-B certification that allows no change."""

from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from litconsent.pdf.clinic_seal import ClinicSeal, SealExpired

SEAL_FIELD = "ClinicSeal"
# The field has its own tagged appearance; pyHanko's would bring a font that is not embedded.
_NO_STAMP = StaticStampStyle(border_width=0, background=None)


class _SealWriter(IncrementalPdfFileWriter):
    """A writer that leaves the document's metadata as they are.

    pyHanko would write the XMP anew and lose the extension schema that PDF/A asks for.
    """

    def _update_meta(self) -> None:
        """Leave Info and XMP untouched."""


def seal(
    pdf: bytes, clinic_seal: ClinicSeal, *, at: datetime, reason: str, field: str = SEAL_FIELD
) -> bytes:
    """Return the document with the clinic's seal in its prepared field, stating the time `at`.

    :raises SealExpired: if the seal's certificate is not valid at that time.
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
    signer = signers.SimpleSigner(
        signing_cert=clinic_seal.certificate,
        signing_key=clinic_seal.key,
        cert_registry=SimpleCertificateStore(),
    )
    sealed: BytesIO = PdfSigner(metadata, signer=signer, stamp_style=_NO_STAMP).sign_pdf(
        _SealWriter(BytesIO(pdf)), existing_fields_only=True
    )
    return sealed.getvalue()
