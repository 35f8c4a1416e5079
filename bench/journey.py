"""Compare our app with the least that Streamlit can do, side by side in one run.

python bench/journey.py [--tablets 10 50 100 200] [--seconds 20] [--no-browser] [--json]
"""

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from first_visit import Visit, typical, visit_in_turn
from readers import RAMP_SECONDS, Seen, read, walk_once
from servers import Server, Side, chapters, running, sides

from litconsent.domain.editions import Chapter

MOST_TABLETS, MOST_SECONDS = 400, 120


@dataclass(frozen=True, slots=True)
class Load:
    """What one side did under so many tablets: ms, bytes, kB."""

    turns: int
    p50: float
    p95: float
    arrival_p95: float
    errors: int
    kb_a_tablet: float
    cpu_ms_a_turn: float
    bytes_a_turn: float
    start_ms: float
    driver_lag_p95: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 if a target is missed."""
    asked = _arguments(arguments)
    # a polite stop must reach the blocks that stop the servers
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    shown = chapters()
    pair = sides(shown)
    loads: dict[int, dict[str, Load]] = {}
    visits: dict[str, list[Visit]] = {}
    with tempfile.TemporaryDirectory(prefix="litconsent-bench-") as folder:
        for tablets in asked.tablets:
            # in turn and never together: each has the whole machine, and both the same company
            for side in pair:
                place = Path(folder) / f"{side.name}-{tablets}"
                load = load_of(side, shown, place, tablets, asked.seconds)
                loads.setdefault(tablets, {})[side.name] = load
        if asked.browser:
            visits = _visits(pair, shown, Path(folder))
    if asked.json:
        print(json.dumps(_plain(loads, visits), indent=1))
    else:
        _print_loads(loads)
        _print_visits(visits)
    return _judge(loads, visits, quiet=asked.json)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tablets", type=int, nargs="+", default=[10, 50, 100, 200])
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--browser", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    if not all(0 < tablets <= MOST_TABLETS for tablets in asked.tablets):
        parser.error(f"tablets: 1 to {MOST_TABLETS}")
    if not 10 <= asked.seconds <= MOST_SECONDS:
        parser.error(f"seconds: 10 to {MOST_SECONDS}")
    return asked


def load_of(
    side: Side, shown: tuple[Chapter, ...], folder: Path, tablets: int, seconds: float
) -> Load:
    """Serve a side in this new folder, let tablets read for so many seconds, tell what it cost."""
    with running(side, shown, folder) as server:
        load = asyncio.run(_measure(server, tablets, seconds))
    for fault in _faults(folder / "server.log"):
        print(f"{side.name}, {tablets} tablets: {fault}", file=sys.stderr)
    return load


async def _measure(server: Server, tablets: int, seconds: float) -> Load:
    await walk_once(server)
    seen, lags = Seen(), [0.0]
    lag = asyncio.create_task(_note_lag(lags))
    memory = server.rss_kb()
    work = asyncio.create_task(read(server, tablets, seconds, seen))
    await asyncio.sleep(RAMP_SECONDS)
    spent = server.cpu_ms()
    await asyncio.sleep(seconds - 0.3)  # while all tablets are still connected
    grown, spent = server.rss_kb() - memory, server.cpu_ms() - spent
    await work
    lag.cancel()
    for error in seen.errors[:5]:
        print(f"{server.side.name}, {tablets} tablets: {error}", file=sys.stderr)
    turns = seen.turns or [float("nan")]
    return Load(
        len(seen.turns),
        median(turns),
        _p95(turns),
        _p95(seen.arrivals),
        len(seen.errors),
        grown / tablets,
        spent / max(1, len(seen.turns)),
        median(seen.sizes or [0]),
        server.start_ms,
        _p95(lags),
    )


async def _note_lag(lags: list[float]) -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(0.02)
        lags.append((time.perf_counter() - begun - 0.02) * 1000)


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else float("nan")


def _faults(log: Path) -> list[str]:
    lines = log.read_text("utf-8", "replace").splitlines()
    return [line for line in lines if "Error" in line or "Traceback" in line][:5]


def _visits(
    pair: tuple[Side, Side], shown: tuple[Chapter, ...], folder: Path
) -> dict[str, list[Visit]]:
    ours, floor = pair
    with (
        running(ours, shown, folder / "ours-visit") as first,
        running(floor, shown, folder / "floor-visit") as second,
    ):
        return visit_in_turn((first, second))


def _plain(loads: dict[int, dict[str, Load]], visits: dict[str, list[Visit]]) -> dict[str, object]:
    return {
        "loads": {
            tablets: {name: asdict(load) for name, load in both.items()}
            for tablets, both in loads.items()
        },
        "visits": {name: [asdict(visit) for visit in found] for name, found in visits.items()},
        "load_average": os.getloadavg(),
    }


def _print_loads(loads: dict[int, dict[str, Load]]) -> None:
    measures: list[tuple[str, Callable[[Load], float]]] = [
        ("turn p50 ms", lambda load: load.p50),
        ("turn p95 ms", lambda load: load.p95),
        ("arrival p95 ms", lambda load: load.arrival_p95),
        ("memory kB a tablet", lambda load: load.kb_a_tablet),
        ("cpu ms a turn", lambda load: load.cpu_ms_a_turn),
        ("bytes a turn", lambda load: load.bytes_a_turn),
        ("start to healthy ms", lambda load: load.start_ms),
        ("errors", lambda load: load.errors),
        ("turns", lambda load: load.turns),
        ("driver lag p95 ms", lambda load: load.driver_lag_p95),
    ]
    for tablets, both in loads.items():
        print(f"\n{f'{tablets} tablets':<20}        ours       floor  ours/floor")
        for name, value in measures:
            _row(name, value(both["ours"]), value(both["floor"]))


def _print_visits(visits: dict[str, list[Visit]]) -> None:
    if not visits:
        return
    for title, ours, floor in (
        ("first visit", typical(visits["ours"]), typical(visits["floor"])),
        ("first after start", visits["ours"][0], visits["floor"][0]),
    ):
        print(f"\n{title:<20}        ours       floor  ours/floor")
        _row("to the heading ms", ours.ms, floor.ms)
        _row("http bytes", ours.http_bytes, floor.http_bytes)
        _row("stream bytes", ours.stream_bytes, floor.stream_bytes)
        _row("requests", ours.requests, floor.requests)


def _row(name: str, ours: float, floor: float) -> None:
    ratio = f"{ours / floor:.2f}" if floor else "-"
    print(f"{name:<20}{ours:>12,.1f}{floor:>12,.1f}{ratio:>12}")


def _judge(
    loads: dict[int, dict[str, Load]], visits: dict[str, list[Visit]], *, quiet: bool
) -> int:
    most = loads[max(loads)]
    ours, floor = most["ours"], most["floor"]
    verdicts = {
        "no error": not any(both["ours"].errors for both in loads.values()),
        "p95 of a turn below 4 x the floor's": ours.p95 < 4 * floor.p95,
        "p95 of a turn below 250 ms": ours.p95 < 250,
        "memory a tablet below 4 x the floor's": ours.kb_a_tablet < 4 * floor.kb_a_tablet,
    }
    if visits:
        first, least = typical(visits["ours"]), typical(visits["floor"])
        loaded = first.http_bytes + first.stream_bytes
        verdicts["first visit below 1.5 MB"] = loaded < 1_500_000
        verdicts["heading within 1.3 x the floor's time"] = first.ms <= 1.3 * least.ms
    if not quiet:
        print(f"\ntargets, at {max(loads)} tablets")
        for name, met in verdicts.items():
            print(f"{'met   ' if met else 'MISSED'}  {name}")
    return 0 if all(verdicts.values()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
