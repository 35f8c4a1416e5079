"""The library gives whole editions, freezes them by hash and outlives a broken file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from litconsent.content.faults import ContentFault
from litconsent.content.library import Library, edition_from_data, edition_to_data
from litconsent.domain.editions import EditionState, Kind, Layer, Strength
from litconsent.domain.leaflets import compose

Spoil = Callable[[str, str, str], Path]


def test_an_edition_holds_what_the_files_say(root: Path) -> None:
    edition = Library(root).edition("en")
    several, listed = edition.chapters[0].blocks
    assert edition.state is EditionState.DRAFT
    assert (several.figure, several.layer, several.kind) == ("skin", Layer.SHORT, Kind.TEXT)
    assert listed.text == ("a thin needle", "a small drop", "it is not in the paper")
    assert edition.claims["C130"].strengths == (Strength.RECOMMENDED, Strength.LAW)
    assert edition.compounds["saline"].name == "Salt water"
    assert [part.id for part in edition.compounds["saline"].parts][:2] == [
        "saline.what",
        "saline.why",
    ]
    assert edition.check[0].options[edition.check[0].correct] == "No"


def test_wrapped_lines_are_one_paragraph_and_an_empty_line_parts_two(spoil: Spoil) -> None:
    root = spoil("en/what.md", "You get 5 tiny pricks.", "You get\n5 tiny pricks.\n\nThey sting.")
    block = Library(root).edition("en").chapters[0].blocks[0]
    assert block.text == ("You get 5 tiny pricks.", "They sting.")


def test_an_edition_survives_json(root: Path) -> None:
    edition = Library(root).edition("it")
    assert edition_from_data(json.loads(json.dumps(edition_to_data(edition)))) == edition


def test_one_changed_word_changes_the_hash_of_one_language(spoil: Spoil, root: Path) -> None:
    before = {code: Library(root).edition(code).hash for code in ("en", "it")}
    after = Library(spoil("it/never.md", "casa", "scuola"))
    assert after.edition("it").hash != before["it"]
    assert after.edition("en").hash == before["en"]
    assert len(after.edition("it").hash) == 64


def test_the_same_files_give_the_same_hash(root: Path) -> None:
    assert Library(root).edition("it").hash == Library(root).edition("it").hash


def test_the_hash_of_a_stored_edition_can_be_computed_again(root: Path) -> None:
    from litconsent.content.edition_data import edition_hash

    edition = Library(root).edition("it")
    assert edition_hash(edition_from_data(edition_to_data(edition))) == edition.hash


def test_a_file_that_becomes_bad_leaves_the_last_good_edition(root: Path, spoil: Spoil) -> None:
    library = Library(root)
    good = library.edition("it").hash
    spoil("it/never.md", "Non farlo", "Non <b>farlo")
    library.reload()
    assert library.edition("it").hash == good
    assert [problem.fault for problem in library.problems()] == [ContentFault.MARKUP]


def test_a_shared_file_that_becomes_bad_leaves_all_languages(root: Path, spoil: Spoil) -> None:
    library = Library(root)
    languages = library.languages()
    spoil("outline.toml", '"C130"', '"C999"')
    library.reload()
    assert library.languages() == languages == ("en", "it")
    assert library.problems()


def test_a_mended_file_is_read_at_the_next_reload(root: Path, spoil: Spoil) -> None:
    library = Library(spoil("it/never.md", "Non farlo", "Non <b>farlo"))
    assert library.languages() == ("en",)
    spoil("it/never.md", "Non <b>farlo", "Non farlo")
    library.reload()
    assert library.languages() == ("en", "it")


@pytest.mark.parametrize("name", ["../lit", "/etc", "missing"])
def test_a_procedure_that_is_not_there_has_no_languages(root: Path, name: str) -> None:
    assert Library(root / "empty").languages(name) == ()


def test_an_edition_holds_notes_for_doctors_that_no_leaflet_shows(root: Path) -> None:
    edition = Library(root).edition("en")
    (note,) = edition.notes
    assert (note.id, note.claims) == ("note.pain", ("C034",))
    assert compose(edition).block("note.pain") is None


def test_what_a_clinic_offers_is_part_of_the_hash(root: Path, spoil: Spoil) -> None:
    before = Library(root).edition("en").hash
    assert Library(spoil("outline.toml", '["laser", ', "[")).edition("en").hash != before


def test_a_leaflet_is_composed_of_chapters(root: Path) -> None:
    leaflet = compose(Library(root).edition("en"))
    assert leaflet.chapter("what") is not None


def test_equal_files_are_read_once_and_changed_ones_anew(root: Path, spoil: Spoil) -> None:
    first = Library(root).edition("en")
    assert Library(root).edition("en") is first
    spoil("en/never.md", "at home", "alone")
    assert Library(root).edition("en").hash != first.hash
