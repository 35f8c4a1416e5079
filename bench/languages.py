"""Measure what ten more languages cost a patient who reads in English, side by side in one run.

python bench/languages.py [--tablets 20] [--seconds 30]

Two servers of our app: one with English and Italian, one with all twelve.
"""

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from first_visit import Visit, typical, visit_in_turn
from journey import Load, load_of
from servers import Side, chapters, running, sides

from litconsent.domain.editions import Chapter
from litconsent.i18n.languages import LANGUAGES

Pair = tuple[Side, Side]
TWO = "en,it"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tablets", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30.0)
    asked = parser.parse_args(arguments)
    shown = chapters()
    ours, _floor = sides(shown)
    few = replace(ours, name="few", settings=(("LITCONSENT_LANGUAGES", TWO),))
    # The readers know our pages by the name of the side.
    with tempfile.TemporaryDirectory(prefix="litconsent-bench-") as folder:
        loads = [
            load_of(replace(side, name="ours"), shown, Path(folder) / place, *_amount(asked))
            for side, place in ((few, "few"), (ours, "all"))
        ]
        visits = _visits((few, ours), shown, Path(folder))
    print(f"{'':<24}{'two':>12}{f'all {len(LANGUAGES)}':>12}{'all/two':>10}")
    _print_visits(visits)
    _print_loads(loads)
    return 0


def _amount(asked: argparse.Namespace) -> tuple[int, float]:
    return asked.tablets, asked.seconds


def _visits(pair: Pair, shown: tuple[Chapter, ...], folder: Path) -> list[Visit]:
    few, ours = pair
    with (
        running(few, shown, folder / "few-visit") as first,
        running(ours, shown, folder / "all-visit") as second,
    ):
        found = visit_in_turn((first, second))
    return [typical(found[side.name]) for side in pair]


def _print_visits(visits: list[Visit]) -> None:
    measures: list[tuple[str, Callable[[Visit], float]]] = [
        ("first visit, http bytes", lambda visit: visit.http_bytes),
        ("first visit, stream bytes", lambda visit: visit.stream_bytes),
        ("first visit, requests", lambda visit: visit.requests),
        ("first visit, heading ms", lambda visit: visit.ms),
    ]
    for name, value in measures:
        _row(name, *map(value, visits))


def _print_loads(loads: list[Load]) -> None:
    measures: list[tuple[str, Callable[[Load], float]]] = [
        ("turn p50 ms", lambda load: load.p50),
        ("bytes a turn", lambda load: load.bytes_a_turn),
        ("cpu ms a turn", lambda load: load.cpu_ms_a_turn),
        ("memory kB a tablet", lambda load: load.kb_a_tablet),
        ("start to healthy ms", lambda load: load.start_ms),
        ("errors", lambda load: load.errors),
    ]
    for name, value in measures:
        _row(name, *map(value, loads))


def _row(name: str, few: float, everything: float) -> None:
    ratio = f"{everything / few:.2f}" if few else "-"
    print(f"{name:<26}{few:>10,.1f}{everything:>12,.1f}{ratio:>10}")


if __name__ == "__main__":
    raise SystemExit(main())
