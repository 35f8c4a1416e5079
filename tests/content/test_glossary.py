"""A word is explained where a text uses it, in any of its forms and never inside another word."""

from dataclasses import replace
from pathlib import Path

import pytest

from litconsent.content.library import Library
from litconsent.domain.editions import Term
from litconsent.domain.glossary import terms_in, texts_for_patients
from litconsent.settings import PROJECT

NEEDLE = Term("ago", ("aghi",), "Un tubo sottile.")
WATER = Term("sterile water", (), "It stings.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Un ago fino.", (NEEDLE,)),
        ("Aghi: mai.", (NEEDLE,)),
        ("L'ago", (NEEDLE,)),
        ("Lago di Garda, agosto", ()),
        ("Sterile water", (WATER,)),
        ("Sterile, and water", ()),
        ("sterile water and aghi", (NEEDLE, WATER)),
    ],
)
def test_a_term_is_found_in_its_forms_and_as_a_whole_word(
    root: Path, text: str, found: tuple[Term, ...]
) -> None:
    edition = replace(Library(root).edition("it"), glossary={"n": NEEDLE, "w": WATER})
    assert terms_in(edition, text) == found


@pytest.mark.parametrize("language", ["en", "it"])
def test_every_term_of_the_delivered_glossary_is_used_and_explained(language: str) -> None:
    edition = Library(PROJECT / "content").edition(language)
    used = {t for _, text in texts_for_patients(edition) for t in terms_in(edition, text)}
    assert used == set(edition.glossary.values())
    assert all(term.meaning for term in used)
