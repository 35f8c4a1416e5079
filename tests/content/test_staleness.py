"""A translation becomes stale where its source changes, and only there; an original never does."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from litconsent.cli.check_command import check
from litconsent.cli.translated_command import translated
from litconsent.content.faults import ContentFault
from litconsent.content.finding import Gate
from litconsent.content.library import Library
from litconsent.content.report import report_on
from litconsent.domain.passages import translatable
from tests.content.translating import add_french

Spoil = Callable[[str, str, str], Path]
CHANGES = [
    ("en/what.md", "tiny pricks", "small pricks", "what.several"),
    ("en/what.md", "# What it is", "# What this is", "chapters/what"),
    ("en/compounds.md", "Salt water", "Salty water", "compounds/saline"),
    ("en/compounds.md", "saline.what\n\nIt is", "saline.what\n\nThis is", "saline.what"),
    ("en/check.toml", 'again = "No. Never do it."', 'again = "No. Never."', "check/Q01"),
    ("en/figures.toml", 'alt = "A section of skin."', 'alt = "Skin, cut."', "figures/skin"),
    ("en/glossary.toml", "A thin tube", "One thin tube", "glossary/needle"),
]


def test_a_translation_of_today_is_not_stale_and_passes(root: Path) -> None:
    report = report_on(add_french(root))
    assert {language.language for language in report.languages} == {"en", "it", "fr"}
    assert [finding for finding in report.findings if finding.gate is Gate.STALE] == []


@pytest.mark.parametrize(("file", "old", "new", "passage"), CHANGES)
def test_a_changed_source_makes_that_passage_stale_and_no_other(
    root: Path, spoil: Spoil, file: str, old: str, new: str, passage: str
) -> None:
    add_french(root)
    library = Library(spoil(file, old, new))
    assert library.stale("fr") == (passage,)
    assert library.stale("it") == library.stale("en") == ()


def test_a_stale_translation_is_read_as_before_and_the_check_names_it(
    root: Path, spoil: Spoil
) -> None:
    add_french(root)
    spoil("en/never.md", "Never do it at home.", "Never do it alone.")
    assert "fr" in Library(root).languages()
    out = io.StringIO()
    assert check(root, False, out) == 1
    assert "FAIL fr never.self: its source has changed" in out.getvalue()


def test_a_translation_made_from_nothing_known_is_stale_as_a_whole(root: Path) -> None:
    library = Library(add_french(root, noted=False))
    assert len(library.stale("fr")) == len(translatable(library.edition("en"))) > 10


def test_noting_one_passage_leaves_the_others_stale(root: Path, spoil: Spoil) -> None:
    add_french(root)
    spoil("en/what.md", "tiny pricks", "small pricks")
    spoil("en/never.md", "at home", "alone")
    out = io.StringIO()
    assert translated(root, "fr", ["never.self"], out) == 0
    assert Library(root).stale("fr") == ("what.several",)
    assert translated(root, "fr", ["no.such"], out) == 1
    assert translated(root, "it", [], out) == 1


def test_the_order_of_languages_in_the_file_changes_nothing(root: Path, spoil: Spoil) -> None:
    add_french(root)
    file = root / "lit/edition.toml"
    head, french = file.read_text(encoding="utf-8").split("\n[languages.fr]")
    before, rest = head.split("\n[languages.en]")
    file.write_text(f"{before}\n[languages.fr]{french}\n[languages.en]{rest}", encoding="utf-8")
    spoil("en/never.md", "at home", "alone")
    library = Library(root)
    assert library.languages() == ("fr", "en", "it")
    assert library.stale("fr") == ("never.self",)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"never.self" = "', '"never.other" = "', ContentFault.UNKNOWN_BLOCK),
        ('"never.self" = "', '"never.self" = "x', ContentFault.WRONG_VALUE),
        ('"never.self" = "', '"never.self" = "\n', ContentFault.BROKEN_TOML),
    ],
)
def test_a_broken_note_is_named_with_its_line(
    root: Path, spoil: Spoil, old: str, new: str, fault: ContentFault
) -> None:
    add_french(root)
    problem = Library(spoil("fr/translated.toml", old, new)).problems()[0]
    assert (problem.file, problem.fault, problem.language) == ("fr/translated.toml", fault, "fr")
    assert problem.line > 3


def test_a_broken_source_keeps_the_last_one_to_compare_with(root: Path, spoil: Spoil) -> None:
    library = Library(add_french(root))
    assert library.stale("fr") == ()
    spoil("en/never.md", "## never.self", "## other.id")
    library.reload()
    assert library.problems() and library.stale("fr") == ()
    spoil("fr/translated.toml", "never.self", "never.other")
    library.reload()
    assert {problem.language for problem in library.problems()} == {"en", "fr"}
    assert "fr" in library.languages()
