"""`translation`: hand a language to a translator's tool as one PO file, and take it back."""

import tempfile
from pathlib import Path
from typing import TextIO

from litconsent.content.translation_units import units, with_words
from litconsent.i18n.translation_po import Entry, TranslationFileUnfit, exported, imported

ACTIONS = ("export", "import")
_NO_WORDS = "translated.toml"


def translation(
    content: Path, locales: Path, action: str, language: str, file: Path, out: TextIO
) -> int:
    """Export or import a translation; return 1 if some of it was made from other English."""
    folder, catalogue = content / language, locales / language / "LC_MESSAGES" / "messages.po"
    if language in ("en", "it") or not folder.is_dir() or not catalogue.is_file():
        out.write(f"{language} is no translation in {content}.\n")
        return 1
    english = _words(content / "en") | _citations(content)
    present = _words(folder)
    if action == "export":
        italian = _words(content / "it")
        entries = [
            Entry(at, english.get(at, words), italian.get(at, ""), words)
            for at, words in present.items()
        ]
        file.write_bytes(exported(catalogue, language, entries))
        out.write(f"{language}: {len(entries)} passages and the interface in {file}.\n")
        return 0
    messages, entries_given = imported(file, catalogue, language)
    words, unfit = {}, []
    for entry in entries_given:
        if entry.address not in present:
            cure = f"No such passage: {entry.address}. Export again."
            raise TranslationFileUnfit(file, entry.line, cure)
        if english.get(entry.address, entry.source) == entry.source:
            words[entry.address] = entry.words
        else:
            unfit.append(entry.address)
    texts = {folder / n: with_words(n, t, words).encode() for n, t in _files(folder).items()}
    _replace(texts | {catalogue: messages})
    out.writelines(f"Left as it was, its English has changed: {at}\n" for at in unfit)
    changed = sum(present[at] != new for at, new in words.items())
    out.write(f"{language}: {changed} changed. Then: litconsent translated {language} PASSAGE\n")
    return 1 if unfit else 0


def _files(folder: Path) -> dict[str, str]:
    paths = [p for p in sorted(folder.iterdir()) if p.name != _NO_WORDS]
    return {path.name: path.read_bytes().decode() for path in paths}


def _words(folder: Path) -> dict[str, str]:
    return {u.address: u.words for n, t in _files(folder).items() for u in units(n, t)}


def _citations(content: Path) -> dict[str, str]:
    """Return the English of sources.toml, which stands in claims.toml."""
    found, key = {}, ""
    for unit in units("claims.toml", (content / "claims.toml").read_text(encoding="utf-8")):
        name = unit.address.rsplit("|", 1)[1]
        if name == "id":
            key = unit.words
        elif name == "citation":
            found[f"sources.toml||{key}"] = unit.words
    return found


def _replace(texts: dict[Path, bytes]) -> None:
    """Write all files apart first, then put each in its place."""
    first = next(iter(texts))
    with tempfile.TemporaryDirectory(dir=first.parent.parent) as apart:
        moves = []
        for number, (path, text) in enumerate(texts.items()):
            new = Path(apart) / str(number)
            new.write_bytes(text)
            moves.append((new, path))
        for new, path in moves:
            new.replace(path)
