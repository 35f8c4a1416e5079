"""Two validators that we did not write, as functions that return what they found."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import page

from litconsent.settings import PROJECT

END_OF_FILE = b"%%EOF\n"
PROFILES = ("3a", "ua1")


def unsealed(pdf: bytes) -> bytes:
    """Return a document as it was before its seal, which only adds to the end of a file."""
    return pdf[: pdf.index(END_OF_FILE) + len(END_OF_FILE)]


def failures_of_page_validation(pdf: bytes) -> list[str]:
    """Return every broken rule of PDF/A-3a and PDF/UA-1, by page-validation."""
    return [
        f"{profile} {failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]


def failures_of_verapdf(files: Sequence[Path]) -> list[str]:
    """Return every broken rule of PDF/A-3a and PDF/UA-1, by veraPDF itself.

    A validator that does not run is a failure too, never a pass.
    """
    script = PROJECT / "scripts" / "verapdf" / "verapdf.py"
    done = subprocess.run(
        [sys.executable, str(script), *map(str, files)],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    judged = [line for line in done.stdout.splitlines() if line.startswith(("PASS ", "FAIL "))]
    if len(judged) != len(files) * len(PROFILES):
        return [done.stdout + done.stderr]
    return [line for line in done.stdout.splitlines() if line and not line.startswith("PASS ")]
