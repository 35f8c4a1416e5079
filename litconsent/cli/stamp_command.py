"""`stamp`: ask the time-stamp authority at once for every record that waits."""

from typing import TextIO

from litconsent.services.clinic import open_clinic
from litconsent.services.stamp_records import stamp_records, waiting_stamps
from litconsent.settings import Settings

DONE, WAITING = 0, 1


def stamp(settings: Settings, out: TextIO) -> int:
    """Print what became of each record that waited; return 1 if any waits on."""
    clinic = open_clinic(settings)
    try:
        if settings.time_stamps is None:
            print("No time-stamp authority is configured (LITCONSENT_TSA_URL).", file=out)
        for one in stamp_records(clinic, at_once=True):
            said = one.problem or f"{one.level}, {one.stamped_at:%Y-%m-%d %H:%M:%SZ}"
            print(f"{one.record_id}: {said}", file=out)
        left = len(waiting_stamps(clinic))
        print(f"{left} waiting", file=out)
        return WAITING if left else DONE
    finally:
        clinic.store.close()
