"""Verify a PDF: a verdict as a value, for anybody, with or without the clinic's books."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from litconsent.domain.endings import Ending, ending_since
from litconsent.domain.records import Record
from litconsent.pdf.verdict import Verdict, verdict
from litconsent.services.clinic import Clinic
from litconsent.storage.books import Books

Judge = Callable[..., Verdict]


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking a file found, and what the clinic's books say has become of it since."""

    verdict: Verdict
    ending: Ending | None = None

    @property
    def valid(self) -> bool:
        """Tell whether the file is exactly the sealed one, whatever became of the decision."""
        return self.verdict.valid

    @property
    def stands(self) -> bool:
        """Tell whether nothing speaks against the file, nor has ended what it says."""
        return self.valid and self.ending is None


def verify_file(pdf: bytes, clinic: Clinic | None = None, judge: Judge = verdict) -> Verified:
    """Return what checking a file found; with a clinic also whether it is a record of hers.

    What has become of a record is told to nobody but a holder of its very bytes. Where the books
    or the seal cannot be read this raises: what nobody could check is never called valid.
    """
    if clinic is None or not clinic.has_seal():
        return Verified(judge(pdf, []))
    digest = hashlib.sha256(pdf).hexdigest()
    with clinic.store.reading() as books:
        held = _held(books, digest)
        events = books.events.of_episode(held.episode_id) if held else ()
    stamps = clinic.settings.time_stamps
    # Our own seal on bytes that are not in the books is no record of ours, however intact it is.
    judged = judge(
        pdf,
        clinic.known_seals(),
        expected_sha256=digest if held else "",
        authorities=stamps.authorities if stamps else (),
    )
    if held is None or not judged.valid:
        return Verified(judged)
    return Verified(judged, ending_since(events, held.chain_seq))


def _held(books: Books, digest: str) -> Record | None:
    """Return the record whose document or stamped edition has this SHA-256."""
    stamped = books.stamps.by_sha256(digest)
    return books.records.get(stamped.record_id) if stamped else books.records.by_sha256(digest)
