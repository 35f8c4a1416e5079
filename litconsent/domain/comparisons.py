"""The working text of a language against its released edition, passage by passage."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from litconsent.domain.editions import Edition
from litconsent.domain.passages import Passage, passages


class Verdict(StrEnum):
    """What became of one passage since the language was released."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Compared:
    """One passage as it is worked on, as it was released, and in the language beside it.

    A stale one was translated from other words than the source has now; it is named stale whether
    or not it also changed.
    """

    id: str
    section: str
    verdict: Verdict
    working: Passage | None
    released: Passage | None
    beside: Passage | None


def compare(
    working: Edition,
    released: Edition | None,
    beside: Edition | None,
    stale: Collection[str] = (),
) -> tuple[Compared, ...]:
    """Return every passage of both texts in the order of the working one; what is gone is last."""
    now = {passage.id: passage for passage in passages(working)}
    then = {passage.id: passage for passage in passages(released)} if released else {}
    other = {passage.id: passage for passage in passages(beside)} if beside else {}
    return tuple(
        Compared(
            id=passage_id,
            section=(now.get(passage_id) or then[passage_id]).section,
            verdict=_verdict(passage_id, now, then, stale),
            working=now.get(passage_id),
            released=then.get(passage_id),
            beside=other.get(passage_id),
        )
        for passage_id in dict.fromkeys((*now, *then))
    )


def _verdict(
    passage_id: str,
    now: dict[str, Passage],
    then: dict[str, Passage],
    stale: Collection[str],
) -> Verdict:
    if passage_id not in now:
        return Verdict.GONE
    if passage_id in stale:
        return Verdict.STALE
    if passage_id not in then:
        return Verdict.NEW
    return Verdict.SAME if now[passage_id] == then[passage_id] else Verdict.CHANGED


def fit_together(one: Edition, other: Edition) -> bool:
    """Tell whether two languages can stand side by side: the same blocks, compounds and items.

    They may not where one was released before, and the other after, the text was rebuilt.
    """
    return _outline(one) == _outline(other)


def _outline(edition: Edition) -> tuple[object, ...]:
    return (
        [(chapter.id, [block.id for block in chapter.blocks]) for chapter in edition.chapters],
        {key: [part.id for part in one.parts] for key, one in edition.compounds.items()},
        [(item.id, item.correct, set(item.options)) for item in edition.check],
    )
