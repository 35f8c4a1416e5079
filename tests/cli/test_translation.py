"""A language goes to a translator's tool as one PO file and comes back without loss."""

import io
import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from litconsent.cli.translation_command import translation, unfit
from litconsent.content.library import Library
from litconsent.content.translation_units import passage_of, units
from litconsent.domain.passages import translatable
from litconsent.i18n.catalogue_text import written
from litconsent.i18n.translation_po import TranslationFileUnfit

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = sorted(
    p.name for p in (ROOT / "content/lit").iterdir() if (p / "translated.toml").exists()
)


@pytest.fixture
def copy(tmp_path):
    """Return a copy of content and catalogues, and a function that runs the command on it."""
    shutil.copytree(ROOT / "content" / "lit", tmp_path / "lit")
    shutil.copytree(ROOT / "locales", tmp_path / "locales")

    def run(action, language="de"):
        out = io.StringIO()
        file = tmp_path / "out.po"
        code = translation(tmp_path, tmp_path / "locales", action, language, file, out)
        return code, out.getvalue()

    return tmp_path, run


def state(folder):
    """Return every byte of content and catalogues."""
    found = [*folder.glob("lit/**/*"), *folder.glob("locales/**/*.po")]
    return {path: path.read_bytes() for path in found if path.is_file()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_exporting_and_importing_leaves_every_byte(copy, language):
    folder, run = copy
    before = state(folder)
    assert run("export", language)[0] == 0
    assert run("import", language)[0] == 0
    assert state(folder) == before


def test_a_changed_sentence_arrives(copy):
    folder, run = copy
    run("export")
    po = folder / "out.po"
    po.write_text(po.read_text().replace("Niemand weiß ganz", "Keiner weiß ganz"))
    run("import")
    assert "Keiner weiß ganz, wie" in (folder / "lit/de/how.md").read_text()


def test_what_was_made_from_other_english_is_named_and_left(copy):
    folder, run = copy
    run("export")
    page = folder / "lit/en/how.md"
    page.write_text(page.read_text().replace("# How", "# Just how", 1))
    before = state(folder)
    code, said = run("import")
    assert code == 1
    assert "how.md|title|1" in said
    assert state(folder) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("content/how.md|how.key|1", "content/how.md|how.none|1", "No such passage"),
        ('"Niemand weiß ganz, wie es wirkt."', '""', "Not translated"),
        ('"Language: de', '"Language: fr', "not de"),
        ('"Niemand weiß ganz', "Niemand weiß ganz", "Broken PO"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_whole(copy, old, new, said):
    folder, run = copy
    run("export")
    before = state(folder)
    po = folder / "out.po"
    assert old in po.read_text()
    po.write_text(po.read_text().replace(old, new, 1))
    with pytest.raises(TranslationFileUnfit) as refused:
        run("import")
    assert said in unfit(refused.value)
    assert state(folder) == before


def test_a_translator_sees_which_claim_a_sentence_comes_from(copy):
    folder, run = copy
    run("export")
    assert "#. claims: C001, C002\n#. Italian: " in (folder / "out.po").read_text()


def test_what_is_stale_goes_out_marked_and_is_noted_when_it_comes_back_unmarked(copy):
    folder, run = copy
    page = folder / "lit/en/how.md"
    page.write_text(page.read_text().replace("Nobody fully", "No one fully", 1))
    [stale] = Library(folder).stale("de")
    run("export")
    po = folder / "out.po"
    code, said = run("import")
    assert code == 1 and "how.md|how.key|1" in said
    assert Library(folder).stale("de") == (stale,)
    po.write_text(po.read_text().replace("#, fuzzy\nmsgctxt", "msgctxt"))
    assert run("import")[0] == 0
    assert Library(folder).stale("de") == ()


def test_a_new_language_goes_out_empty_and_is_made_when_it_comes_back(copy):
    folder, run = copy
    row = folder / "lit/edition.toml"
    row.write_text(re.sub(r"(?s)\[languages\.sq\].*?(?=\n\[|\Z)", "", row.read_text()))
    shutil.rmtree(folder / "lit/sq")
    shutil.rmtree(folder / "locales/sq")
    assert run("export", "sq")[0] == 0
    po = folder / "out.po"
    with pytest.raises(TranslationFileUnfit):
        run("import", "sq")
    assert not (folder / "lit/sq").exists()
    with po.open("rb") as stream:
        given = read_po(stream)
    for message in given:
        if message.id:
            plural = not isinstance(message.id, str)
            message.string = ("një", "shumë") if plural else f"{message.id} sq"
    po.write_text(written(given))
    code, said = run("import", "sq")
    assert code == 0 and "row for sq" in said
    made = {path.name for path in (folder / "lit/sq").iterdir()}
    assert made == {path.name for path in (folder / "lit/de").iterdir()}
    assert (folder / "lit/sq/how.md").read_text().startswith("# How it may work sq")


def test_every_passage_is_found_by_the_addresses_of_its_words():
    source = Library(ROOT / "content").edition("en")
    folder = ROOT / "content/lit/de"
    found = {
        passage_of(unit.address, source)
        for path in folder.iterdir()
        if path.name != "translated.toml"
        for unit in units(path.name, path.read_text())
    }
    assert found - {""} == {passage.id for passage in translatable(source)}
