"""Records as a list for a spreadsheet: CSV that opens with a double click and runs nothing."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from litconsent.domain.episodes import Episode
from litconsent.domain.records import Record
from litconsent.i18n.labels import OUTCOME
from litconsent.i18n.spreadsheets import cell_separator
from litconsent.i18n.text import Text

# A spreadsheet takes a cell that begins so for a formula, and obeys it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Without it Excel reads UTF-8 as the code page of its country.
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """One row: a record, its episode, who sealed it, and the name of its file."""

    record: Record
    episode: Episode
    doctor: str
    file_name: str


def record_list(rows: Sequence[ListedRecord], _: Text, zone: str) -> bytes:
    """Return the records as CSV with a header in one language, and dates as ISO 8601."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=cell_separator(_), quoting=csv.QUOTE_ALL)
    writer.writerow(_header(_))
    for row in rows:
        writer.writerow([harmless(cell) for cell in _cells(row, _, zone)])
    return (BYTE_ORDER_MARK + written.getvalue()).encode()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: one that looks so gets a quote.

    >>> harmless("=1+1"), harmless("Ada")
    ("'=1+1", 'Ada')
    """
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _header(_: Text) -> list[str]:
    return [
        _("Sealed at"),
        _("Decision"),
        _("State"),
        _("Patient"),
        _("Date of birth"),
        _("Clinic's identifier"),
        _("Language of the patient"),
        _("Doctor"),
        _("Record"),
        _("Name of the file"),
        _("File (SHA-256)"),
    ]


def _cells(row: ListedRecord, _: Text, zone: str) -> list[str]:
    patient, record = row.episode.patient, row.record
    return [
        _iso(record.sealed_at, zone),
        _(OUTCOME[record.decision]),
        _("Specimen, not valid") if record.specimen else _("Valid"),
        patient.name,
        patient.birth_date.isoformat(),
        patient.identifier,
        row.episode.language,
        row.doctor,
        record.id,
        row.file_name,
        record.sha256,
    ]


def _iso(instant: datetime, zone: str) -> str:
    return instant.astimezone(UTC).astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")
