"""The words of a translation can be taken out of its files and put back without loss."""

import tomllib
from pathlib import Path

import pytest

from litconsent.content.translation_units import units, with_words

CONTENT = Path(__file__).resolve().parents[2] / "content" / "lit"
LANGUAGES = sorted(path.name for path in CONTENT.iterdir() if path.is_dir())


def files(language: str) -> dict[str, str]:
    """Return the files of a language that a translator writes, by name."""
    return {
        path.name: path.read_bytes().decode()
        for path in sorted((CONTENT / language).iterdir())
        if path.name != "translated.toml"
    }


def leaves(value: object) -> int:
    """Return how many strings, or lists of them, a TOML value holds."""
    if isinstance(value, dict):
        return sum(leaves(inner) for inner in value.values())
    return 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_putting_back_the_words_of_a_file_leaves_every_byte(language):
    for name, text in files(language).items():
        words = {unit.address: unit.words for unit in units(name, text)}
        assert words
        assert with_words(name, text, words) == text, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_string_of_a_toml_file_is_left_out(language):
    for name, text in files(language).items():
        if name.endswith(".toml"):
            assert len(units(name, text)) == leaves(tomllib.loads(text)), name


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_a_translation_has_its_pages_words_at_the_addresses_of_english(language):
    english = files("en")
    for name, text in files(language).items():
        if name.endswith(".md"):
            wanted = [unit.address for unit in units(name, english[name])]
            assert [unit.address for unit in units(name, text)] == wanted, name


def test_a_changed_sentence_arrives_and_nothing_else_changes():
    text = files("de")["how.md"]
    changed = with_words("how.md", text, {"how.md|how.key|1": "Neu."})
    assert changed == text.replace("Niemand weiß ganz, wie es wirkt.", "Neu.")
    assert changed != text
