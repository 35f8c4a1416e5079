"""Make the stamped edition of a sealed document: the same pages under the same seal, and a stamp.

The stamp goes into the room that the seal left in its own place, which no signature covers; what a
higher level adds comes behind. No byte that the seal covers changes.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO

from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper
from pyhanko.sign.timestamps import TimestampRequestError
from pyhanko.sign.validation.dss import DocumentSecurityStore, collect_validation_info
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.fetchers.requests_fetchers import RequestsFetcherBackend

from litconsent.domain.stamps import Level
from litconsent.pdf.archive_objects import has_unclear_end
from litconsent.pdf.seal import STAMP_ROOM, SealWriter
from litconsent.pdf.stamp_client import SECONDS, AuthorityOverHttp, NotStamped, StampFailed
from litconsent.pdf.stamp_verdict import StampFound, judged_token

STAMP_FIELD = "ArchiveStamp"
_HASH = "sha256"
_CLOCKS_APART = timedelta(minutes=10)
# Outside the page: an invisible field without a tag that PDF/A and PDF/UA both allow.
_NOWHERE = InvisSigSettings(box_out_of_bounds=True)


@dataclass(frozen=True, slots=True)
class Stamped:
    """A stamped edition, and what its stamp says."""

    pdf: bytes
    found: StampFound


def stamped(
    pdf: bytes,
    authority: AuthorityOverHttp,
    level: Level,
    *,
    authorities: Sequence[asn1_x509.Certificate],
    seals: Sequence[asn1_x509.Certificate],
    now: datetime,
) -> Stamped:
    """Return a sealed document with a stamp of an authority in its seal.

    ``authorities`` are the certificates by which a stamp is trusted, ``seals`` the clinic's.

    :raises StampFailed: if the authority gives no stamp that holds.
    """
    token, found = _token(_seal_of(pdf), authority, authorities)
    if abs(found.at - now) > _CLOCKS_APART:
        raise StampFailed(NotStamped.OTHER_TIME)
    done = _with_token(pdf, token)
    if level is not Level.T:
        done = _with_proofs(done, [*authorities, *seals], authority if level is Level.LTA else None)
    return Stamped(done, found)


def _seal_of(pdf: bytes) -> EmbeddedPdfSignature:
    found: EmbeddedPdfSignature = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures[0]
    return found


def _token(
    seal: EmbeddedPdfSignature,
    authority: AuthorityOverHttp,
    authorities: Sequence[asn1_x509.Certificate],
) -> tuple[cms.ContentInfo, StampFound]:
    signature: bytes = seal.signer_info["signature"].native
    digest = hashlib.new(_HASH, signature).digest()
    try:
        token = asyncio.run(authority.async_timestamp(digest, _HASH))
        found = judged_token(token["content"], signature, authorities)
    except StampFailed:
        raise
    except Exception as error:
        # What a stranger sends can make a parser raise anything; none of it is a stamp.
        raise StampFailed(NotStamped.WRONG_ANSWER) from error
    if found is None:
        raise StampFailed(NotStamped.UNTRUSTED)
    return token, found


def _with_token(pdf: bytes, token: cms.ContentInfo) -> bytes:
    seal = _seal_of(pdf)
    _, start, end, _ = map(int, seal.byte_range)
    message = cms.ContentInfo.load(bytes(seal.pkcs7_content))
    attribute = cms.CMSAttribute({"type": "signature_time_stamp_token", "values": [token]})
    message["content"]["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes([attribute])
    written = message.dump().hex().upper().encode()
    if len(written) > end - start - 2:
        raise StampFailed(NotStamped.NO_ROOM)
    place: bytes = written.ljust(end - start - 2, b"0")
    return pdf[:start] + b"<" + place + b">" + pdf[end:]


def _with_proofs(
    pdf: bytes, roots: Sequence[asn1_x509.Certificate], archive: AuthorityOverHttp | None
) -> bytes:
    """Add, behind the seal, what its certificates can be checked by; then the archive's stamp."""
    context = ValidationContext(
        trust_roots=list(roots),
        allow_fetching=True,
        revocation_mode="require",
        fetcher_backend=RequestsFetcherBackend(SECONDS),
    )
    try:
        paths = asyncio.run(collect_validation_info(_seal_of(pdf), context))
    except Exception as error:
        # Lists and answers come from the network as well: whatever is wrong with them, no proof.
        raise StampFailed(NotStamped.NO_PROOF) from error
    end = b""
    while True:
        writer = SealWriter(BytesIO(pdf + end))
        DocumentSecurityStore.supply_dss_in_writer(
            writer, sig_contents=None, paths=paths, validation_context=context
        )
        done = _archived(writer, archive) if archive else _written(writer)
        if not has_unclear_end(done[len(pdf) :]):
            return done
        end += b"\n"


def _written(writer: SealWriter) -> bytes:
    out = BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    return out.getvalue()


def _archived(writer: SealWriter, authority: AuthorityOverHttp) -> bytes:
    stamper = PdfTimeStamper(authority, STAMP_FIELD, _NOWHERE, "Archive time stamp")
    try:
        done: BytesIO = stamper.timestamp_pdf(writer, _HASH, bytes_reserved=2 * STAMP_ROOM)
    except TimestampRequestError as error:
        raise StampFailed(NotStamped.WRONG_ANSWER) from error
    return done.getvalue()
