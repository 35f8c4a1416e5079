"""`specimen`: write records of a fictional patient, made by the same services as real ones."""

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from litconsent.domain.decisions import Decision
from litconsent.services.make_specimen import make_specimen
from litconsent.services.specimen_cases import ENDINGS
from litconsent.settings import Settings


def specimen(
    settings: Settings,
    folder: Path,
    *,
    language: str,
    clinic_language: str,
    decisions: Sequence[Decision],
    variant: str,
    out: TextIO,
) -> int:
    """Write one sealed PDF a decision into `folder` and print a line a file."""
    if variant in ENDINGS:
        decisions = [ENDINGS[variant]]
    folder.mkdir(parents=True, exist_ok=True)
    for decision in decisions:
        pdf = make_specimen(
            settings,
            language=language,
            clinic_language=clinic_language,
            decision=decision,
            variant=variant,
        )
        file = folder / f"specimen-{variant}-{language}-{clinic_language}-{decision}.pdf"
        file.write_bytes(pdf)
        print(f"{file}  {len(pdf) / 1000:.0f} kB", file=out)
    return 0
