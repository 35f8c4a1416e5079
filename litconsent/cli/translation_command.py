"""`translation`: hand a language to a translator's tool as one PO file, and take it back."""

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from litconsent.content.library import PROCEDURE, Library
from litconsent.content.manuscript import Manuscript
from litconsent.content.translated_file import TRANSLATED, read_made_from, write_made_from
from litconsent.content.translation_units import passage_of, units, with_words
from litconsent.domain.editions import Edition
from litconsent.domain.passages import Passage, translatable
from litconsent.i18n.languages import LANGUAGES
from litconsent.i18n.translation_po import (
    Entry,
    TranslationFault,
    TranslationFileUnfit,
    catalogue_in,
    exported,
    imported,
)

ACTIONS = ("export", "import")
_SOURCES = "sources.toml"
_CURES = {
    TranslationFault.UNREADABLE: "Cannot be read ({detail}).",
    TranslationFault.BROKEN: "Broken PO: save it again as PO. {detail}",
    TranslationFault.OTHER_LANGUAGE: "This is {detail}.",
    TranslationFault.NOT_TRANSLATED: "Not translated: fill it in, unmark it.",
    TranslationFault.UNKNOWN: "No such passage or message: {detail}. Export again.",
}


def translation(
    root: Path, locales: Path, action: str, language: str, file: Path, out: TextIO
) -> int:
    """Export or import a translation; return 1 if some of it was left as it was.

    A language that has no folder yet is exported with its words empty, and made by the import.

    :raises TranslationFileUnfit: if the file does not fit; then nothing was written.
    """
    library = Library(root)
    script = library.manuscript()
    plan = script.languages.get(language) if script else None
    if script is None or language not in LANGUAGES or (plan and plan.authored):
        out.write(f"{language} is no translation in {root}.\n")
        return 1
    text = _Text(library, root / PROCEDURE, script, language)
    catalogue = catalogue_in(locales, language)
    if action == "export":
        entries = text.entries()
        file.write_bytes(exported(catalogue, entries))
        out.write(f"{language}: {len(entries)} passages and the interface in {file}.\n")
        return 0
    messages, given = imported(file, catalogue, language)
    return text.take(given, file, {catalogue_path(locales, language): messages}, out)


def catalogue_path(locales: Path, language: str) -> Path:
    """Return where the interface messages of a language lie."""
    return locales / language / "LC_MESSAGES" / "messages.po"


def unfit(error: TranslationFileUnfit) -> str:
    """Return what is wrong with a file, where, and what to do."""
    cure = _CURES[error.fault].format(detail=error.detail).strip()
    return f"{error.file}:{error.line}: {cure} Nothing was written."


class _Text:
    """The files of a language, beside the English that they are made from."""

    def __init__(self, library: Library, content: Path, script: Manuscript, language: str) -> None:
        self._library = library
        self._language = language
        self._content = content
        self._folder = content / language
        self._plan = script.languages.get(language)
        self._source: Edition = self._library.edition(script.source_language)
        self._english = _words(_files(self._content / "en")) | self._citations()
        self._new = not self._folder.is_dir()
        self._files = self._template() if self._new else _files(self._folder)
        self._present = _words(self._files)

    def entries(self) -> list[Entry]:
        """Return all words, those marked that other English was translated to."""
        italian = _words(_files(self._content / "it"))
        parts = {passage.id: passage for passage in translatable(self._source)}
        stale = set(self._library.stale(self._language)) if self._plan else set()
        return [
            Entry(
                address,
                self._english.get(address, words),
                "" if self._new else words,
                italian.get(address, ""),
                _claims(parts.get(self._passage(address))),
                fuzzy=self._passage(address) in stale,
            )
            for address, words in self._present.items()
        ]

    def take(
        self, given: Iterable[Entry], file: Path, others: Mapping[Path, bytes], out: TextIO
    ) -> int:
        """Write the words given, and of which English they are; return 1 if some were left."""
        words = {}
        for entry in given:
            if entry.address not in self._present:
                raise TranslationFileUnfit(
                    file, entry.line, TranslationFault.UNKNOWN, entry.address
                )
            if entry.source == self._english.get(entry.address, entry.source) and not entry.fuzzy:
                words[entry.address] = entry.words
        left = [address for address in self._present if address not in words]
        if self._new and left:
            raise TranslationFileUnfit(file, 0, TranslationFault.NOT_TRANSLATED, left[0])
        texts = {
            self._folder / name: with_words(name, text, words).encode()
            for name, text in self._files.items()
        }
        _replace({**texts, **others})
        followed = self._note({self._passage(address) for address in left})
        out.writelines(f"Left as it was, marked or of other English: {at}\n" for at in left)
        changed = sum(self._present[at] != new for at, new in words.items())
        out.write(f"{self._language}: {changed} changed, {followed} passages are up to date.\n")
        if self._plan is None:
            out.write(f"Now write a row for {self._language} into edition.toml.\n")
        return 1 if left else 0

    def _note(self, left: set[str]) -> int:
        """Note which passages were made from the English of today; return their number."""
        done = {passage.id for passage in translatable(self._source)} - left
        before = read_made_from(self._content, self._plan, self._source) if self._plan else {}
        if done:
            write_made_from(self._content, self._language, self._source, before, done)
        return len(done)

    def _passage(self, address: str) -> str:
        return passage_of(address, self._source)

    def _citations(self) -> dict[str, str]:
        """Return the English of sources.toml, which stands in claims.toml."""
        return {
            f"{_SOURCES}||{source}": words
            for source, words in _cited(self._content / "claims.toml").items()
        }

    def _template(self) -> dict[str, str]:
        """Return the files that a new language has to have, in English."""
        keys = [address.split("|")[2] for address in self._citations()]
        return _files(self._content / "en") | {_SOURCES: "".join(f'{k} = ""\n' for k in keys)}


def _claims(passage: Passage | None) -> tuple[str, ...]:
    marks = passage.marks if passage else ()
    return tuple(mark for mark in marks if mark.startswith("claims: "))


def _files(folder: Path) -> dict[str, str]:
    paths = [path for path in sorted(folder.iterdir()) if path.name != TRANSLATED]
    return {path.name: path.read_bytes().decode() for path in paths}


def _words(files: Mapping[str, str]) -> dict[str, str]:
    return {unit.address: unit.words for name, text in files.items() for unit in units(name, text)}


def _cited(file: Path) -> dict[str, str]:
    found, key = {}, ""
    for unit in units(file.name, file.read_text(encoding="utf-8")):
        name = unit.address.rsplit("|", 1)[1]
        if name == "id":
            key = unit.words
        elif name == "citation":
            found[key] = unit.words
    return found


def _replace(texts: Mapping[Path, bytes]) -> None:
    """Write all files apart first, then put each in its place."""
    first = next(iter(texts))
    with tempfile.TemporaryDirectory(dir=first.parent.parent) as apart:
        moves = []
        for number, (path, text) in enumerate(texts.items()):
            new = Path(apart) / str(number)
            new.write_bytes(text)
            moves.append((new, path))
        for new, path in moves:
            path.parent.mkdir(parents=True, exist_ok=True)
            new.replace(path)
