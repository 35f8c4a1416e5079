"""The content that this software delivers passes its own gates, and a spoilt copy does not."""

import io
import shutil
from pathlib import Path

import pytest

from litconsent.cli.check_command import check
from litconsent.content.coverage import met_claims, wanted_claims
from litconsent.content.figures import drawn_figures, figure_svg
from litconsent.content.finding import Gate
from litconsent.content.library import Library
from litconsent.content.report import report_on
from litconsent.domain.editions import EditionState, Use
from litconsent.domain.leaflets import compose
from tests.builders import a_plan

CONTENT = Path(__file__).resolve().parents[2] / "content"
SPOILT = [
    (
        "it/never.md",
        "Non si faccia mai queste punture per conto suo. Mai.",
        "Si punga.",
        Gate.NEGATION,
        None,
    ),
    ("en/course.md", "3", "8", Gate.NUMBERS, None),
    ("outline.toml", '"C151"', '"L02"', Gate.CORE_CLAIM, "C151"),
    ("outline.toml", '"C110"', '"C115"', Gate.CLINICIAN_CLAIM, "risks.key"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the delivered content."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def test_the_delivered_content_passes_every_gate() -> None:
    out = io.StringIO()
    assert check(CONTENT, False, out) == 0, out.getvalue()


def test_every_language_is_whole_and_says_that_it_is_a_draft() -> None:
    library = Library(CONTENT)
    assert library.languages() == (
        "en",
        "it",
        "de",
        "ur",
        "zh-Hans",
        "es",
        "bn",
        "fr",
        "ar",
        "ro",
        "uk",
        "sq",
    )
    assert {library.edition(code).state for code in library.languages()} == {EditionState.DRAFT}


def test_every_compound_has_its_chapter_in_the_leaflet() -> None:
    edition = Library(CONTENT).edition("it")
    leaflet = compose(edition)
    assert edition.compounds
    for key in edition.compounds:
        assert leaflet.chapter(f"compound:{key}"), key


def test_every_figure_of_the_text_can_be_drawn() -> None:
    for code in ("en", "it"):
        edition = Library(CONTENT).edition(code)
        shown = [b.figure for c in edition.chapters for b in c.blocks if b.figure]
        assert sorted(shown) == sorted(edition.figures) == sorted(drawn_figures())
        for figure in edition.figures.values():
            assert figure.alt and figure_svg(figure, rtl=False)


def test_every_missed_item_leads_to_a_block_that_can_be_read_again() -> None:
    edition = Library(CONTENT).edition("en")
    assert len(edition.check) == 13
    for item in edition.check:
        assert compose(edition, a_plan()).block(item.explain), item.id


def test_the_item_for_representatives_is_not_asked_of_a_patient_who_decides_alone() -> None:
    edition = Library(CONTENT).edition("it")
    asked = [item.id for item in compose(edition).check]
    assert len(asked) == 12 and "Q13" not in asked


def test_every_claim_of_the_source_has_its_place() -> None:
    script = Library(CONTENT).manuscript()
    assert script and len(script.claims) == 127
    for use in Use:
        assert wanted_claims(script, use)
        assert set(wanted_claims(script, use)) <= met_claims(script, use), use


def test_the_ten_steps_of_the_day_stand_in_the_order_of_the_paper() -> None:
    for code in ("en", "it"):
        leaflet = compose(Library(CONTENT).edition(code))
        steps = leaflet.block("day.steps")
        assert steps and len(steps.text) == 10
        assert steps.claims == tuple(f"C{number:03}" for number in range(80, 90))


@pytest.mark.parametrize(("file", "old", "new", "gate", "subject"), SPOILT)
def test_a_spoilt_copy_does_not_pass(
    copy: Path, file: str, old: str, new: str, gate: Gate, subject: str | None
) -> None:
    path = copy / "lit" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    found = [f for f in report_on(copy).findings if f.gate is gate]
    assert [f for f in found if subject in (None, f.subject)]


@pytest.mark.parametrize("language", sorted(Library(CONTENT).languages()))
def test_the_length_of_an_answer_does_not_tell_that_it_is_right(language: str) -> None:
    check = Library(CONTENT).edition(language).check
    given_away = [
        item.id
        for item in check
        if all(
            len(said) < 0.75 * len(item.options[item.correct])
            for key, said in item.options.items()
            if key != item.correct
        )
    ]
    assert len(given_away) <= len(check) / 4, given_away
