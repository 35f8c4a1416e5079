"""A language goes to a translator's tool as one PO file and comes back without loss."""

import io
import shutil
from pathlib import Path

import pytest

from litconsent.cli.translation_command import translation
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
        code = translation(tmp_path / "lit", tmp_path / "locales", action, language, file, out)
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
    with pytest.raises(TranslationFileUnfit, match=said):
        run("import")
    assert state(folder) == before
