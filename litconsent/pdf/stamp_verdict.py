"""Judge time stamps: the one in a seal, and what stamping may add behind it."""

import asyncio
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_timestamp
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter, validate_tst_signed_data
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

# How one update ends; what stands after it is no part of it.
_STARTS, _ENDS = b"startxref", re.compile(rb"startxref\n\d+\n%%EOF\n?\Z")


@dataclass(frozen=True, slots=True)
class StampFound:
    """A stamp of a trusted authority: when, and by whom."""

    at: datetime
    authority: str


def judged_token(
    token: cms.SignedData, stamped: bytes, roots: Sequence[asn1_x509.Certificate]
) -> StampFound | None:
    """Return what a stamp on some bytes says, or None if it is not intact or not trusted.

    Certificates count at the stamp's own time, for a record outlives them.
    """
    at: datetime = token["encap_content_info"]["content"].parsed["gen_time"].native
    context = ValidationContext(trust_roots=list(roots), moment=at, best_signature_time=at)
    status = asyncio.run(
        validate_tst_signed_data(token, context, lambda name: hashlib.new(name, stamped).digest())
    )
    if not (status["intact"] and status["valid"] and status.get("validation_path")):
        return None
    signer: asn1_x509.Certificate = status["signing_cert"]
    return StampFound(at, str(signer.subject.native.get("common_name", "")))


def stamp_in(
    seal: EmbeddedPdfSignature, roots: Sequence[asn1_x509.Certificate]
) -> StampFound | None:
    """Return the trusted stamp that a seal carries, or None."""
    tokens = list(extract_tst_data_iter(seal.signer_info, signed=False)) if roots else []
    signature: bytes = seal.signer_info["signature"].native
    return judged_token(tokens[0], signature, roots) if len(tokens) == 1 else None


def follows_only_from_stamping(
    pdf: bytes,
    seal: EmbeddedPdfSignature,
    status: PdfSignatureStatus,
    later: Sequence[EmbeddedPdfSignature],
    roots: Sequence[asn1_x509.Certificate],
) -> bool:
    """Tell whether nothing but proofs for stamps, and trusted stamps, stand behind the seal."""
    if status.modification_level is not ModificationLevel.LTA_UPDATES or not status.docmdp_ok:
        return False
    if not all(_is_trusted(stamp, roots) for stamp in later):
        return False
    if not later:
        _, _, after, rest = map(int, seal.byte_range)
        behind = pdf[after + rest :]
        return behind.count(_STARTS) == 1 and bool(_ENDS.search(behind))
    start, length, after, rest = map(int, later[-1].byte_range)
    return start == 0 and length < after and after + rest == len(pdf)


def _is_trusted(stamp: EmbeddedPdfSignature, roots: Sequence[asn1_x509.Certificate]) -> bool:
    at = stamp.signed_data["encap_content_info"]["content"].parsed["gen_time"].native
    context = ValidationContext(trust_roots=list(roots), moment=at, best_signature_time=at)
    status = validate_pdf_timestamp(stamp, context)
    whole = (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)
    return bool(status.intact and status.valid and status.trusted) and status.coverage in whole
