"""Sealed records: listed, opened, and handed out once by a short-lived token."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from litconsent.domain.episodes import Episode
from litconsent.domain.errors import RecordUnknown
from litconsent.domain.events import EventKind
from litconsent.domain.records import Record
from litconsent.domain.stamps import Stamp
from litconsent.domain.tablets import Mode
from litconsent.exchange.file_names import file_name
from litconsent.services.access import acting, looking
from litconsent.services.clinic import Clinic
from litconsent.services.tokens import digest

TOKEN_VALID_FOR = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record with its episode, as the list shows it."""

    record: Record
    episode: Episode
    stamp: Stamp | None = None


def records(clinic: Clinic, tablet: str, limit: int = 100) -> tuple[RecordRow, ...]:
    """Return the latest records, newest first."""
    with looking(clinic, tablet, "records", Mode.CLINIC) as act:
        return tuple(
            RecordRow(record, act.episode(record.episode_id))
            for record in act.books.records.latest(limit)
        )


def open_record(clinic: Clinic, tablet: str, record_id: str) -> RecordRow:
    """Return one record; that it was read goes into the trail.

    :raises RecordUnknown: if there is none.
    """
    with acting(clinic, tablet, "record", Mode.CLINIC) as act:
        record = act.books.records.get(record_id)
        if record is None:
            raise RecordUnknown
        act.note(EventKind.RECORD_READ, record.episode_id, record=record.id)
        stamp = act.books.stamps.get(record.id)
        return RecordRow(record, act.episode(record.episode_id), stamp)


def issue_download(clinic: Clinic, tablet: str, record_id: str, *, stamped: bool = False) -> str:
    """Return a token that hands out a record or its stamped edition once, within 60 seconds.

    Only to this tablet.

    :raises RecordUnknown: if there is no such record.
    """
    token = secrets.token_urlsafe(32)
    with acting(clinic, tablet, "export", Mode.CLINIC) as act:
        record = act.books.records.get(record_id)
        if record is None:
            raise RecordUnknown
        act.note(EventKind.RECORD_EXPORTED, record.episode_id, record=record.id)
        act.books.downloads.add(
            digest(token), record.id, act.tablet.hash, act.now + TOKEN_VALID_FOR, stamped=stamped
        )
    return token


def redeem_download(clinic: Clinic, token: str, tablet: str) -> tuple[bytes, str] | None:
    """Return a record's bytes and a file name without personal data, once, or None."""
    with clinic.store.writing() as books:
        wanted = books.downloads.redeem(digest(token), tablet, clinic.now())
        record = books.records.get(wanted.record_id) if wanted else None
        if wanted is None or record is None:
            return None
        name = file_name(record, clinic.settings.time_zone)
        if wanted.stamped:
            return books.stamps.pdf(record.id), f"{name.removesuffix('.pdf')}-stamped.pdf"
        return books.records.pdf(record.id), name
