"""One PO file of a whole language, for a translator's tool: interface messages and content."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from litconsent.i18n.catalogue_text import written

_CONTENT = "content/"
_PO_LINE = re.compile(r'(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?) )?".*")?\s*$')


class TranslationFileUnfit(ValueError):
    """A PO file that cannot be imported, with the line and what to do."""

    def __init__(self, file: Path, line: int, cure: str) -> None:
        super().__init__(f"{file}:{line}: {cure} Nothing was written.")


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of the content: where they stand, their English, the Italian, the translation."""

    address: str
    source: str
    italian: str
    words: str
    line: int = 0


def exported(catalogue_file: Path, language: str, entries: Iterable[Entry]) -> bytes:
    """Return the PO of a language: its interface messages, then its content."""
    catalogue = _read(catalogue_file, language)
    for entry in entries:
        comments = [f"Italian: {line}" for line in entry.italian.split("\n") if line]
        context = _CONTENT + entry.address
        catalogue.add(entry.source, entry.words, auto_comments=comments, context=context)
    return written(catalogue).encode()


def imported(file: Path, catalogue_file: Path, language: str) -> tuple[bytes, tuple[Entry, ...]]:
    """Return the catalogue with the messages of a PO file, and the content that it holds.

    :raises TranslationFileUnfit: for a broken file, another language, or words that are lacking.
    """
    _refuse_broken(file)
    given = _read(file)
    if str(given.locale or "").replace("_", "-") != language:
        raise TranslationFileUnfit(file, 1, f"This is {given.locale}, not {language}.")
    catalogue = _read(catalogue_file, language)
    entries = []
    for message in given:
        if not message.id:
            continue
        line = message.lineno or 0
        words = (message.string,) if isinstance(message.string, str) else message.string or ("",)
        if message.fuzzy or not all(words):
            raise TranslationFileUnfit(file, line, "Not translated: fill it in, unmark it.")
        if (message.context or "").startswith(_CONTENT):
            address = str(message.context)[len(_CONTENT) :]
            entries.append(Entry(address, str(message.id), "", str(message.string), line))
            continue
        _put(catalogue, message, file, line)
    return written(catalogue).encode(), tuple(entries)


def _refuse_broken(file: Path) -> None:
    """Refuse what Babel would read past: a line without its quotation marks loses letters."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise TranslationFileUnfit(file, 0, f"Cannot be read ({error}).") from error
    for number, line in enumerate(lines, start=1):
        if not _PO_LINE.match(line):
            raise TranslationFileUnfit(file, number, "Broken PO: save it again as PO.")


def _put(catalogue: Catalog, message: Message, file: Path, line: int) -> None:
    key = message.id if isinstance(message.id, str) else message.id[0]
    known = catalogue.get(key, message.context)
    if known is None:
        raise TranslationFileUnfit(file, line, f"No such message: {key!r}. Export again.")
    known.string = message.string


def _read(file: Path, language: str = "") -> Catalog:
    try:
        with file.open("rb") as stream:
            locale = language.replace("-", "_") or None
            return read_po(stream, locale=locale, abort_invalid=True)
    except PoFileError as error:
        cure = f"Broken PO ({error}): save it again as PO."
        raise TranslationFileUnfit(file, (error.lineno or 0) + 1, cure) from error
    except (OSError, ValueError) as error:
        raise TranslationFileUnfit(file, 0, f"Cannot be read ({error}).") from error
