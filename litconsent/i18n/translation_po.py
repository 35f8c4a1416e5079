"""One PO file of a whole language, for a translator's tool: interface messages and content."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from litconsent.i18n.catalogue_text import written

_CONTENT = "content/"
_PO_LINE = re.compile(r'(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?) )?".*")?\s*$')


class TranslationFault(StrEnum):
    """What makes a PO file unfit to be imported."""

    UNREADABLE = "unreadable"
    BROKEN = "broken"
    OTHER_LANGUAGE = "other_language"
    NOT_TRANSLATED = "not_translated"
    UNKNOWN = "unknown"


class TranslationFileUnfit(ValueError):
    """A PO file that cannot be imported; the line is 0 when the whole file is meant."""

    def __init__(self, file: Path, line: int, fault: TranslationFault, detail: str = "") -> None:
        super().__init__(f"{file}:{line}: {fault} {detail}".rstrip())
        self.file, self.line, self.fault, self.detail = file, line, fault, detail


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of the content with their English and what helps to translate them.

    `fuzzy` marks, as PO does, words that somebody still has to look at.
    """

    address: str
    source: str
    words: str
    italian: str = ""
    claims: tuple[str, ...] = ()
    fuzzy: bool = False
    line: int = 0


def catalogue_in(locales: Path, language: str) -> Catalog:
    """Return the interface messages of a language, or all of them empty if it has none yet."""
    file = locales / language / "LC_MESSAGES" / "messages.po"
    if file.exists():
        return _read(file, language)
    catalogue = Catalog(locale=language.replace("-", "_"))
    catalogue.update(_read(locales / "messages.pot"))
    return catalogue


def exported(catalogue: Catalog, entries: Iterable[Entry]) -> bytes:
    """Return the PO of a language: its interface messages, then its content."""
    for entry in entries:
        comments = [*entry.claims, *(f"Italian: {li}" for li in entry.italian.split("\n") if li)]
        message = catalogue.add(
            entry.source, entry.words, auto_comments=comments, context=_CONTENT + entry.address
        )
        if entry.fuzzy:
            message.flags.add("fuzzy")
    return written(catalogue).encode()


def imported(file: Path, catalogue: Catalog, language: str) -> tuple[bytes, tuple[Entry, ...]]:
    """Return the catalogue with the messages of a PO file, and the content that it holds.

    :raises TranslationFileUnfit: for a broken file, another language, or words that are lacking.
    """
    _refuse_broken(file)
    given = _read(file)
    found = str(given.locale or "").replace("_", "-")
    if found != language:
        detail = f"{found or 'no language'}, not {language}"
        raise TranslationFileUnfit(file, 1, TranslationFault.OTHER_LANGUAGE, detail)
    entries = []
    for message in given:
        if not message.id:
            continue
        line = message.lineno or 0
        content = (message.context or "").startswith(_CONTENT)
        if not all(_forms(message)) or (message.fuzzy and not content):
            raise TranslationFileUnfit(file, line, TranslationFault.NOT_TRANSLATED)
        if content:
            address = str(message.context)[len(_CONTENT) :]
            source, words = str(message.id), str(message.string)
            entries.append(Entry(address, source, words, fuzzy=message.fuzzy, line=line))
        else:
            _put(catalogue, message, file, line)
    return written(catalogue).encode(), tuple(entries)


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _refuse_broken(file: Path) -> None:
    """Refuse what Babel would read past: a line without its quotation marks loses letters."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise TranslationFileUnfit(file, 0, TranslationFault.UNREADABLE, str(error)) from error
    for number, line in enumerate(lines, start=1):
        if not _PO_LINE.match(line):
            raise TranslationFileUnfit(file, number, TranslationFault.BROKEN)


def _put(catalogue: Catalog, message: Message, file: Path, line: int) -> None:
    key = message.id if isinstance(message.id, str) else message.id[0]
    known = catalogue.get(key, message.context)
    if known is None:
        raise TranslationFileUnfit(file, line, TranslationFault.UNKNOWN, repr(key))
    known.string = message.string


def _read(file: Path, language: str = "") -> Catalog:
    try:
        with file.open("rb") as stream:
            locale = language.replace("-", "_") or None
            return read_po(stream, locale=locale, abort_invalid=True)
    except PoFileError as error:
        line = (error.lineno or 0) + 1
        raise TranslationFileUnfit(file, line, TranslationFault.BROKEN, str(error)) from error
    except (OSError, ValueError) as error:
        raise TranslationFileUnfit(file, 0, TranslationFault.UNREADABLE, str(error)) from error
