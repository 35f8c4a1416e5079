"""Languages, catalogues and the filling of messages: nothing from outside reaches a file."""

import builtins
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconsent.i18n.languages import (
    LANGUAGES,
    SOURCE,
    UnknownLanguage,
    language,
    negotiate,
)
from litconsent.i18n.text import (
    CatalogueBroken,
    Text,
    fill,
    ltr,
    read_catalogue,
    text_for,
    working_languages,
)
from litconsent.pdf.fonts import missing_characters

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {}\\n"\n'
)
ENGLISH_RULE = "nplurals=2; plural=(n != 1);"
HOSTILE = ["../../etc/passwd", "de\x00", "x" * 10_000, "", "IT", "it/..", "%2e%2e", "{0}", "it_IT"]


@pytest.mark.parametrize(
    "body",
    ['msgid "Back"\nmsgstr ""\n', '#, fuzzy\nmsgid "Back"\nmsgstr "Indietro"\n'],
    ids=["empty", "fuzzy"],
)
def test_half_a_translation_is_refused_whole(tmp_path: Path, body: str) -> None:
    with pytest.raises(CatalogueBroken):
        italian(tmp_path, 'msgid "No"\nmsgstr "No"\n\n' + body)


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr("litconsent.i18n.text.CATALOGUES", tmp_path)
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    text_for.cache_clear()
    working_languages.cache_clear()


def test_a_language_is_offered_once_its_catalogue_is_whole(catalogues: Path) -> None:
    for code, words in [("ar", "رجوع"), ("ur", ""), ("xx", "Back")]:
        folder = catalogues / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalogue(folder, f'msgid "Back"\nmsgstr "{words}"\n')
    assert working_languages() == ("en", "ar")


def catalogue(folder: Path, body: str = "", rule: str = ENGLISH_RULE) -> Path:
    file = folder / "messages.po"
    file.write_text(HEADER.format(rule) + body, "utf-8")
    return file


def italian(folder: Path, body: str) -> Text:
    return Text(language("it"), read_catalogue(catalogue(folder, body), "it"))


def test_there_are_twelve_languages_with_a_name_of_their_own() -> None:
    assert len(LANGUAGES) == 12
    assert len({known.endonym for known in LANGUAGES.values()}) == 12
    assert {code for code, known in LANGUAGES.items() if known.rtl} == {"ar", "ur"}


@pytest.mark.parametrize("reader", LANGUAGES)
def test_every_language_has_a_name_in_every_other_and_our_fonts_print_it(reader: str) -> None:
    named = {code: text_for(reader).name_of(code) for code in LANGUAGES}
    assert len(set(named.values())) == 12
    assert missing_characters("".join(named.values()), reader) == ()
    expected = {"it": "arabo", "en": "Arabic", "de": "Arabisch", "zh-Hans": "阿拉伯语"}
    assert named["ar"] == expected.get(reader, named["ar"])


@pytest.mark.parametrize(
    ("accepted", "wanted", "spoken"),
    [
        (None, None, "en"),
        (None, "it", "it"),
        ("it", "en", "en"),
        ("it-IT,it;q=0.9", None, "it"),
        ("fr,it;q=0.4,en;q=0.6", None, "en"),
        ("it;q=0", None, "en"),
        ("it;q=nonsense", None, "en"),
        ("zh-CN", None, "zh-Hans"),
        ("zh-TW", None, "en"),
    ],
)
def test_reader_gets_the_best_language(
    accepted: str | None, wanted: str | None, spoken: str
) -> None:
    assert negotiate(accepted, wanted, ("en", "it", "zh-Hans")) == spoken


def test_chinese_is_found_by_its_regions() -> None:
    assert negotiate("zh-CN", None, ("en", "zh-Hans")) == "zh-Hans"
    assert negotiate("zh-TW", None, ("en", "zh-Hans")) == "en"


@given(st.text(), st.text())
def test_answer_is_always_available(accepted: str, wanted: str) -> None:
    assert negotiate(accepted, wanted, ("de", "it")) in {"de", "it"}
    assert negotiate(accepted, wanted, ()) == SOURCE


