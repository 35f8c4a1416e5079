"""The catalogues: whole, up to date, with every placeholder, and in their own language."""

import re
import runpy
import subprocess
import sys

import pytest
from babel.messages.pofile import read_po

from litconsent.content.library import Library
from litconsent.content.translation_gates import script_of
from litconsent.pdf.fonts import missing_characters
from litconsent.settings import PROJECT

CATALOGUES = sorted((PROJECT / "locales").glob("*/LC_MESSAGES/messages.po"))
# What is written alike in English and in another language.
# Marks between words, which some scripts write otherwise.
SAME_IN_ANY = {"{title}. {said}", "{label}: {value}", "{before}; {after}", "{before}, {after}"}
SAME = {
    "it": {
        "PIN",
        *("LIT Consent", "Password", "No", "{percent} %", "File (SHA-256)", "Aa", "no", "Dose"),
        "{part} ({language})",
    },
    "de": {
        *("Patient", "Patient: {name}", "Situation", "Name", "Name ({language})", "PIN", "Plan"),
        *("Export", "LIT Consent", "Aa", "{percent} %", "{part} ({language})", "Code", "Start"),
    },
    "es": {
        *("{count} s", "{count} min", "{part} ({language})", "Plan", "Auditor", "LIT Consent"),
        *("{percent} %", "PIN", "No", "no", "Aa"),
    },
    "bn": {"{part} ({language})", "LIT Consent", "{percent} %", "PIN", "Aa", "records.csv"},
    "ur": {"records.csv", "LIT Consent"},
    "zh-Hans": {"LIT Consent", "PIN"},
    "fr": {
        *("section {number}", "figure {number}"),
        *("Patient", "Parent", "Situation", "Signatures", "Signature", "Substance", "Dose"),
        *("Source", "Substances", "Questions", "{count} s", "{count} min", "LIT Consent", "Aa"),
        *("{percent} %", "{part} ({language})", ("{count} passage", "{count} passages")),
    },
    "ar": {"records.csv", "{part} ({language})", "LIT Consent"},
    "ro": {"PIN", "{part} ({language})", "Auditor", "LIT Consent", "Aa", "{percent} %"},
    "uk": {"{part} ({language})", "LIT Consent", "{percent} %"},
    "sq": {"{count} s", "{count} min", "{part} ({language})", "LIT Consent", "Aa", "{percent} %"},
}
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
# Words of the law that stand in brackets behind a translated one.
OF_THE_LAW = {
    "curatore",
    "affidatario",
    "affidamento",
    "mediatore",
    "culturale",
    "genitori",
    "notaio",
    "attorney",
    "deputy",
}
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def messages(path):
    with path.open("rb") as file:
        catalogue = read_po(file)
    return [message for message in catalogue if message.id]


def forms(message):
    if message.pluralizable:
        return list(message.id), list(message.string)
    return [message.id], [message.string]


def test_there_is_something_to_check():
    assert {path.parts[-3] for path in CATALOGUES} == set(SAME)
    assert all(len(messages(path)) > 250 for path in CATALOGUES)


def test_catalogues_are_up_to_date_and_whole():
    done = subprocess.run(
        [sys.executable, "scripts/strings.py", "--check"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "" and done.returncode == 0


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_placeholders_survive_translation(path):
    for message in messages(path):
        sources, targets = forms(message)
        allowed = {name for source in sources for name in PLACEHOLDER.findall(source)}
        for target in targets:
            assert set(PLACEHOLDER.findall(target)) <= allowed, message.id
        assert set(PLACEHOLDER.findall(targets[-1])) == set(PLACEHOLDER.findall(sources[-1]))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_no_message_was_left_in_english(path):
    allowed = SAME[path.parts[-3]] | SAME_IN_ANY
    same = [m.id for m in messages(path) if m.id == m.string and m.id not in allowed]
    assert same == []


@pytest.mark.parametrize(
    ("pattern", "broken"),
    [
        (r'(msgid "Back"\nmsgstr )"[^"]*"', r'\1""'),
        (r'(msgid "Back"\n)', r"#, fuzzy\n\1"),
        (r'(msgid "\{count\} session"\n.*\n.*\n)msgstr\[1\] "[^"]*"', r'\1msgstr[1] ""'),
    ],
    ids=["empty", "fuzzy", "half a plural"],
)
def test_a_lacking_translation_would_be_seen(tmp_path, pattern, broken):
    lacking = runpy.run_path(str(PROJECT / "scripts" / "strings.py"))["lacking"]
    italian = PROJECT / "locales/it/LC_MESSAGES/messages.po"
    text = italian.read_text(encoding="utf-8")
    file = tmp_path / "messages.po"
    file.write_text(re.sub(pattern, broken, text), encoding="utf-8")
    assert lacking(italian) == [] and len(lacking(file)) == 1


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_message_is_in_letters_of_its_language_that_our_fonts_print(path):
    code = path.parts[-3]
    plan = Library(PROJECT / "content").manuscript().languages[code]
    for message in messages(path):
        source, said = (" ".join(part) for part in forms(message))
        assert missing_characters(said, code) == (), said
        strange = {
            char for char in said if char.isalpha() and script_of(char) not in plan.scripts
        } - {"º"}
        if "LATIN" not in plan.scripts and not source.endswith(".csv"):  # a file's name is ASCII
            left = set(LATIN_WORD.findall(said)) - set(LATIN_WORD.findall(source)) - set(plan.kept)
            assert left - OF_THE_LAW == set(), said
        if "LATIN" not in plan.scripts:
            strange = {char for char in strange if script_of(char) != "LATIN"}
        assert strange == set(), said


def test_no_message_is_said_where_extraction_does_not_see_it():
    """Only `_("…")` and `N_("…")` are extracted: a text by another name needs a marked constant."""
    unseen = re.compile(r"""\.text\(\s*["']""")
    shown = [PROJECT / "pages", *(PROJECT / "litconsent" / part for part in ("i18n", "pdf", "ui"))]
    files = [file for folder in shown for file in folder.rglob("*.py")]
    assert len(files) > 100
    assert [file.name for file in files if unseen.search(file.read_text("utf-8"))] == []
