"""Compare our document with the same words set by others, side by side in one run.

pip install -r bench/requirements.txt
python bench/pdf.py [--languages it ur zh-Hans] [--times 7] [--signers 10] [--flat 0] [--json]

Each engine runs in a process of its own, in turn. Ours makes the whole record: two columns, tags,
pictures, signatures and data; the others get the words of the same record and set them in two
columns, without pictures, so every ratio is to their advantage.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pdf_words import words_of

ENGINES = ("ours", "weasyprint", "fpdf2", "typst")
# The least that we want, as a ratio to the peer of the same run.
REACH = {("build", "weasyprint"): 0.25, ("build", "fpdf2"): 0.25, ("sealed", "weasyprint"): 0.5}
SMALL_KB = 150
CLINIC_LANGUAGE = "it"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 if a target is missed."""
    asked = _arguments(arguments)
    found: dict[str, dict[str, dict[str, Any]]] = {}
    with tempfile.TemporaryDirectory(prefix="litconsent-bench-") as folder:
        for language in asked.languages:
            words = Path(folder) / f"{language}.json"
            words.write_text(json.dumps(words_of(language, CLINIC_LANGUAGE)), "utf-8")
            found[language] = {
                engine: _measured(engine, words, asked.times, "build") for engine in ENGINES
            }
        at_once = _measured("ours", words, asked.signers, "at_once") if asked.signers else {}
        flat = _measured("ours", words, asked.flat, "flat") if asked.flat else {}
    if asked.json:
        print(json.dumps({"documents": found, "at_once": at_once, "flat": flat}, indent=1))
    else:
        _print(found, at_once, flat)
    return _judge(found)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", nargs="+", default=["it", "ur", "zh-Hans"])
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--signers", type=int, default=10, help="documents sealed at once")
    parser.add_argument("--flat", type=int, default=0, help="documents in a row, for the memory")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.times < 2:
        parser.error("--times: at least 2")
    return asked


def _measured(engine: str, words: Path, times: int, what: str) -> dict[str, Any]:
    script = Path(__file__).with_name("pdf_engines.py")
    command = [sys.executable, str(script), engine, str(words), str(times), what]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=3600)
    if done.returncode:
        raise SystemExit(f"{engine}: {done.stderr.strip().splitlines()[-1:]}")
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def _print(
    found: dict[str, dict[str, dict[str, Any]]], at_once: dict[str, Any], flat: dict[str, Any]
) -> None:
    for language, engines in found.items():
        ours = engines["ours"]
        print(f"\n{language} beside {CLINIC_LANGUAGE}: {ours['pages']} pages, {ours['kb']:.0f} kB")
        print("engine      import ms  first ms  median ms  ours/it  kB    peak MB")
        for engine, one in engines.items():
            ratio = ours["build"] / one["build"]
            print(
                f"{engine:11} {one['import']:9.0f} {one['first']:9.0f} {one['build']:10.0f}"
                f" {ratio:8.2f}  {one['kb']:5.0f} {one['peak_mb']:7.0f}"
            )
        sealed = ours["sealed"] / engines["weasyprint"]["build"]
        print(f"ours with seal and verdict: {ours['sealed']:.0f} ms, {sealed:.2f} of weasyprint")
    if at_once:
        print(
            f"\n{at_once['done']} of {at_once['asked']} sealed at once; the longest waited"
            f" {at_once['longest'] / at_once['alone']:.1f} times a single one"
        )
    if flat:
        print(
            f"memory after {flat['documents']} documents: {flat['last_mb']:.0f} MB,"
            f" after a tenth of them {flat['early_mb']:.0f} MB"
        )


def _judge(found: dict[str, dict[str, dict[str, Any]]]) -> int:
    missed = []
    for language, engines in found.items():
        for (what, peer), most in REACH.items():
            ratio = engines["ours"][what] / engines[peer]["build"]
            if ratio >= most:
                missed.append(f"{language}: {what} {ratio:.2f} of {peer}, wanted below {most}")
        if engines["ours"]["kb"] >= SMALL_KB:
            missed.append(f"{language}: {engines['ours']['kb']:.0f} kB, wanted below {SMALL_KB}")
    for line in missed:
        print("MISSED", line, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
