"""Rules W1-W7, N0-N2 and I1-I2 of UAX #9 for one isolating run sequence."""

from collections.abc import Iterator
from dataclasses import dataclass

from litconsent.pdf.bidi_classes import CANONICAL, CLOSING_OF, CLOSINGS, ISOLATES, NEUTRALS

_MOST_OPEN_BRACKETS = 63  # BD16
_STRONG_AS = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # N0-N2 count numbers as R
_ODD_RAISE = {"L": 1, "EN": 1, "AN": 1}
_EVEN_RAISE = {"R": 1, "EN": 2, "AN": 2}


@dataclass(slots=True)
class Sequence:
    """An isolating run sequence: its characters, their classes, and what stands around it."""

    chars: list[str]
    original: list[str]
    types: list[str]
    level: int
    before: str  # sos
    after: str  # eos

    @property
    def embedding(self) -> str:
        """Return the direction of the level."""
        return "R" if self.level & 1 else "L"

    def resolved(self) -> list[int]:
        """Return the level of each character after all rules."""
        _weak_marks_and_numbers(self)
        _weak_separators(self)
        _weak_terminators(self)
        _weak_latin_numbers(self)
        _paired_brackets(self)
        _neutrals(self)
        raises = _ODD_RAISE if self.level & 1 else _EVEN_RAISE
        return [self.level + raises.get(kind, 0) for kind in self.types]


def _weak_marks_and_numbers(run: Sequence) -> None:
    """Apply W1, W2 and W3."""
    types, previous, strong = run.types, run.before, run.before
    for index, kind in enumerate(types):
        if kind == "NSM":
            kind = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        types[index] = kind
    run.types = ["R" if kind == "AL" else kind for kind in types]


def _weak_separators(run: Sequence) -> None:
    """Apply W4: a separator between two numbers of one kind joins them."""
    types = run.types
    for index in range(1, len(types) - 1):
        left, kind, right = types[index - 1 : index + 2]
        if kind == "ES" and left == right == "EN":
            types[index] = "EN"
        elif kind == "CS" and left == right and left in ("EN", "AN"):
            types[index] = left


def _weak_terminators(run: Sequence) -> None:
    """Apply W5 and W6: signs such as % go with the number they touch, others are neutral."""
    types = run.types
    for start, end in _stretches(types, frozenset({"ET"})):
        touches = (start and types[start - 1] == "EN") or (end < len(types) and types[end] == "EN")
        if touches:
            types[start:end] = ["EN"] * (end - start)
    run.types = ["ON" if kind in ("ET", "ES", "CS") else kind for kind in types]


def _weak_latin_numbers(run: Sequence) -> None:
    """Apply W7: a number after left-to-right text is left-to-right text."""
    strong = run.before
    for index, kind in enumerate(run.types):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            run.types[index] = "L"


def _paired_brackets(run: Sequence) -> None:
    """Apply N0: both brackets of a pair take the direction of what they enclose."""
    for opening, closing in _bracket_pairs(run):
        direction = _bracket_direction(run, opening, closing)
        if direction is None:
            continue
        for index in (opening, closing):
            run.types[index] = direction
            follower = index + 1
            while follower < len(run.types) and run.original[follower] == "NSM":
                run.types[follower] = direction
                follower += 1


def _bracket_pairs(run: Sequence) -> list[tuple[int, int]]:
    """Return the bracket pairs in order of their opening brackets [BD16]."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for index, char in enumerate(run.chars):
        if run.types[index] != "ON":
            continue
        if char in CLOSING_OF:
            if len(opened) == _MOST_OPEN_BRACKETS:
                return []
            closing = CLOSING_OF[char]
            opened.append((CANONICAL.get(closing, closing), index))
        elif char in CLOSINGS:
            wanted = CANONICAL.get(char, char)
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == wanted:
                    pairs.append((opened[depth][1], index))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _bracket_direction(run: Sequence, opening: int, closing: int) -> str | None:
    inside = {_STRONG_AS.get(kind) for kind in run.types[opening + 1 : closing]} - {None}
    if not inside:
        return None
    if run.embedding in inside:
        return run.embedding
    other = next(iter(inside))
    context = run.before
    for index in range(opening - 1, -1, -1):
        strong = _STRONG_AS.get(run.types[index])
        if strong:
            context = strong
            break
    return other if context == other else run.embedding


def _neutrals(run: Sequence) -> None:
    """Apply N1 and N2: neutrals between two equal directions take it, others the level's."""
    types = run.types
    for start, end in _stretches(types, NEUTRALS):
        left = _STRONG_AS[types[start - 1]] if start else run.before
        right = _STRONG_AS[types[end]] if end < len(types) else run.after
        types[start:end] = [left if left == right else run.embedding] * (end - start)


def _stretches(types: list[str], kinds: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each longest stretch of the given classes."""
    start = 0
    while start < len(types):
        end = start
        while end < len(types) and types[end] in kinds:
            end += 1
        if end > start:
            yield start, end
        start = end + 1
