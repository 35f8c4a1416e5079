"""The bidirectional algorithm against Unicode's own conformance files, all cases of both."""

import os
from collections.abc import Iterator
from pathlib import Path

from litconsent.pdf.bidi import Resolved, line_levels, resolve, resolve_classes, visual_order
from litconsent.pdf.bidi_classes import CLOSING_OF, REMOVED

UNICODE_DATA = Path(os.environ.get("UNICODE_DATA", "/usr/share/unicode"))


def lines(name: str) -> Iterator[str]:
    with (UNICODE_DATA / name).open(encoding="utf-8") as file:
        for line in file:
            data = line.split("#")[0].strip()
            if data:
                yield data


def outcome(resolved: Resolved, classes: tuple[str, ...]) -> tuple[list[str], list[int]]:
    """Return the levels ("x" where X9 removes) and the visual order, as the files give them."""
    levels = line_levels(resolved, 0, len(classes))
    kept = [index for index, kind in enumerate(classes) if kind not in REMOVED]
    order = [kept[place] for place in visual_order([levels[index] for index in kept])]
    shown = ["x" if kind in REMOVED else str(levels[i]) for i, kind in enumerate(classes)]
    return shown, order


def test_every_case_of_bidi_test_txt():
    cases, failures = 0, []
    levels: list[str] = []
    order: list[int] = []
    for line in lines("BidiTest.txt"):
        if line.startswith("@Levels:"):
            levels = line.split()[1:]
        elif line.startswith("@Reorder:"):
            order = [int(index) for index in line.split()[1:]]
        elif not line.startswith("@"):
            kinds, bits = line.split(";")
            classes = tuple(kinds.split())
            for bit, base in ((1, None), (2, 0), (4, 1)):
                if int(bits, 16) & bit:
                    cases += 1
                    resolved = resolve_classes(classes, ["a"] * len(classes), base)
                    if outcome(resolved, classes) != (levels, order):
                        failures.append((line, base))
    assert failures == []
    assert cases > 700_000


def test_every_case_of_bidi_character_test_txt():
    cases, failures = 0, []
    for line in lines("BidiCharacterTest.txt"):
        codes, direction, base, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        resolved = resolve(text, {"0": 0, "1": 1, "2": None}[direction])
        classes = resolved.classes or ("L",) * len(text)
        found = outcome(resolved, classes)
        cases += 1
        if resolved.base != int(base) or found != (
            levels.split(),
            [int(index) for index in order.split()],
        ):
            failures.append((line, found))
    assert failures == []
    assert cases > 90_000


def test_bracket_pairs_are_those_of_unicode():
    pairs = {}
    for line in lines("BidiBrackets.txt"):
        code, partner, kind = (part.strip() for part in line.split(";"))
        if kind == "o":
            pairs[chr(int(code, 16))] = chr(int(partner, 16))
    assert pairs == CLOSING_OF