@pytest.mark.parametrize("code", HOSTILE)
def test_unknown_code_never_reaches_a_file(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    assert negotiate(None, code, ("en", "it")) == SOURCE
    with pytest.raises(UnknownLanguage):
        text_for(code)


def test_message_is_translated_and_filled(tmp_path: Path) -> None:
    _ = italian(tmp_path, '\nmsgid "Hello {name}"\nmsgstr "Ciao {name}"\n')
    assert _("Hello {name}", name="{evil} Ada") == "Ciao {evil} Ada"
    assert _("Not there") == "Not there"


def test_plural_follows_the_rule_of_the_language(tmp_path: Path) -> None:
    body = '\nmsgid "{count} day"\nmsgid_plural "{count} days"\nmsgstr[0] "{count} giorno"\n'
    _ = italian(tmp_path, body + 'msgstr[1] "{count} giorni"\n')
    assert _.plural("{count} day", "{count} days", 1) == "1 giorno"
    assert _.plural("{count} day", "{count} days", 1200) == "1.200 giorni"


@pytest.mark.parametrize(
    "target",
    [
        "{name.__class__}",
        "{name[0]}",
        "{name:>2000000000}",
        "{name!r}",
        "{}",
        "{0}",
        "{other}",
        "{",
    ],
)
def test_placeholder_that_could_harm_breaks_the_catalogue(tmp_path: Path, target: str) -> None:
    file = catalogue(tmp_path, f'\nmsgid "Hello {{name}}"\nmsgstr "{target}"\n')
    with pytest.raises(CatalogueBroken) as broken:
        read_catalogue(file, "it")
    assert broken.value.file == file


@pytest.mark.parametrize(
    "rule", ["nplurals=2; plural=n/0;", "nplurals=2; plural=__import__('os');", "nplurals=x"]
)
def test_unsound_plural_rule_breaks_the_catalogue(tmp_path: Path, rule: str) -> None:
    body = '\nmsgid "{count} day"\nmsgid_plural "{count} days"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    with pytest.raises(CatalogueBroken):
        read_catalogue(catalogue(tmp_path, body, rule), "it")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'msgid "a\nmsgstr', b"\x00" * 100])
def test_file_that_is_no_catalogue_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "messages.po"
    file.write_bytes(content)
    with pytest.raises(CatalogueBroken, match=r"messages\.po"):
        read_catalogue(file, "it")


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueBroken, match=r"nowhere\.po"):
        read_catalogue(tmp_path / "nowhere.po", "it")


@given(st.text(), st.text())
def test_filling_never_reaches_into_a_value(message: str, value: str) -> None:
    assert fill("{name}", {"name": value}) == value
    assert fill("{name.x} {name[0]} {name!r}", {"name": value}) == "{name.x} {name[0]} {name!r}"


def test_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill("{name}", {"other": 1})


def test_formats_follow_the_language(tmp_path: Path) -> None:
    _ = italian(tmp_path, '\nmsgid "a"\nmsgstr "b"\n')
    assert _.date(date(2026, 4, 3)) == "3 aprile 2026"
    assert _.number(1234.5) == "1.234,5"
    assert _.list(["a", "b", "c"]) == "a, b e c"
    assert "11:30" in _.datetime(datetime(2026, 5, 4, 9, 30, tzinfo=UTC))
    assert not _.rtl


@pytest.mark.parametrize("code", working_languages())
def test_a_day_has_24_hours_and_ten_digits_in_every_language(code: str) -> None:
    said = text_for(code).datetime(datetime(2026, 5, 4, 19, 30, 7, tzinfo=UTC))
    assert "21:30:07 (UTC+02:00)" in said and "2026" in said and "4" in said
    assert text_for(code).time(datetime(2026, 5, 4, 19, 30, tzinfo=UTC)) == "21:30"
    assert all(char in "0123456789" for char in said if char.isdecimal())


def test_dose_is_isolated_from_the_text_around_it() -> None:
    assert ltr("10 mg") == "\u206610 mg\u2069"


def test_a_date_in_ukrainian_ends_no_sentence() -> None:
    assert text_for("uk").date(date(2026, 11, 22)) == "22 листопада 2026"
