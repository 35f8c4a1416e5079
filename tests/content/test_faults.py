"""Each mistake in a content file is found, named with its file and line, and disables one thing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from litconsent.cli.cures import cure_of
from litconsent.content.faults import ContentFault, ContentProblem
from litconsent.content.library import Library
from litconsent.domain.errors import LanguageUnavailable

Spoil = Callable[[str, str, str], Path]

# File, words to replace, new words, the fault, the line that is named.
SHARED = [
    ("outline.toml", '"C130"', '"C999"', ContentFault.UNKNOWN_CLAIM, 23),
    ("outline.toml", '"skin"', '"heart"', ContentFault.UNKNOWN_FIGURE, 6),
    ("outline.toml", 'id = "what.list"', 'id = "what.several"', ContentFault.DUPLICATE_ID, 14),
    ("outline.toml", 'layer = "more"', 'layer = "deep"', ContentFault.WRONG_VALUE, 16),
    ("outline.toml", '"laser", "saline"', '"acid"', ContentFault.UNKNOWN_OFFER, 29),
    ("outline.toml", '"C034"', '"C999"', ContentFault.UNKNOWN_CLAIM, 47),
    ("outline.toml", "number = 9", 'number = "9"', ContentFault.WRONG_TYPE, 21),
    ("outline.toml", "number = 9", "number = 9\ncolour = 1", ContentFault.UNKNOWN_KEY, 22),
    ("outline.toml", 'id = "never"\n', "", ContentFault.MISSING_KEY, 19),
    ("claims.toml", 'id = "C130"', 'id = "C001"', ContentFault.DUPLICATE_ID, 11),
    ("claims.toml", "EXP/LAW", "EXP/LORE", ContentFault.WRONG_VALUE, 13),
    ("check.toml", 'for_whom = "patient"', 'for_whom = "aunt"', ContentFault.WRONG_VALUE, 8),
    ("check.toml", '"never.self"', '"never.others"', ContentFault.UNKNOWN_BLOCK, 2),
    ("figures.toml", 'id = "skin"', 'id = "bone"', ContentFault.UNKNOWN_FIGURE, 2),
    ("figures.toml", '"C001"', '"C999"', ContentFault.UNKNOWN_CLAIM, 2),
    ("figures.toml", 'id = "skin"', 'id = "<svg>"', ContentFault.MARKUP, 3),
    ("figures.toml", "claims =", "shows =", ContentFault.MISSING_KEY, 2),
    ("compounds.toml", "medicine = false", "medicine = 0", ContentFault.WRONG_TYPE, 13),
    ("compounds.toml", 'claims.why = ["C071"]\n', "", ContentFault.NOTHING_CITED, 10),
    ("compounds.toml", 'claims.why = ["C071"]', "claims.why = []", ContentFault.NOTHING_CITED, 17),
    ("compounds.toml", "claims.why", "claims.who", ContentFault.NOTHING_CITED, 10),
    ("compounds.toml", "claims.tell", "claims.x = []\nclaims.tell", ContentFault.UNKNOWN_KEY, 21),
    ("compounds.toml", 'why = ["C071"]', 'why = ["C999"]', ContentFault.UNKNOWN_CLAIM, 10),
    ("compounds.toml", 'class = "K06"', 'class = "K05"', ContentFault.CLOSED_CLASS, 12),
    ("compounds.toml", 'class = "K06"', 'class = "K99"', ContentFault.CLOSED_CLASS, 12),
    ("compounds.toml", '"depends"\nsetting = "on"', '"depends"\nsetting = "locked"',
     ContentFault.WRONG_VALUE, 15),
    ("edition.toml", '= "lit"', "= lit", ContentFault.BROKEN_TOML, 2),
    ("edition.toml", "languages.it", 'languages."../it"', ContentFault.WRONG_VALUE, 0),
]  # fmt: skip
ITALIAN = [
    ("never.md", "## never.self\n\nNon farlo mai a casa.\n", "", ContentFault.MISSING_BLOCK, 0),
    ("never.md", "# Mai da soli\n", "", ContentFault.MISSING_TITLE, 1),
    ("never.md", "## never.self\n", "", ContentFault.MISSING_ID, 4),
    ("never.md", "Non farlo mai a casa.", "", ContentFault.EMPTY_BLOCK, 3),
    ("never.md", "Non farlo", "Non <script>", ContentFault.MARKUP, 5),
    ("never.md", "Non farlo", 'Non <div onclick="x()">', ContentFault.MARKUP, 5),
    ("never.md", "Non farlo", "Non **farlo**", ContentFault.MARKUP, 5),
    ("never.md", "Non farlo", "### Non farlo", ContentFault.MARKUP, 5),
    ("never.md", "Non farlo", "Non [farlo](http://x)", ContentFault.MARKUP, 5),
    ("never.md", "Non farlo", "Non \u2067farlo", ContentFault.UNBALANCED_BIDI, 5),
    ("never.md", "Non farlo", "Non \u202efarlo\u202c", ContentFault.CONTROL_CHARACTER, 5),
    ("never.md", "Non farlo", "Non\x00farlo", ContentFault.CONTROL_CHARACTER, 5),
    ("never.md", "Non farlo", "Non " + "farlo " * 210, ContentFault.PARAGRAPH_TOO_LONG, 5),
    ("never.md", "Non farlo", "- Non farlo", ContentFault.WRONG_KIND, 3),
    ("never.md", "Pochi dati.\n\n", "", ContentFault.WRONG_KIND, 7),
    ("what.md", "## what.list", "## what.several", ContentFault.DUPLICATE_ID, 7),
    ("compounds.md", "## saline.why\n\nÈ sale in acqua.\n", "", ContentFault.MISSING_PART, 0),
    ("compounds.md", "Acqua e sale\n", "", ContentFault.EMPTY_BLOCK, 3),
    ("formulary.toml", 'why = "Non calmano il dolore."\n', "", ContentFault.NO_REASON, 2),
    ("formulary.toml", 'name = "Antibiotici"\n', "", ContentFault.MISSING_KEY, 2),
    ("check.toml", 'b = "No"', 'd = "No"', ContentFault.NO_CORRECT_OPTION, 1),
    ("check.toml", 'c = "A volte"', 'd = "A volte"', ContentFault.OPTIONS_DIFFER, 0),
    ("check.toml", "again =", "gain =", ContentFault.MISSING_KEY, 1),
    ("check.toml", '"No"', '"<b>No</b>"', ContentFault.MARKUP, 6),
    ("clinician.md", "## note.pain", "## note.joy", ContentFault.MISSING_BLOCK, 0),
    ("glossary.toml", "meaning =", "sense =", ContentFault.UNKNOWN_KEY, 4),
    ("sources.toml", "G03 =", "G99 =", ContentFault.UNKNOWN_KEY, 2),
    ("health.toml", "T01 =", "T02 =", ContentFault.MISSING_KEY, 3),
    ("health.toml", "[questions]", 'skin = "Pelle"\n[questions]', ContentFault.UNKNOWN_KEY, 3),
    ("figures.toml", "fat =", "lard =", ContentFault.UNKNOWN_KEY, 7),
    ("figures.toml", 'fat = "fat"\n', "", ContentFault.MISSING_KEY, 4),
    ("figures.toml", '"fat"', '"<script>alert(1)</script>"', ContentFault.MARKUP, 7),
    ("figures.toml", '"fat"', '"**fat**"', ContentFault.MARKUP, 7),
    ("figures.toml", '"fat"', '"a [fat](x)"', ContentFault.MARKUP, 7),
    ("figures.toml", '"Skin"', '"<b>Skin</b>"', ContentFault.MARKUP, 2),
    ("figures.toml", '"A section of skin."', '"<img src=x>"', ContentFault.MARKUP, 3),
    ("figures.toml", '"fat"', '"fat" onload="go()"', ContentFault.BROKEN_TOML, 7),
    ("figures.toml", '"fat"', '""', ContentFault.EMPTY_BLOCK, 7),
    ("figures.toml", '"fat"', '"\u202efat"', ContentFault.CONTROL_CHARACTER, 7),
    ("figures.toml", '"A section of skin."', '""', ContentFault.EMPTY_BLOCK, 3),
    ("figures.toml", 'alt = "A section of skin."\n', "", ContentFault.MISSING_KEY, 1),
    ("figures.toml", "[skin]", "[bone]", ContentFault.UNKNOWN_KEY, 1),
    ("figures.toml", '"fat"', '"' + "fat " * 400 + '"', ContentFault.PARAGRAPH_TOO_LONG, 7),
]


def test_nothing_is_wrong_with_the_whole_content(root: Path) -> None:
    library = Library(root)
    assert (library.languages(), library.problems()) == (("en", "it"), ())


@pytest.mark.parametrize(("file", "old", "new", "fault", "line"), SHARED)
def test_a_mistake_in_a_shared_file_is_named(
    spoil: Spoil, file: str, old: str, new: str, fault: ContentFault, line: int
) -> None:
    problem = Library(spoil(file, old, new)).problems()[0]
    assert (problem.file, problem.line, problem.fault) == (file, line, fault)
    assert cure_of(problem)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("[languages.hindi]\nauthored = false", ContentFault.WRONG_VALUE),
        ('[languages."../fr"]\nauthored = false', ContentFault.WRONG_VALUE),
        ("[languages.fr]\nauthored = false\nnegation = '('", ContentFault.WRONG_VALUE),
        ("[languages.fr]\nauthored = false\nscript = 'LATIN'", ContentFault.UNKNOWN_KEY),
    ],
)
def test_an_unfit_row_of_a_translation_leaves_all_other_languages(
    root: Path, row: str, fault: ContentFault
) -> None:
    with (root / "lit/edition.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{row}\n")
    library = Library(root)
    [problem] = library.problems()
    assert (problem.file, problem.fault) == ("edition.toml", fault)
    assert problem.language
    assert library.languages() == ("en", "it")


@pytest.mark.parametrize(("file", "old", "new", "fault", "line"), ITALIAN)
def test_a_mistake_in_one_language_disables_this_language_only(
    spoil: Spoil, file: str, old: str, new: str, fault: ContentFault, line: int
) -> None:
    library = Library(spoil(f"it/{file}", old, new))
    found = [(p.file, p.line, p.fault, p.language) for p in library.problems()]
    assert (f"it/{file}", line, fault, "it") in found
    assert library.languages() == ("en",)


def test_a_missed_item_may_not_lead_to_a_block_that_not_everybody_reads(spoil: Spoil) -> None:
    root = spoil("outline.toml", 'kind = "key"', 'kind = "key"\noffered = ["laser"]')
    problem = Library(root).problems()[0]
    assert (problem.file, problem.line) == ("check.toml", 2)
    assert (problem.fault, problem.detail) == (ContentFault.UNKNOWN_BLOCK, "never.self")


def test_a_label_that_lacks_is_named_in_the_cure(spoil: Spoil) -> None:
    (problem,) = Library(spoil("it/figures.toml", 'fat = "fat"\n', "")).problems()
    assert cure_of(problem) == "The key skin.labels.fat is missing. Add it."


@pytest.mark.parametrize(
    ("file", "old", "line"), [("never.md", "Non farlo", 5), ("figures.toml", '"fat', 7)]
)
def test_a_paragraph_of_two_megabytes_is_named_with_its_line(
    spoil: Spoil, file: str, old: str, line: int
) -> None:
    library = Library(spoil(f"it/{file}", old, old + " farlo" * 340_000))
    (problem,) = library.problems()
    assert (problem.file, problem.line) == (f"it/{file}", line)
    assert problem.fault is ContentFault.FILE_TOO_LARGE
    assert "this line is its longest" in cure_of(problem)
    assert library.languages() == ("en",)


def test_a_file_that_is_not_utf8_is_named_with_its_line(root: Path) -> None:
    (root / "lit/it/never.md").write_bytes("# Mai\n\n## never.self\n\nPerché".encode("latin-1"))
    (problem,) = Library(root).problems()
    assert (problem.line, problem.fault) == (5, ContentFault.NOT_UTF8)


def test_a_page_that_no_chapter_asks_for_is_named(root: Path) -> None:
    (root / "lit/it/extra.md").write_text("# Extra\n", encoding="utf-8")
    assert Library(root).problems()[0].fault is ContentFault.UNKNOWN_CHAPTER


def test_a_language_without_a_folder_is_named(root: Path) -> None:
    (root / "lit/it").rename(root / "lit/away")
    assert Library(root).problems()[0].fault is ContentFault.MISSING_LANGUAGE


def test_every_fault_has_a_cure() -> None:
    assert list(ContentFault)
    for fault in ContentFault:
        assert "{" not in cure_of(ContentProblem("x.md", 1, fault, "y"))


def test_an_unavailable_language_is_refused_and_none_stands_in(root: Path) -> None:
    with pytest.raises(LanguageUnavailable):
        Library(root).edition("de")
