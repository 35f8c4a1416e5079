"""Passages leave nothing out: whatever changes in an edition changes one of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from litconsent.content.edition_data import edition_from_data, edition_to_data
from litconsent.content.library import Library
from litconsent.domain.comparisons import Verdict, compare
from litconsent.domain.editions import Edition
from litconsent.domain.passages import passages, translatable
from litconsent.settings import PROJECT

UNSEEN = {"hash", "state", "procedure", "language"}


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Library(Path(PROJECT / "content")).edition("en")


def words_of(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of every free text in an edition's data."""
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in entries:
        if isinstance(value, dict | list):
            yield from words_of(value, (*path, key))
        elif isinstance(value, str) and " " in value:
            yield (*path, key)


def changed(edition: Edition, path: tuple[Any, ...]) -> Edition:
    data = edition_to_data(edition)
    place = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] += " more"
    return edition_from_data(data)


def test_every_sentence_of_an_edition_is_in_some_passage(edition: Edition) -> None:
    places = [path for path in words_of(edition_to_data(edition)) if path[0] not in UNSEEN]
    assert len(places) > 300
    before = passages(edition)
    # Each kind of place, and of the many blocks and claims every twentieth.
    many = [path for path in places if path[0] in ("chapters", "claims")]
    others = [path for path in places if path[0] not in ("chapters", "claims")]
    for path in many[::20] + others[::3]:
        assert passages(changed(edition, path)) != before, path


def test_ids_of_passages_are_unique(edition: Edition) -> None:
    ids = [passage.id for passage in passages(edition)]
    assert len(ids) == len(set(ids)) > 100


def test_claims_and_head_are_the_same_in_all_languages_so_nobody_translates_them(
    edition: Edition,
) -> None:
    assert {p.section for p in passages(edition)} - {p.section for p in translatable(edition)} == {
        "edition",
        "claims",
    }


def test_one_changed_sentence_is_one_changed_passage(edition: Edition) -> None:
    what = [chapter.id for chapter in edition.chapters].index("what")
    now = changed(edition, ("chapters", what, "blocks", 1, "text", 0))
    verdicts = {c.id: c.verdict for c in compare(now, edition, None) if c.verdict != Verdict.SAME}
    assert verdicts == {edition.chapters[what].blocks[1].id: Verdict.CHANGED}


def test_what_is_added_is_new_and_what_is_missing_is_gone(edition: Edition) -> None:
    data = edition_to_data(edition)
    moved = data["chapters"][0]["blocks"].pop(0)
    data["chapters"][0]["blocks"].append({**moved, "id": "what.added"})
    found = compare(edition_from_data(data), edition, None)
    assert {c.id: c.verdict for c in found if c.verdict != Verdict.SAME} == {
        "what.added": Verdict.NEW,
        moved["id"]: Verdict.GONE,
    }


def test_a_right_answer_moved_to_another_option_is_a_change(edition: Edition) -> None:
    data = edition_to_data(edition)
    item = data["check"][0]
    item["correct"] = next(option for option in item["options"] if option != item["correct"])
    found = compare(edition_from_data(data), edition, None)
    assert [c.id for c in found if c.verdict is Verdict.CHANGED] == [f"check/{item['id']}"]


def test_without_a_release_all_is_new_and_a_stale_passage_is_named_stale(edition: Edition) -> None:
    stale = edition.chapters[0].blocks[0].id
    found = compare(edition, None, edition, stale=[stale])
    assert {c.verdict for c in found} == {Verdict.NEW, Verdict.STALE}
    assert [c.id for c in found if c.verdict is Verdict.STALE] == [stale]
    assert all(c.beside == c.working for c in found)
