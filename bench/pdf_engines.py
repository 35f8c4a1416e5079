"""One engine in a process of its own: `pdf_engines.py ENGINE WORDS TIMES WHAT` prints JSON."""

import gc
import io
import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

Make = Callable[[str], bytes]


def main(engine: str, words: Path, times: int, what: str) -> None:
    """Measure what is asked and print it."""
    given = json.loads(words.read_text("utf-8"))
    began = time.perf_counter()
    module = __import__(f"pdf_by_{engine}")
    imported = time.perf_counter() - began
    if what == "build":
        print(json.dumps(_build(module, given, times) | {"import": imported * 1000}))
    elif what == "at_once":
        print(json.dumps(_at_once(module.sealer(given), times)))
    else:
        print(json.dumps(_flat(module.maker(given), times)))


def _build(module: Any, given: dict[str, Any], times: int) -> dict[str, Any]:
    make: Make = module.maker(given)
    first, _pdf = _span(make, "First patient")
    gc.collect()
    gc.freeze()  # as the app does when it has started
    spans = [_span(make, f"Patient {number}")[0] for number in range(times)]
    pdf = make("Patient")
    found = {
        "first": first,
        "build": median(spans),
        "kb": len(pdf) / 1000,
        "pages": _pages(pdf),
        "peak_mb": _memory("VmHWM"),
    }
    if hasattr(module, "sealer"):
        seal = module.sealer(given)
        found["sealed"] = median(_span(seal, f"Patient {number}")[0] for number in range(times))
    return found


def _at_once(seal: Make, count: int) -> dict[str, Any]:
    """Seal that many documents in as many threads; each must come back, and differ."""
    seal("warm")
    alone = median(_span(seal, f"Alone {number}")[0] for number in range(3))
    with ThreadPoolExecutor(count) as threads:
        done = list(threads.map(lambda number: _span(seal, f"Signer {number}"), range(count)))
    whole = {pdf for _ms, pdf in done}
    return {
        "asked": count,
        "done": len(whole),
        "alone": alone,
        "longest": max(ms for ms, _pdf in done),
    }


def _flat(make: Make, count: int) -> dict[str, Any]:
    early = 0.0
    for number in range(count):
        make(f"Patient {number}")
        if number == count // 10:
            early = _memory("VmRSS")
    return {"documents": count, "early_mb": early, "last_mb": _memory("VmRSS")}


def _span(make: Make, name: str) -> tuple[float, bytes]:
    began = time.perf_counter()
    pdf = make(name)
    return (time.perf_counter() - began) * 1000, pdf


def _pages(pdf: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def _memory(what: str) -> float:
    """Return what this process holds ("VmRSS") or has held at most ("VmHWM"), in MB."""
    # getrusage's maximum is no less than that of the process that started this one.
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what + ":")) / 1024


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
