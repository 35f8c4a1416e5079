"""`doctor`: look at settings, versions, disk, keys, database and seal; say what to mend."""

import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import TextIO

from litconsent.cli.cures import cure_of
from litconsent.domain.errors import LitConsentError
from litconsent.services.clinic import Clinic, open_clinic, refuse_unruled_jurisdiction
from litconsent.services.editions import offered_languages
from litconsent.services.language_problems import language_problems
from litconsent.services.seal_alarm import IN_TIME, SOON, URGENT, days_left
from litconsent.services.stamp_records import waiting_stamps
from litconsent.settings import SettingInvalid, Settings

LEAST_FREE_BYTES = 1_000_000_000
# Days before the seal ends, and how loud it is said then.
ALARMS = {URGENT: "urgent", SOON: "soon", IN_TIME: "in time"}
LEAST_PYTHON = (3, 11)
STAMP_IS_LATE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: is it good, what was seen, and what to do."""

    subject: str
    good: bool
    seen: str
    cure: str = ""


def doctor(settings: Settings, out: TextIO) -> int:
    """Print a verdict a line and return 1 if anything needs mending."""
    findings = list(_findings(settings))
    for finding in findings:
        mark = "ok  " if finding.good else "MEND"
        cure = "" if finding.good else f"  → {finding.cure}"
        print(f"{mark}  {finding.subject}: {finding.seen}{cure}", file=out)
    return 0 if all(finding.good for finding in findings) else 1


def _findings(settings: Settings) -> Iterator[Finding]:
    yield Finding(
        "Python",
        sys.version_info >= LEAST_PYTHON,
        platform.python_version(),
        "install Python 3.11 or newer",
    )
    packages = ", ".join(f"{n} {version(n)}" for n in ("streamlit", "reportlab", "pyHanko"))
    yield Finding("Packages", True, packages)
    yield Finding("Address", True, f"{settings.address}:{settings.port}")
    yield _disk(settings)
    try:
        refuse_unruled_jurisdiction(settings)
    except SettingInvalid as error:
        yield Finding("Jurisdiction", False, str(error), "name one that has rules")
        return
    yield Finding("Jurisdiction", True, settings.jurisdiction)
    if not settings.database.exists():
        yield Finding("Database", True, "none yet; the first start makes it")
        return
    yield from _books(settings)


def _disk(settings: Settings) -> Finding:
    folder = settings.data_dir
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Finding(
        "Disk",
        free >= LEAST_FREE_BYTES,
        f"{free / 1e9:.1f} GB free at {folder}",
        "make room: below 1 GB signing may have to move to paper",
    )


def _books(settings: Settings) -> Iterator[Finding]:
    try:
        clinic = open_clinic(settings)
    except LitConsentError as error:
        yield Finding(
            "Database",
            False,
            f"{type(error).__name__}: {error}",
            "put back the key file and the database from the latest backup",
        )
        return
    yield Finding("Key file", True, f"{settings.key_file}, readable by its owner only")
    problems = clinic.store.check()
    yield Finding(
        "Database", not problems, "; ".join(problems) or "whole", "restore the latest backup"
    )
    chain = clinic.store.verify_chain()
    seen = f"{chain.events} events" if chain.whole else f"breaks at event {chain.first_bad_seq}"
    yield Finding("Trail", chain.whole, seen, "keep the file as evidence and restore a backup")
    yield _seal(clinic)
    yield _stamps(clinic)
    for problem in clinic.library.problems():
        yield Finding("Content", False, str(problem), "mend the file that is named")
    yield Finding("Languages", True, ", ".join(offered_languages(clinic)))
    for problem in language_problems(clinic):
        seen = f"{problem.language} is switched off: {problem.file}"
        yield Finding("Languages", False, seen, cure_of(problem))


def _stamps(clinic: Clinic) -> Finding:
    waiting = waiting_stamps(clinic)
    if not waiting:
        wanted = clinic.settings.time_stamps
        return Finding("Time stamps", True, "none awaited" if wanted else "no authority is asked")
    late = datetime.now(UTC) - waiting[0].queued_at > STAMP_IS_LATE
    why = next((one.problem for one in waiting if one.problem), "not tried yet")
    seen = f"{len(waiting)} awaited since {waiting[0].queued_at:%Y-%m-%d %H:%M}: {why}"
    return Finding("Time stamps", not late, seen, "look at LITCONSENT_TSA_URL and its CA file")


def _seal(clinic: Clinic) -> Finding:
    token = clinic.settings.seal_token
    if not clinic.has_seal():
        return Finding("Seal", True, "none yet; setting up the clinic makes it")
    try:
        days = days_left(clinic)
    except LitConsentError as error:
        return Finding(
            "Seal",
            False,
            f"{type(error).__name__}: {error}",
            "restore the seal file, or connect its token",
        )
    how = next((words for limit, words in ALARMS.items() if days <= limit), "")
    renewal = "renew the certificate in its token" if token else "python -m litconsent seal renew"
    cure = f"{how}: {renewal}"
    return Finding("Seal", not how, f"valid for {days} days", cure)
