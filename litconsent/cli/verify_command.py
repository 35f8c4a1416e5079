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
SENTENCES = {
    Problem.NONE: "The file is exactly as this clinic sealed it.",
    Problem.EMPTY: "The file is empty.",
    Problem.TOO_LARGE: "The file is far larger than any record; it was not opened.",
    Problem.NOT_A_PDF: "This is not a PDF file.",
    Problem.ENCRYPTED: "The file is encrypted; no record of ours is.",
    Problem.DAMAGED: "The file is damaged or cut off and cannot be read.",
    Problem.UNSEALED: "The file carries no seal.",
    Problem.SEVERAL_SEALS: "The file carries more than one seal; a record has exactly one.",
    Problem.CHANGED: "The file was changed after it was sealed.",
    Problem.CHANGED_AFTERWARDS: (
        "Something was added to the file after it was sealed, for example an annotation."
    ),
    Problem.BYTES_APPENDED: "Bytes were appended behind the end of the sealed file.",
    Problem.FOREIGN_SEAL: (
        "The file is unchanged since it was sealed, but the seal is not one that is known here. "
        "Compare the seal's fingerprint with the one that the clinic gives you."
    ),
    Problem.NOT_THE_RECORD: "The seal fits, but this is not the record that the clinic holds.",
}


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


def _print(file: Path, judged: Verdict, as_json: bool, out: TextIO) -> None:
    if as_json:
        data = {"file": str(file), "valid": judged.valid, **asdict(judged)}
        print(json.dumps(data, default=str, ensure_ascii=False), file=out)
        return
    word = "VALID" if judged.valid else "NOT VALID"
    print(f"{file}: {word}. {SENTENCES[judged.problem]}", file=out)
    if judged.fingerprint:
        print(f"    Seal of {judged.signer}, fingerprint {judged.fingerprint}", file=out)
    if judged.stamped_at:
        print(
            f"    Time stamp of {judged.stamped_by}, {judged.stamped_at:%Y-%m-%d %H:%M:%SZ}",
            file=out,
        )


def _print_unreadable(file: Path, error: OSError, as_json: bool, out: TextIO) -> None:
    reason = error.strerror or str(error)
    if as_json:
        print(json.dumps({"file": str(file), "valid": False, "unreadable": reason}), file=out)
    else:
        print(f"{file}: UNREADABLE. {reason}.", file=out)
