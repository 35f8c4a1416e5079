"""Ten doctors sign at the same moment: how long does the last one wait, beside one who is alone?

python bench/at_once.py [--signers 10] [--times 3] [--json]

Each is a thread on the server with a tablet and a patient of its own, and waits from the password
to the record read back: the whole service, with the database that all of them write to.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from threading import Barrier

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # the journeys live with the tests

from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role
from litconsent.domain.records import Record
from litconsent.services.clinic import Clinic, open_clinic
from litconsent.services.decide import decide, sign
from litconsent.services.seal_record import seal_record
from litconsent.services.verify_file import verify_file
from litconsent.settings import PROJECT, Settings
from tests.journey import INK, PASSWORD, USERNAME, Journey

REACH = 10.0  # times a single one


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 if somebody waits too long or a record is lost."""
    asked = _arguments(arguments)
    with tempfile.TemporaryDirectory(prefix="litconsent-bench-") as folder:
        clinic = open_clinic(
            Settings(Path(folder) / "data", Path(folder) / "keys", PROJECT / "content")
        )
        Journey(clinic).set_up()
        _signed(_ready(clinic, 10**6))  # what the first one has to load, nobody waits for again
        alone = [
            _signed(_ready(clinic, 10**6 + 1 + turn))[0] for turn in range(2 * asked.times + 1)
        ]
        longest, work, lost = [], [], 0
        for turn in range(asked.times):
            waits, worked, kept = _together(clinic, asked.signers, turn)
            longest.append(max(waits))
            work.append(worked)
            lost += asked.signers - kept
        whole = clinic.store.verify_chain().whole
        clinic.store.close()
    single, last = median(alone), median(longest)
    told = {
        "single_ms": single,
        "longest_of_all_ms": last,
        "ratio": last / single,
        # Near 1 on a machine that others keep busy: then the ratio says little of us.
        "cores_used": median(work) / last,
        "lost": lost,
        "chain_whole": whole,
        "signers": asked.signers,
        "cores": len(os.sched_getaffinity(0)),
    }
    if asked.json:
        print(json.dumps(told, indent=1))
    else:
        for name, value in told.items():
            print(
                f"{name:<20}{value:>10.2f}"
                if isinstance(value, float)
                else f"{name:<20}{value!s:>10}"
            )
    met = told["ratio"] <= REACH and not lost and whole
    print(
        "met" if met else "MISSED", f"nobody waits longer than {REACH:.0f} times a single signing"
    )
    return 0 if met else 1


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--signers", type=int, default=10)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def _ready(clinic: Clinic, number: int) -> Journey:
    """Bring a patient on a tablet of their own as far as the doctor's signature."""
    journey = Journey(clinic, f"{number:064d}").sign_in().prepare().hand_over().read().hand_back()
    journey.sign_in().talk().open_decision()
    decide(clinic, journey.tablet, Decision.CONSENT)
    sign(clinic, journey.tablet, Role.PATIENT, strokes=INK)
    return journey


def _signed(journey: Journey) -> tuple[float, Record]:
    begun = time.perf_counter()
    who = (journey.clinic, journey.tablet, journey.episode_id, USERNAME, PASSWORD)
    record = seal_record(*who, strokes=INK)
    return (time.perf_counter() - begun) * 1000, record


def _together(clinic: Clinic, signers: int, turn: int) -> tuple[list[float], float, int]:
    """Return how long each waited, what all worked, and how many records are stored and valid."""
    journeys = [_ready(clinic, turn * signers + number) for number in range(signers)]
    start = Barrier(signers)

    def run(journey: Journey) -> tuple[float, Record]:
        start.wait()
        return _signed(journey)

    begun = time.process_time()
    with ThreadPoolExecutor(signers) as pool:
        done = list(pool.map(run, journeys))
    worked = (time.process_time() - begun) * 1000
    with clinic.store.reading() as books:
        pdfs = {books.records.pdf(record.id) for _, record in done}
    kept = sum(verify_file(pdf, clinic).stands for pdf in pdfs)
    return [wait for wait, _ in done], worked, kept


if __name__ == "__main__":
    raise SystemExit(main())
