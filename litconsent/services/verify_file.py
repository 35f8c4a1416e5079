"""Verify a PDF: a verdict as a value, for anybody, with or without the clinic's books."""

import hashlib

from litconsent.pdf.verdict import Verdict, verdict
from litconsent.services.clinic import Clinic


def verify_file(pdf: bytes, clinic: Clinic | None = None) -> Verdict:
    """Return what checking a file found; with a clinic also whether it is a record of hers."""
    if clinic is None or not clinic.has_seal():
        return verdict(pdf, [])
    digest = hashlib.sha256(pdf).hexdigest()
    with clinic.store.reading() as books:
        held = books.records.by_sha256(digest) or books.stamps.by_sha256(digest)
    stamps = clinic.settings.time_stamps
    # Our own seal on bytes that are not in the books is no record of ours, however intact it is.
    return verdict(
        pdf,
        clinic.known_seals(),
        expected_sha256=held.sha256 if held else "",
        authorities=stamps.authorities if stamps else (),
    )
