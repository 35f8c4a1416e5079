"""Stamp what waits, in a thread of its own, for as long as the app runs."""

import logging
from threading import Event, Thread

from litconsent.services.clinic import Clinic
from litconsent.services.stamp_records import stamp_records

PAUSE_SECONDS = 15.0
_LOG = logging.getLogger(__name__)


def keep_stamping(clinic: Clinic, pause: float = PAUSE_SECONDS) -> Event:
    """Start the thread, if the clinic has an authority; setting the event ends it."""
    ended = Event()
    if clinic.settings.time_stamps:
        Thread(target=_run, args=(clinic, ended, pause), name="stamping", daemon=True).start()
    return ended


def _run(clinic: Clinic, ended: Event, pause: float) -> None:
    while not ended.is_set():
        # Whatever happens to one round, a full disk or a busy database, the next one comes.
        try:
            stamp_records(clinic)
        except Exception:  # noqa: BLE001
            _LOG.exception("records could not be stamped")
        ended.wait(pause)
