"""Stamp records: queued when they are sealed, stamped later, tried again until it is done.

Nothing of this runs while somebody signs, and no transaction is open while the network is waited
for.
"""

import hashlib
from dataclasses import replace
from datetime import timedelta

from litconsent.domain.events import EventKind
from litconsent.domain.records import Record
from litconsent.domain.stamps import Stamp, pause_after
from litconsent.pdf.seal import STAMP_ROOM
from litconsent.pdf.stamp_client import AuthorityOverHttp, NotStamped, StampFailed
from litconsent.pdf.time_stamp import Stamped, stamped
from litconsent.pdf.verdict import certificate_of, verdict
from litconsent.services.clinic import Clinic
from litconsent.settings import TimeStamps
from litconsent.storage.books import Books

SERVER = "server"
# Who has taken a record to the authority has it for so long; a crash gives it back after that.
_TAKEN_FOR = timedelta(minutes=5)


def stamp_room(clinic: Clinic) -> int:
    """Return how many bytes a seal leaves for a stamp: none without an authority."""
    return STAMP_ROOM if clinic.settings.time_stamps else 0


def queue_stamp(clinic: Clinic, books: Books, record: Record) -> None:
    """Queue a record in the transaction that keeps it, if the clinic has an authority."""
    if clinic.settings.time_stamps:
        books.stamps.queue(record.id, clinic.settings.time_stamps.level, record.sealed_at)


def waiting_stamps(clinic: Clinic) -> tuple[Stamp, ...]:
    """Return the records that wait for a stamp, oldest first."""
    with clinic.store.reading() as books:
        return books.stamps.waiting()


def stamp_records(clinic: Clinic, *, at_once: bool = False) -> tuple[Stamp, ...]:
    """Try to stamp what is due, or at once all that waits; return what became of each."""
    wanted = clinic.settings.time_stamps
    if wanted is None:
        return ()
    with clinic.store.reading() as books:
        due = books.stamps.waiting(None if at_once else clinic.now())
    tried = (_try(clinic, wanted, stamp) for stamp in due)
    return tuple(stamp for stamp in tried if stamp)


def _try(clinic: Clinic, wanted: TimeStamps, stamp: Stamp) -> Stamp | None:
    until, tries = clinic.now() + _TAKEN_FOR, stamp.tries + 1
    with clinic.store.writing() as books:
        if not books.stamps.postpone(stamp, until, stamp.problem, tries=tries):
            return None
        pdf = books.records.pdf(stamp.record_id)
    taken = replace(stamp, next_try=until, tries=tries)
    try:
        done = _stamped(clinic, wanted, pdf)
    except StampFailed as error:
        again = clinic.now() + pause_after(tries)
        with clinic.store.writing() as books:
            books.stamps.postpone(taken, again, error.why.value, tries=tries)
        return replace(taken, next_try=again, problem=error.why.value)
    return _kept(clinic, replace(taken, level=wanted.level), done)


def _stamped(clinic: Clinic, wanted: TimeStamps, pdf: bytes) -> Stamped:
    seals = clinic.known_seals()
    done = stamped(
        pdf,
        AuthorityOverHttp(wanted.url),
        wanted.level,
        authorities=[certificate_of(one) for one in wanted.authorities],
        seals=[certificate_of(one) for one in seals],
        now=clinic.now(),
    )
    judged = verdict(done.pdf, seals, authorities=wanted.authorities)
    if not judged.valid or judged.stamped_at != done.found.at:
        raise StampFailed(NotStamped.WRONG_ANSWER)
    return done


def _kept(clinic: Clinic, stamp: Stamp, done: Stamped) -> Stamp:
    kept = replace(
        stamp,
        problem="",
        stamped_at=done.found.at,
        authority=done.found.authority,
        sha256=hashlib.sha256(done.pdf).hexdigest(),
        size=len(done.pdf),
    )
    with clinic.store.writing() as books:
        record = books.records.get(kept.record_id)
        if books.stamps.keep(kept, done.pdf) and record:
            books.events.append(
                EventKind.RECORD_STAMPED,
                at=clinic.now(),
                actor=SERVER,
                tablet="",
                episode_id=record.episode_id,
                data={"record": record.id, "level": kept.level, "sha256": kept.sha256},
            )
    return kept
