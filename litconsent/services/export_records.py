"""Export several records: a list, or their documents in one archive, fetched once by a link.

The file is encrypted under a key that only the link holds; it is deleted when it is fetched, and
when the link expires.
"""

import secrets
import zipfile
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from litconsent.domain.errors import NothingToExport
from litconsent.domain.events import EventKind
from litconsent.domain.people import Account
from litconsent.domain.selections import Selection
from litconsent.domain.tablets import Mode
from litconsent.exchange.file_names import file_name
from litconsent.exchange.record_list import ListedRecord, record_list
from litconsent.i18n.text import text_for
from litconsent.services.access import Act, acting, looking
from litconsent.services.clinic import Clinic
from litconsent.services.tokens import digest
from litconsent.services.waiting_files import FETCHED_WITHIN, delete_later, new_file
from litconsent.storage.exports import WaitingExport
from litconsent.storage.locked_files import LockedFile

_ACTION = "export_records"


class Way(StrEnum):
    """What is exported."""

    LIST = "list"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants exported; `named` puts patients' names into the names of files."""

    selection: Selection
    way: Way
    language: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an export is; `token` hands it out once, and is "" until all is done."""

    done: int
    total: int
    token: str = ""


def count_records(clinic: Clinic, tablet: str, selection: Selection) -> int:
    """Return how many records a selection holds.

    :raises NotAllowed: for a tablet or an account that may not export.
    """
    with looking(clinic, tablet, _ACTION, Mode.CLINIC) as act:
        since, until = selection.bounds(clinic.settings.time_zone)
        return len(act.books.records.between(since, until, selection.decisions))


def export_records(clinic: Clinic, tablet: str, order: Order) -> Generator[Progress]:
    """Yield how far the export is, at last with its token; each record is noted in the trail.

    Nothing is kept of an export that is broken off. The access is looked at for every document.

    :raises NotAllowed: for a tablet or an account that may not export.
    :raises NothingToExport: if the selection holds no record.
    """
    rows = _rows(clinic, tablet, order)
    token = secrets.token_urlsafe(32)
    with new_file(clinic, token) as file:
        if order.way is Way.LIST:
            file.write(_list(clinic, rows, order))
        else:
            yield from _pack(clinic, tablet, rows, order, file)
        file.finish()
        _hand_out(clinic, tablet, rows, order, file.path.name, token)
        delete_later(file.path)
    yield Progress(len(rows), len(rows), token)


def _rows(clinic: Clinic, tablet: str, order: Order) -> list[ListedRecord]:
    with looking(clinic, tablet, _ACTION, Mode.CLINIC) as act:
        zone = clinic.settings.time_zone
        since, until = order.selection.bounds(zone)
        found = act.books.records.between(since, until, order.selection.decisions)
        doctors = {account.id: account for account in act.books.accounts.all()}
        rows = []
        for record in found:
            episode = act.episode(record.episode_id)
            name = file_name(record, zone, episode.patient if order.named else None)
            rows.append(ListedRecord(record, episode, _doctor(doctors, record.sealed_by), name))
    if not rows:
        raise NothingToExport
    return rows


def _doctor(known: dict[str, Account], account_id: str) -> str:
    return known[account_id].name if account_id in known else account_id


def _pack(
    clinic: Clinic, tablet: str, rows: list[ListedRecord], order: Order, file: LockedFile
) -> Iterator[Progress]:
    _, zone = text_for(order.language), clinic.settings.time_zone
    with zipfile.ZipFile(file, "w") as archive:  # type: ignore[call-overload]
        for number, row in enumerate(rows):
            yield Progress(number, len(rows))
            with looking(clinic, tablet, _ACTION, Mode.CLINIC) as act:
                pdf = act.books.records.pdf(row.record.id)
            archive.writestr(_entry(row.file_name, row, zone), pdf)
        # Translators: the name of a file, without spaces.
        archive.writestr(_entry(_("records.csv"), rows[-1], zone), _list(clinic, rows, order))


def _entry(name: str, row: ListedRecord, zone: str) -> zipfile.ZipInfo:
    # An archive knows no time zones: what it shows is the clinic's clock.
    local = row.record.sealed_at.astimezone(ZoneInfo(zone))
    entry = zipfile.ZipInfo(name, local.timetuple()[:6])
    entry.external_attr = 0o600 << 16
    return entry


def _hand_out(
    clinic: Clinic,
    tablet: str,
    rows: list[ListedRecord],
    order: Order,
    file: str,
    token: str,
) -> None:
    waiting = WaitingExport(file, _name(clinic, order))
    with acting(clinic, tablet, _ACTION, Mode.CLINIC) as act:
        for row in rows:
            _note(act, row, order)
        act.books.exports.forget_expired(act.now)
        act.books.exports.add(digest(token), waiting, act.tablet.hash, act.now + FETCHED_WITHIN)


def _note(act: Act, row: ListedRecord, order: Order) -> None:
    record = row.record
    act.note(EventKind.RECORD_EXPORTED, record.episode_id, record=record.id, way=order.way)


def _list(clinic: Clinic, rows: list[ListedRecord], order: Order) -> bytes:
    return record_list(rows, text_for(order.language), clinic.settings.time_zone)


def _name(clinic: Clinic, order: Order) -> str:
    today = clinic.now().astimezone(ZoneInfo(clinic.settings.time_zone)).date()
    stem = f"lit-{today.isoformat()}"
    return f"{stem}.csv" if order.way is Way.LIST else f"{stem}.zip"
