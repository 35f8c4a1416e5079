"""A third language beside the two authored ones: a translation made from English."""

import shutil
from pathlib import Path

from litconsent.cli.translated_command import translated

HEAD = "\n[languages.fr]\nauthored = false\n"


def add_french(root: Path, *, noted: bool = True) -> Path:
    """Add a French that has the words of the English, and note what it was made from."""
    folder = root / "lit"
    shutil.copytree(folder / "en", folder / "fr")
    shutil.copy(folder / "it" / "sources.toml", folder / "fr")
    with (folder / "edition.toml").open("a", encoding="utf-8") as file:
        file.write(HEAD)
    if noted:
        with (root / "said.txt").open("w", encoding="utf-8") as said:
            assert translated(root, "fr", (), said) == 0
    return root
