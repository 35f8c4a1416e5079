"""A third language beside the two authored ones: a translation made from English."""

import re
import shutil
from collections.abc import Collection
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


def keep_authored(content: Path, *, beside: Collection[str] = ()) -> None:
    """Leave only English, Italian and the languages `beside` them in a copy of the content."""
    head = content / "lit" / "edition.toml"
    before = head.read_text(encoding="utf-8")
    for found in re.findall(r"\n\[languages\.(\S+)\]\nauthored = false\n", before):
        if found not in beside:
            section = re.compile(rf"\n\[languages\.{found}\]\n(?:.+\n)*")
            head.write_text(section.sub("", head.read_text(encoding="utf-8")), "utf-8")
            shutil.rmtree(content / "lit" / found)
