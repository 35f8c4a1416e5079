"""The Unicode bidirectional algorithm (UAX #9) for one paragraph: levels, line ends, visual order.

Rules X1-X10, L1 and L2 stand here; the rules within a run stand in `bidi_rules`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from litconsent.pdf import bidi_rules
from litconsent.pdf.bidi_classes import (
    EMBEDDINGS,
    ISOLATES,
    REMOVED,
    bidi_class,
    first_strong,
    is_rtl,
    matching_isolates,
)

__all__ = ["Resolved", "is_rtl", "line_levels", "resolve", "resolve_classes", "visual_order"]

_DEEPEST = 125  # BD2
_CAN_MATTER = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u200f\u202a-\u202e\u2066-\u2069"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_RESET_BEFORE_END = frozenset({"WS", "PDI"}) | ISOLATES | REMOVED


@dataclass(frozen=True, slots=True)
class Resolved:
    """The classes and levels of the characters of one paragraph, and its own level."""

    classes: tuple[str, ...]
    levels: tuple[int, ...]
    base: int


def resolve(text: str, base: int | None = None) -> Resolved:
    """Return the embedding levels of a paragraph before line breaking.

    The text holds no paragraph separator but at its end. Without `base` (0 left-to-right,
    1 right-to-left) the first strong character decides.
    """
    if not base and not _CAN_MATTER.search(text):
        return Resolved((), (0,) * len(text), 0)
    return resolve_classes(tuple(map(bidi_class, text)), list(text), base)


def resolve_classes(classes: tuple[str, ...], chars: list[str], base: int | None) -> Resolved:
    """Return the levels of characters whose bidi classes are given."""
    match = matching_isolates(classes)
    if base is None:
        base = first_strong(classes, match, 0, len(classes), default=0)
    explicit = _Explicit(base)
    explicit.run(classes, match)
    levels = list(explicit.levels)
    for indices in _sequences(classes, explicit.levels, match):
        sequence = _sequence(indices, classes, chars, explicit, match)
        for index, level in zip(indices, sequence.resolved(), strict=True):
            levels[index] = level
    for index, kind in enumerate(classes):
        if kind in REMOVED:  # X9: such a character goes with what stands before it
            levels[index] = levels[index - 1] if index else base
    return Resolved(classes, tuple(levels), base)


def line_levels(resolved: Resolved, start: int, end: int) -> list[int]:
    """Return the levels of one line, separators and white space at its end reset [UAX9 L1]."""
    levels = list(resolved.levels[start:end])
    if not resolved.classes:
        return levels
    trailing = True
    for index in range(end - 1, start - 1, -1):
        kind = resolved.classes[index]
        if kind in ("B", "S"):
            trailing = True
        elif not (trailing and kind in _RESET_BEFORE_END):
            trailing = False
        if trailing:
            levels[index - start] = resolved.base
    return levels


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of items in the order in which they are drawn, left to right [UAX9 L2]."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level & 1]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order


class _Explicit:
    """The stack machine of rules X1-X8, which finds explicit levels and overrides."""

    def __init__(self, base: int) -> None:
        self.base = base
        self.levels: list[int] = []
        self.types: list[str] = []
        self._stack: list[tuple[int, str | None, bool]] = [(base, None, False)]
        self._overflow_isolates = self._overflow_embeddings = self._valid_isolates = 0

    def run(self, classes: tuple[str, ...], match: dict[int, int]) -> None:
        """Take all characters of the paragraph."""
        for index, kind in enumerate(classes):
            if kind in ISOLATES:
                self._place(kind)
                end = match.get(index, len(classes))
                rtl = kind == "RLI" or (
                    kind == "FSI" and first_strong(classes, match, index + 1, end, 0) == 1
                )
                self._isolate(rtl)
            elif kind in EMBEDDINGS:
                self._place(kind, overridden=False)
                self._embed(kind)
            elif kind == "PDI":
                self._end_isolate()
                self._place(kind)
            elif kind == "PDF":
                self._place(kind, overridden=False)
                self._end_embedding()
            elif kind == "B":
                self.levels.append(self.base)
                self.types.append(kind)
            else:
                self._place(kind, overridden=kind != "BN")

    def _place(self, kind: str, *, overridden: bool = True) -> None:
        level, override, _ = self._stack[-1]
        self.levels.append(level)
        self.types.append(override if overridden and override else kind)

    def _next_level(self, rtl: bool) -> int | None:
        level = self._stack[-1][0]
        level += 1 if bool(level & 1) != rtl else 2
        fits = level <= _DEEPEST and not (self._overflow_isolates or self._overflow_embeddings)
        return level if fits else None

    def _isolate(self, rtl: bool) -> None:
        level = self._next_level(rtl)
        if level is None:
            self._overflow_isolates += 1
        else:
            self._valid_isolates += 1
            self._stack.append((level, None, True))

    def _embed(self, kind: str) -> None:
        level = self._next_level(kind[0] == "R")
        if level is not None:
            self._stack.append((level, {"LRO": "L", "RLO": "R"}.get(kind), False))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _end_isolate(self) -> None:
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack.pop()[2]:
                continue
            self._valid_isolates -= 1

    def _end_embedding(self) -> None:
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1][2]:
            self._stack.pop()


def _sequences(
    classes: tuple[str, ...], levels: list[int], match: dict[int, int]
) -> list[list[int]]:
    """Return the isolating run sequences as lists of indices [UAX9 BD13, X10]."""
    runs: list[list[int]] = []
    for index, kind in enumerate(classes):
        if kind in REMOVED:
            continue
        if runs and levels[runs[-1][-1]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    starting_with = {run[0]: run for run in runs}
    sequences = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in match:
            continue  # it continues the run that ends with its isolate initiator
        whole = list(run)
        while classes[whole[-1]] in ISOLATES and whole[-1] in match:
            whole += starting_with[match[whole[-1]]]
        sequences.append(whole)
    return sequences


def _sequence(
    indices: list[int],
    classes: tuple[str, ...],
    chars: list[str],
    explicit: _Explicit,
    match: dict[int, int],
) -> bidi_rules.Sequence:
    levels, first, last = explicit.levels, indices[0], indices[-1]
    level = levels[first]
    before = _neighbour_level(classes, explicit, range(first - 1, -1, -1))
    if classes[last] in ISOLATES and last not in match:
        after = explicit.base
    else:
        after = _neighbour_level(classes, explicit, range(last + 1, len(levels)))
    return bidi_rules.Sequence(
        chars=[chars[index] for index in indices],
        original=[classes[index] for index in indices],
        types=[explicit.types[index] for index in indices],
        level=level,
        before="R" if max(level, before) & 1 else "L",
        after="R" if max(level, after) & 1 else "L",
    )


def _neighbour_level(classes: tuple[str, ...], explicit: _Explicit, indices: range) -> int:
    """Return the level of the nearest character that X9 keeps, or the paragraph's."""
    kept = (explicit.levels[index] for index in indices if classes[index] not in REMOVED)
    return next(kept, explicit.base)
