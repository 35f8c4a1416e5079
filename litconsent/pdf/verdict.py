"""The verdict on a file: a value that says what was found, for any bytes whatever."""

import hashlib
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

from asn1crypto import parser, pem
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from litconsent.domain.file_problems import SIZE_LIMIT, Problem
from litconsent.pdf.stamp_verdict import follows_only_from_stamping, stamp_in

# A foreign or damaged seal is an answer here, not an incident for the log.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

_UNREADABLE = frozenset(
    {
        Problem.EMPTY,
        Problem.TOO_LARGE,
        Problem.NOT_A_PDF,
        Problem.ENCRYPTED,
        Problem.DAMAGED,
    }
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking a file found; `matches_record` is None where nothing is known to compare."""

    problem: Problem
    sha256: str
    seals: int = 0
    intact: bool = False
    trusted: bool = False
    covers_whole_file: bool = False
    unchanged: bool = False
    matches_record: bool | None = None
    sealed_at: datetime | None = None
    signer: str = ""
    fingerprint: str = ""
    stamped_at: datetime | None = None
    stamped_by: str = ""

    @property
    def readable(self) -> bool:
        """Tell whether the file could be opened as a PDF at all."""
        return self.problem not in _UNREADABLE

    @property
    def valid(self) -> bool:
        """Tell whether nothing at all speaks against the file."""
        return self.problem is Problem.NONE


def verdict(
    pdf: bytes,
    trust: Sequence[bytes],
    *,
    expected_sha256: str | None = None,
    authorities: Sequence[bytes] = (),
) -> Verdict:
    """Judge a file by the certificates (PEM) that are trusted, and by the record's hash if known.

    Valid means: one seal, intact, by a trusted certificate, over the whole file, nothing after it.
    Only what trusted time-stamp `authorities` add may follow. No file makes this raise.

    :raises ValueError: if `trust` or `authorities` hold what is no certificate.
    """
    found = Verdict(Problem.NONE, hashlib.sha256(pdf).hexdigest())
    roots = [certificate_of(certificate_pem) for certificate_pem in trust]
    stampers = [certificate_of(certificate_pem) for certificate_pem in authorities]
    problem = _before_parsing(pdf)
    if problem:
        return replace(found, problem=problem)
    # A damaged or hostile file can make a parser raise anything; whatever it is, it is not valid.
    try:
        # pyHanko runs an event loop of its own, which a thread that has one already refuses.
        with ThreadPoolExecutor(max_workers=1) as thread:
            judged = thread.submit(_judged, pdf, roots, stampers, found).result()
    except Exception:  # noqa: BLE001
        return replace(found, problem=Problem.DAMAGED)
    if expected_sha256 is None:
        return judged
    matches = expected_sha256 == judged.sha256
    worse = Problem.NOT_THE_RECORD if judged.valid and not matches else judged.problem
    return replace(judged, matches_record=matches, problem=worse)


def _before_parsing(pdf: bytes) -> Problem | None:
    if not pdf:
        return Problem.EMPTY
    if len(pdf) > SIZE_LIMIT:
        return Problem.TOO_LARGE
    return None if pdf.startswith(b"%PDF-") else Problem.NOT_A_PDF


def _judged(
    pdf: bytes,
    roots: Sequence[asn1_x509.Certificate],
    stampers: Sequence[asn1_x509.Certificate],
    found: Verdict,
) -> Verdict:
    reader = PdfFileReader(BytesIO(pdf))
    if reader.encrypted:
        return replace(found, problem=Problem.ENCRYPTED)
    seals = reader.embedded_signatures
    if not seals:
        return replace(found, problem=Problem.UNSEALED)
    stamp = stamp_in(seals[0], stampers)
    stamps = reader.embedded_timestamp_signatures if stamp else []
    if len(seals) - len(stamps) != 1 or seals[0] in stamps:
        return replace(found, problem=Problem.SEVERAL_SEALS, seals=len(seals))
    context = ValidationContext(trust_roots=list(roots), allow_fetching=False)
    # The stamp is judged by itself: one that is not trusted says nothing, and undoes no seal.
    status = replace(validate_pdf_signature(seals[0], context), timestamp_validity=None)
    stamped = bool(stamp) and follows_only_from_stamping(pdf, seals[0], status, stamps, stampers)
    certificate: asn1_x509.Certificate = seals[0].signer_cert
    found = replace(
        found,
        seals=1,
        intact=bool(status.intact and status.valid),
        trusted=_trusted(certificate, roots, seals[0].self_reported_timestamp),
        covers_whole_file=stamped or _covers_whole_file(pdf, seals[0], status),
        sealed_at=seals[0].self_reported_timestamp,
        signer=str(certificate.subject.native.get("common_name", "")),
        fingerprint=certificate.sha256.hex(),
        stamped_at=stamp.at if stamp else None,
        stamped_by=stamp.authority if stamp else "",
    )
    problem = _problem(pdf, seals[0], status, found)
    unchanged = problem in (Problem.NONE, Problem.FOREIGN_SEAL)
    return replace(found, problem=problem, unchanged=unchanged)


def _problem(
    pdf: bytes, seal: EmbeddedPdfSignature, status: PdfSignatureStatus, found: Verdict
) -> Problem:
    if not found.intact:
        return Problem.CHANGED
    if not found.covers_whole_file:
        _, _, after, rest = map(int, seal.byte_range)
        behind = pdf[after + rest :]
        return Problem.CHANGED_AFTERWARDS if b"startxref" in behind else Problem.BYTES_APPENDED
    if not found.trusted:
        return Problem.FOREIGN_SEAL
    if not _holds_nothing_but_the_seal(pdf, seal):
        return Problem.CHANGED
    return Problem.NONE if status.bottom_line else Problem.CHANGED_AFTERWARDS


def _trusted(
    certificate: asn1_x509.Certificate,
    roots: Sequence[asn1_x509.Certificate],
    sealed_at: datetime | None,
) -> bool:
    # Dates count at the time of sealing, for a record outlives the certificate; pyHanko looks at
    # none of a trusted root, which ours are.
    known = certificate.dump() in [root.dump() for root in roots]
    begin, end = certificate.not_valid_before, certificate.not_valid_after
    return known and sealed_at is not None and bool(begin <= sealed_at <= end)


def _covers_whole_file(pdf: bytes, seal: EmbeddedPdfSignature, status: PdfSignatureStatus) -> bool:
    # pyHanko's bottom line alone is true for a file with bytes behind its end.
    start, length, after, rest = map(int, seal.byte_range)
    reaches = start == 0 and length < after and after + rest == len(pdf)
    return reaches and status.coverage is SignatureCoverageLevel.ENTIRE_FILE


def _holds_nothing_but_the_seal(pdf: bytes, seal: EmbeddedPdfSignature) -> bool:
    """Tell whether the place that no signature covers, its own, is as our sealing writes it."""
    _, start, end, _ = map(int, seal.byte_range)
    place, contents = pdf[start:end], bytes(seal.pkcs7_content)
    written = contents[: parser.peek(contents)].hex().upper().encode()
    return place == b"<" + written.ljust(len(place) - 2, b"0") + b">"


def certificate_of(certificate_pem: bytes) -> asn1_x509.Certificate:
    """Return a certificate from its PEM."""
    _, _, der = pem.unarmor(certificate_pem)
    return asn1_x509.Certificate.load(der)
