"""Judge a folder of specimens, sealed and unsealed: python scripts/check_specimens.py DIR

Each file has to pass PDF/A-3a and PDF/UA-1, by page-validation and by veraPDF. The unsealed file is
the beginning of the sealed one, because a seal only adds to the end.
"""

import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import page

sys.path.insert(0, str(Path(__file__).with_name("verapdf")))
from verapdf import verapdf

_END = b"%%EOF\n"
_AT_ONCE = 60  # files in one run of the reference validator
_PROFILES = ("3a", "ua1")


def main(folder: Path) -> int:
    """Print what fails and how many were judged; return 1 if anything failed."""
    specimens = sorted(folder.glob("*.pdf"))
    if not specimens:
        sys.exit(f"no PDF in {folder}")
    judged, failures = 0, 0
    for start in range(0, len(specimens), _AT_ONCE):
        with tempfile.TemporaryDirectory() as scratch:
            files = [
                file
                for specimen in specimens[start : start + _AT_ONCE]
                for file in _sealed_and_unsealed(specimen, Path(scratch))
            ]
            found = [*_by_page_validation(files), *_by_verapdf(files)]
        for line in found:
            print(line)
        judged, failures = judged + len(files), failures + len(found)
        done = min(start + _AT_ONCE, len(specimens))
        print(f"{judged} files of {done} specimens, {failures} failures", flush=True)
    return 1 if failures else 0


def _sealed_and_unsealed(specimen: Path, scratch: Path) -> list[Path]:
    """Return the specimen and, where it has a seal, what it was before."""
    content = specimen.read_bytes()
    before = content[: content.index(_END) + len(_END)]
    if before == content:
        return [specimen]
    unsealed = scratch / f"unsealed-{specimen.name}"
    unsealed.write_bytes(before)
    return [specimen, unsealed]


def _by_page_validation(files: list[Path]) -> list[str]:
    with ProcessPoolExecutor() as pool:
        return [line for found in pool.map(_failures, files) for line in found]


def _failures(file: Path) -> list[str]:
    return [
        f"page-validation {profile} {file.name}: {failure.rule_id} {failure.message}"
        for profile in _PROFILES
        for failure in page.validate_pdf_bytes(file.read_bytes(), profile=profile).failures
    ]


def _by_verapdf(files: list[Path]) -> list[str]:
    """Return what the reference validator finds, run once a core."""
    cores = os.cpu_count() or 1
    shares = [share for core in range(cores) if (share := files[core::cores])]
    with ThreadPoolExecutor(cores) as pool:
        return [line for found in pool.map(_by_one_verapdf, shares) for line in found]


def _by_one_verapdf(files: list[Path]) -> list[str]:
    done = verapdf(files)
    lines = [line for line in done.stdout.splitlines() if line]
    passed = [line for line in lines if line.startswith("PASS ")]
    if len(passed) == len(files) * len(_PROFILES):
        return []
    # A validator that did not run to its end is a failure, never a pass.
    return [line for line in lines if line not in passed] or [done.stdout + done.stderr]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) if len(sys.argv) == 2 else __doc__)
