"""`verify`: say in plain words whether a file is unchanged since the clinic sealed it."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from litconsent.pdf.verdict import Problem, Verdict
from litconsent.services.clinic import open_clinic
from litconsent.services.verify_file import verify_file
from litconsent.settings import read_settings

VALID, NOT_VALID, UNREADABLE = 0, 1, 2


def verify(files: Sequence[Path], *, as_json: bool, out: TextIO) -> int:
    """Print one verdict a file; return the worst exit code: 0 valid, 1 not, 2 unreadable."""
    settings = read_settings()
    # A third party has no clinic of her own; nothing may be created by looking.
    clinic = open_clinic(settings) if settings.database.exists() else None
    worst = VALID
    for file in files:
        try:
            pdf = file.read_bytes()
        except OSError as error:
            _print_unreadable(file, error, as_json, out)
            worst = UNREADABLE
            continue
        judged = verify_file(pdf, clinic)
        _print(file, judged, as_json, out)
        if not judged.valid:
            worst = max(worst, NOT_VALID)
    return worst


SENTENCES: dict[Problem, str] = {}


def _print(file: Path, judged: Verdict, as_json: bool, out: TextIO) -> None:
    if as_json:
        data = {"file": str(file), "valid": judged.valid, **asdict(judged)}
        print(json.dumps(data, default=str, ensure_ascii=False), file=out)
        return
    word = "VALID" if judged.valid else "NOT VALID"
    print(f"{file}: {word}. {SENTENCES[judged.problem]}", file=out)


def _print_unreadable(file: Path, error: OSError, as_json: bool, out: TextIO) -> None:
    reason = error.strerror or str(error)
    if as_json:
        print(json.dumps({"file": str(file), "valid": False, "unreadable": reason}), file=out)
    else:
        print(f"{file}: UNREADABLE. {reason}.", file=out)
