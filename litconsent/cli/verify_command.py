"""`verify`: say in plain words whether a file is unchanged since the clinic sealed it."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from litconsent.i18n.file_words import ENDING, PROBLEM
from litconsent.pdf.verdict_apart import verdict_apart
from litconsent.services.clinic import open_clinic
from litconsent.services.verify_file import Verified, verify_file
from litconsent.settings import read_settings

VALID, NOT_VALID, UNREADABLE, ENDED = 0, 1, 2, 3
_FROM_BEST_TO_WORST = (VALID, ENDED, NOT_VALID, UNREADABLE)


def verify(files: Sequence[Path], *, as_json: bool, out: TextIO) -> int:
    """Print one verdict a file; return the exit code of the worst.

    0 valid, 3 valid but ended since by the clinic's books, 1 not valid, 2 unreadable.
    """
    settings = read_settings()
    # A third party has no clinic of her own; nothing may be created by looking.
    clinic = open_clinic(settings) if settings.database.exists() else None
    codes = [VALID]
    for file in files:
        try:
            found = verify_file(file.read_bytes(), clinic, verdict_apart)
        except OSError as error:
            _print_unreadable(file, error, as_json, out)
            codes.append(UNREADABLE)
            continue
        _print(file, found, as_json, out)
        codes.append(_code(found))
    return max(codes, key=_FROM_BEST_TO_WORST.index)


def _code(found: Verified) -> int:
    if not found.valid:
        return NOT_VALID
    return VALID if found.stands else ENDED


def _print(file: Path, found: Verified, as_json: bool, out: TextIO) -> None:
    judged, ending = found.verdict, found.ending
    if as_json:
        since = {"ending": asdict(ending) if ending else None}
        data = {"file": str(file), "valid": found.valid, **asdict(judged), **since}
        print(json.dumps(data, default=str, ensure_ascii=False), file=out)
        return
    word = "VALID" if found.valid else "NOT VALID"
    print(f"{file}: {word}. {PROBLEM[judged.problem]}", file=out)
    if ending:
        print(f"    {ENDING[ending.state]} ({ending.at:%Y-%m-%d %H:%M} UTC)", file=out)
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
