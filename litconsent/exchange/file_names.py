"""Names of files that leave the clinic: without the patient's name, unless somebody wants it."""

import unicodedata
from zoneinfo import ZoneInfo

from litconsent.domain.people import Patient
from litconsent.domain.records import Record

_LONGEST_NAME = 60


def file_name(record: Record, zone: str, patient: Patient | None = None) -> str:
    """Return the name of a record's file, with the day of the clinic's clock.

    With a patient, their name stands in front.
    """
    day = record.sealed_at.astimezone(ZoneInfo(zone)).date()
    about = f"{record.decision}-{day.isoformat()}-{record.id[:12]}.pdf"
    named = _plain(patient.name) if patient else ""
    return f"{named}-{about}" if named else f"lit-{about}"


def _plain(name: str) -> str:
    """Return letters and digits of any script, joined by hyphens: safe on every system.

    >>> _plain("Zoë D'Angelò / ..")
    'Zoë-D-Angelò'
    """
    kept = "".join(
        char if unicodedata.category(char)[0] in "LNM" else " "
        for char in unicodedata.normalize("NFC", name)
    )
    return "-".join(kept.split())[:_LONGEST_NAME].strip("-")
