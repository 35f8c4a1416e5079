"""`specimen`: write records of a fictional patient, made by the same services as real ones."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from litconsent.domain.decisions import Decision, Outcome
from litconsent.services.make_specimen import Specimen, make_specimen
from litconsent.services.make_specimens import every_specimen, make_specimens
from litconsent.services.specimen_cases import outcomes
from litconsent.settings import Settings


def specimen(
    settings: Settings,
    folder: Path,
    *,
    language: str,
    clinic_language: str,
    decision: Decision | None,
    variant: str,
    out: TextIO,
) -> int:
    """Write one sealed PDF a decision into `folder` and print a line a file."""
    folder.mkdir(parents=True, exist_ok=True)
    possible, asked = outcomes(variant), Outcome(decision) if decision else None
    for outcome in [asked] if asked in possible else possible:
        pdf = make_specimen(
            settings,
            language=language,
            clinic_language=clinic_language,
            decision=outcome,
            variant=variant,
        )
        file = folder / Specimen(language, clinic_language, variant, outcome).file_name
        file.write_bytes(pdf)
        print(f"{file}  {len(pdf) / 1000:.0f} kB", file=out)
    return 0


def all_specimens(
    settings: Settings, folder: Path, *, languages: Sequence[str], out: TextIO
) -> int:
    """Write every document that there is in these languages and print a line a file."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted, began = every_specimen(languages), time.monotonic()
    print(f"{len(wanted)} documents", file=out, flush=True)
    for number, (one, pdf) in enumerate(make_specimens(settings, wanted), 1):
        file = folder / one.file_name
        file.write_bytes(pdf)
        left = (time.monotonic() - began) / number * (len(wanted) - number)
        done = f"{number:4} of {len(wanted)}, {left / 60:3.0f} min left"
        print(f"{done}  {file}  {len(pdf) / 1000:.0f} kB", file=out, flush=True)
    return 0
