"""A file that is not whole switches its language off: the lead is told, nothing else changes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from litconsent.i18n.catalogue_faults import catalogue_faults, look_at_catalogues_again
from litconsent.i18n.text import text_for
from litconsent.services.clinic import Clinic, open_clinic
from litconsent.services.compare_editions import compare_languages
from litconsent.services.content_files import read_files_again
from litconsent.services.editions import offered_languages
from litconsent.services.screen_language import choose_screen_language
from litconsent.settings import PROJECT
from litconsent.ui.visit import languages_of
from tests.content.translating import add_french, keep_authored
from tests.journey import TABLET, Journey
from tests.ui import clinic_screens
from tests.ui.test_clinic_release import words


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return catalogues that a test may break, as if the process had just begun."""
    folder = tmp_path / "locales"
    shutil.copytree(PROJECT / "locales", folder)
    monkeypatch.setattr("litconsent.i18n.text.CATALOGUES", folder)
    restart()
    yield folder
    monkeypatch.undo()
    restart()


def restart() -> None:
    text_for.cache_clear()
    look_at_catalogues_again()


def break_catalogue(locales: Path, old: str, new: str, code: str = "ar") -> Path:
    file = locales / code / "LC_MESSAGES" / "messages.po"
    whole = file.read_text("utf-8")
    assert old in whole
    file.write_text(whole.replace(old, new, 1), "utf-8")
    return file


BACK = 'msgid "Back"\nmsgstr "'
BREAKS = {
    "a gap": (BACK, "#, fuzzy\n" + BACK),
    "a placeholder": (BACK, BACK + "{password}"),
    "no catalogue": ("msgid", "\x00"),
}


@pytest.mark.parametrize(("old", "new"), BREAKS.values(), ids=BREAKS)
def test_a_broken_catalogue_switches_its_language_off_and_the_lead_reads_where(
    locales: Path, signed_in: Clinic, old: str, new: str
) -> None:
    whole = languages_of(signed_in)
    break_catalogue(locales, old, new)
    restart()
    assert languages_of(signed_in) == tuple(code for code in whole if code != "ar")
    assert "ar" not in offered_languages(signed_in)
    said = words(clinic_screens.screen(page="clinic/release"))
    assert said.count("locales/ar/LC_MESSAGES/messages.po") == 1
    assert "locales/it" not in said


def test_a_screen_of_a_language_that_is_off_turns_whole_to_another(
    locales: Path, signed_in: Clinic
) -> None:
    choose_screen_language(signed_in, clinic_screens.TABLET, "it")
    assert clinic_screens.screen(page="clinic/audit").title[0].value != "Self-audit"
    break_catalogue(locales, *BREAKS["a gap"], code="it")
    restart()
    assert clinic_screens.screen(page="clinic/audit").title[0].value == "Self-audit"


def test_what_breaks_while_the_app_runs_keeps_its_last_good_words(
    locales: Path, signed_in: Clinic
) -> None:
    before = text_for("ar")("Back")
    file = break_catalogue(locales, *BREAKS["no catalogue"])
    (problem,) = read_files_again(signed_in, clinic_screens.TABLET)
    assert (problem.language, problem.file) == ("ar", "locales/ar/LC_MESSAGES/messages.po")
    assert "ar" in languages_of(signed_in) and text_for("ar")("Back") == before
    restart()
    assert "ar" not in languages_of(signed_in)
    shutil.copy(PROJECT / "locales/ar/LC_MESSAGES/messages.po", file)
    assert read_files_again(signed_in, clinic_screens.TABLET) == ()
    assert "ar" in languages_of(signed_in) and catalogue_faults() == ()


def test_a_catalogue_or_a_text_of_a_language_that_nobody_knows_is_named_and_never_offered(
    locales: Path, settings, clock, tmp_path: Path
) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    keep_authored(tmp_path / "content")
    root = add_french(tmp_path / "content")
    shutil.move(root / "lit/fr", root / "lit/hi")
    head = root / "lit/edition.toml"
    head.write_text(head.read_text("utf-8").replace("languages.fr", "languages.hi"), "utf-8")
    shutil.copytree(locales / "fr", locales / "hi")
    clinic = open_clinic(type(settings)(settings.data_dir, settings.keys_dir, root), clock)
    Journey(clinic).set_up()
    found = read_files_again(clinic, TABLET)
    assert [(one.file, one.detail) for one in found] == [
        ("edition.toml", "hi"),
        ("locales/hi", "hi"),
    ]
    assert set(languages_of(clinic)) == {"en", "it"}
    assert {one.language for one in compare_languages(clinic, TABLET)} == {"en", "it"}
    clinic.store.close()
