"""The comprehension check: attempts, what was missed, and what a doctor must talk about."""

import hashlib
from dataclasses import dataclass

from litconsent.domain.editions import CheckItem

MOST_ATTEMPTS = 2
UNSURE = "unsure"  # the answer of who does not know: nobody has to guess


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer to one item."""

    item: str
    option: str


@dataclass(frozen=True, slots=True)
class ItemResult:
    """How one item stands after the attempts so far."""

    item: CheckItem
    options: tuple[str, ...]

    @property
    def understood(self) -> bool:
        """Tell whether one of the attempts was the right one."""
        return self.item.correct in self.options

    @property
    def missed(self) -> bool:
        """Tell whether at least one attempt was not the right option."""
        return any(option != self.item.correct for option in self.options)

    @property
    def open(self) -> bool:
        """Tell whether the patient still has an attempt."""
        return not self.understood and len(self.options) < MOST_ATTEMPTS

    @property
    def for_doctor(self) -> bool:
        """Tell whether the doctor must explain it: twice missed, or never answered."""
        return not self.understood


def results(items: tuple[CheckItem, ...], attempts: tuple[Attempt, ...]) -> tuple[ItemResult, ...]:
    """Return the state of every item, in the order of the items."""
    return tuple(
        ItemResult(item, tuple(a.option for a in attempts if a.item == item.id)) for item in items
    )


def shuffled(item: CheckItem, seed: str) -> tuple[str, ...]:
    """Return the option ids in an order that depends on the episode, so that no place is right.

    >>> from litconsent.domain.editions import CheckItem
    >>> q = CheckItem("Q01", False, (), "", {"a": "", "b": "", "c": ""}, "a", "", "")
    >>> sorted(shuffled(q, "x")) == ["a", "b", "c"]
    True
    """
    return tuple(
        sorted(
            item.options,
            key=lambda option: hashlib.sha256(f"{seed}{item.id}{option}".encode()).digest(),
        )
    )
