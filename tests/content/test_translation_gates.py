"""Each gate of a translation is seen to fail: on words left as they were, or said otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest

from litconsent.content.finding import Gate
from litconsent.content.library import Library
from litconsent.content.report import report_on
from litconsent.content.translation_gates import script_of
from litconsent.settings import PROJECT
from tests.content.translating import add_french

Spoil = Callable[[str, str, str], Path]


def found(root: Path, gate: Gate) -> list[tuple[str, str, str]]:
    return [(f.subject, f.detail, f.language) for f in report_on(root).findings if f.gate is gate]


def test_a_passage_in_the_words_of_its_source_is_named_and_a_short_word_is_not(
    root: Path, spoil: Spoil
) -> None:
    add_french(root)
    named = {subject for subject, _detail, _language in found(root, Gate.IDENTICAL)}
    assert "never.self" in named
    spoil("fr/never.md", "Never do it at home.", "Ne le faites jamais chez vous.")
    assert named - {one for one, _d, _l in found(root, Gate.IDENTICAL)} == {"never.self"}


def test_a_term_has_one_translation(root: Path, spoil: Spoil) -> None:
    add_french(root)
    assert found(root, Gate.TERM) == []
    spoil("fr/glossary.toml", 'word = "needle"\nforms = ["needles"]', 'word = "aiguille"')
    assert ("what.list", "needle / aiguille", "fr") in found(root, Gate.TERM)
    spoil("fr/what.md", "a thin needle", "une aiguille")
    assert "what.list" not in {subject for subject, _detail, _l in found(root, Gate.TERM)}


def test_a_unit_may_not_become_another(root: Path, spoil: Spoil) -> None:
    spoil("en/what.md", "You get 5 tiny pricks.", "You get 5 tiny pricks in 3 days.")
    spoil("it/what.md", "Hai 5 punture.", "Hai 5 punture in 3 giorni.")
    assert found(root, Gate.UNITS) == []
    spoil("it/what.md", "3 giorni", "3 ore")
    changed = [("what.several", unit, "it") for unit in ("day", "hour")]
    assert found(root, Gate.UNITS) == changed
    spoil("it/what.md", "3 ore", "3 giorni, ogni 3 ore")
    assert found(root, Gate.UNITS) == changed[1:]


def test_words_of_the_source_are_left_over_in_another_script_but_names_may_stay(
    root: Path, spoil: Spoil
) -> None:
    add_french(root)
    head = root / "lit/edition.toml"
    cyrillic = 'authored = false\nscripts = ["CYRILLIC"]\nkept = ["tutore"]\n'
    head.write_text(head.read_text("utf-8").replace("authored = false\n", cyrillic), "utf-8")
    spoil("fr/never.md", "Never do it at home.", "Никогда (tutore) saline дома.")
    assert "never.self" not in {subject for subject, _d, _l in found(root, Gate.SCRIPT)}
    spoil("fr/never.md", "дома", "дома alone")
    assert ("never.self", "alone", "fr") in found(root, Gate.SCRIPT)
    spoil("fr/never.md", "дома alone", "дома 文")
    assert ("never.self", "文", "fr") in found(root, Gate.SCRIPT)


@pytest.mark.parametrize(("char", "script"), [("ș", "LATIN"), ("ї", "CYRILLIC"), ("ہ", "ARABIC")])
def test_a_letter_has_a_script(char: str, script: str) -> None:
    assert script_of(char) == script


def test_every_language_says_what_the_gates_look_for() -> None:
    script = Library(PROJECT / "content").manuscript()
    assert script and len(script.languages) == 12
    source = script.languages[script.source_language]
    for plan in script.languages.values():
        assert plan.negation and plan.origin and plan.scripts, plan.code
        assert plan.units.keys() == source.units.keys(), plan.code
        assert plan.authored != bool(plan.drafted), plan.code
