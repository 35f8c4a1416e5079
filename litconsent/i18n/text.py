"""Interface text in one reader's language, as a value: catalogue, formats, direction.

Catalogues are read from the ``.po`` files themselves; nothing has to be compiled before a start.
"""

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

from babel import Locale, dates, lists, numbers
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

from litconsent.domain.errors import LitConsentError
from litconsent.i18n.languages import LANGUAGES, SOURCE, Language, language

CATALOGUES = Path(__file__).resolve().parents[2] / "locales"
CLINIC_ZONE = "Europe/Rome"
FIRST_STRONG_LTR, FIRST_STRONG, END_ISOLATE = "\u2066", "\u2068", "\u2069"

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_log = logging.getLogger(__name__)


class Flaw(StrEnum):
    """What is wrong with a catalogue."""

    UNREADABLE = "unreadable"
    UNSAFE = "unsafe"
    GAP = "gap"


class CatalogueBroken(LitConsentError):
    """A catalogue that cannot be read, has a gap, or would not be safe to fill in."""

    def __init__(self, file: Path, reason: str, flaw: Flaw = Flaw.UNREADABLE, at: str = "") -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason
        self.flaw = flaw
        self.at = at


@dataclass(frozen=True, slots=True)
class Text:
    """Everything one reader needs to see text. Holds nothing about a patient."""

    language: Language
    catalogue: NullTranslations

    @property
    def code(self) -> str:
        """Return the code of the language."""
        return self.language.code

    @property
    def rtl(self) -> bool:
        """Tell whether the language is written from right to left."""
        return self.language.rtl

    def __call__(self, message: str, **values: object) -> str:
        """Return the message in this language, with its ``{named}`` values filled in."""
        return fill(self.catalogue.gettext(message), values)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """Return the form that ``count`` asks for; ``{count}`` is written as a number."""
        return fill(
            self.catalogue.ngettext(one, many, count), {"count": self.number(count), **values}
        )

    def date(self, day: date) -> str:
        """Return a day in words, so that 3/4 is never taken for 4/3."""
        written: str = dates.format_date(day, "long", locale=self.language.locale)
        # Ukrainian ends a date with "year" cut short, and its full stop would end sentences twice.
        return re.sub(r"\s\w\.$", "", written)

    def time(self, instant: datetime, zone: str = CLINIC_ZONE) -> str:
        """Return an aware instant as hour and minute of the clinic's clock, 0 to 24."""
        return f"{instant.astimezone(ZoneInfo(zone)):%H:%M}"

    def day(self, instant: datetime, zone: str = CLINIC_ZONE) -> str:
        """Return the day of an aware instant by the clinic's clock, with its zone."""
        local = instant.astimezone(ZoneInfo(zone))
        offset = f"({self._offset(local)})"
        return f"{self.date(local.date())} {ltr(offset) if self.rtl else offset}"

    def narrow_day(self, instant: datetime, zone: str = CLINIC_ZONE) -> str:
        """Return the day of an aware instant without its year, for where that stands already."""
        local = instant.astimezone(ZoneInfo(zone))
        return str(dates.format_skeleton("MMMd", local.date(), locale=self.language.locale))

    def clock(self, instant: datetime, zone: str = CLINIC_ZONE) -> str:
        """Return an aware instant as hour, minute and second of the clinic's clock, 0 to 24."""
        return f"{instant.astimezone(ZoneInfo(zone)):%H:%M:%S}"

    def _offset(self, local: datetime) -> str:
        return f"UTC{dates.get_timezone_gmt(local, 'iso8601', locale=self.language.locale)}"

    def datetime(self, instant: datetime, zone: str = CLINIC_ZONE) -> str:
        """Return an aware instant as day and second of the clinic's clock, with its zone."""
        local = instant.astimezone(ZoneInfo(zone))
        clock = f"{local:%H:%M:%S} ({self._offset(local)})"
        both = str(dates.get_datetime_format("long", locale=self.language.locale))
        return both.replace("'", "").format(
            ltr(clock) if self.rtl else clock, self.date(local.date())
        )

    def number(self, value: int | float) -> str:
        """Return a number in the digits and separators of this language."""
        return _decimal(value, self.language.locale)

    def name_of(self, code: str) -> str:
        """Return what one of our languages is called in this one: "Arabic", "arabo"."""
        named = Locale.parse(self.language.locale).languages
        return str(named[language(code).code.replace("-", "_")])

    def list(self, items: Iterable[str]) -> str:
        """Return items as one phrase: "a, b and c"."""
        return lists.format_list(list(items), locale=self.language.locale)

    def series(self, items: Iterable[str]) -> str:
        """Return items that may hold commas themselves, apart from each other: "a; b; c"."""
        joined = ""
        for item in filter(None, items):
            joined = self(_APART, before=joined, after=item) if joined else item
        return joined

    def beside(self, one: str, other: str) -> str:
        """Return two words about the same thing: "a, b"."""
        return self(_BESIDE, before=one, after=other)


@lru_cache(maxsize=1024)  # every screen says which of how many it is
def _decimal(value: int | float, locale: str) -> str:
    return numbers.format_decimal(value, locale=locale)


def N_(message: str) -> str:  # noqa: N802 - the name that message extraction looks for
    """Mark a constant for translation and return it unchanged."""
    return message


def ltr(value: str) -> str:
    """Keep a dose, code or telephone number in reading order inside right-to-left text."""
    return f"{FIRST_STRONG_LTR}{value}{END_ISOLATE}"


def isolated(value: str) -> str:
    """Keep a person's words together, in their own direction, beside words of another."""
    return f"{FIRST_STRONG}{value}{END_ISOLATE}" if value else ""


def fill(message: str, values: dict[str, object]) -> str:
    """Fill plain ``{name}`` placeholders; attributes, indexes and format specs are left as text.

    :raises KeyError: if a placeholder has no value.
    """
    if not values:
        return message
    return re.sub(r"\{([A-Za-z_][A-Za-z0-9_]*)\}", lambda hit: str(values[hit[1]]), message)


_APART, _BESIDE = N_("{before}; {after}"), N_("{before}, {after}")


@lru_cache(maxsize=32)
def text_for(code: str) -> Text:
    """Return the text of one language.

    :raises UnknownLanguage: if the code is none of ours; no file is looked for.
    :raises CatalogueBroken: if its catalogue cannot be used.
    """
    return Text(language(code), _catalogue(language(code)))


@lru_cache(maxsize=1)
def working_languages() -> tuple[str, ...]:
    """Return the source and each language with a whole catalogue; log those with a broken one."""
    working = []
    others = (code for code in LANGUAGES if code != SOURCE and catalogue_file(code).exists())
    for code in (SOURCE, *others):
        try:
            text_for(code)
        except CatalogueBroken as broken:
            _log.error("language %s is switched off: %s", code, broken)
        else:
            working.append(code)
    return tuple(working)


def catalogue_file(code: str) -> Path:
    """Return where the catalogue of a language lies, or would lie."""
    return CATALOGUES / code / "LC_MESSAGES" / "messages.po"


def _catalogue(spoken: Language) -> NullTranslations:
    file = catalogue_file(spoken.code)
    if spoken.code == SOURCE and not file.exists():
        return NullTranslations()
    return read_catalogue(file, spoken.locale)


def read_catalogue(file: Path, locale: str) -> NullTranslations:
    """Return a compiled catalogue out of a ``.po`` file, every message checked.

    :raises CatalogueBroken: if the file, a placeholder or the plural rule is not sound.
    """
    try:
        with file.open("rb") as source:
            catalogue = read_po(source, locale=locale, abort_invalid=True)
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        translations = Translations(compiled)
        for count in range(201):  # a rule such as n/0 fails only when it is used
            translations.ngettext("", "", count)
    except (OSError, PoFileError, ValueError, TypeError, ZeroDivisionError) as error:
        raise CatalogueBroken(file, str(error)) from error
    if not len(catalogue):  # what a file holds after its beginning was lost
        raise CatalogueBroken(file, "holds no message")
    _refuse_unsafe_messages(file, catalogue)
    _refuse_gaps(file, catalogue)
    return translations


def _refuse_gaps(file: Path, catalogue: Catalog) -> None:
    """Refuse a message without words of its own: it would be shown in English among the others."""
    for message in catalogue:
        words = [message.string] if isinstance(message.string, str) else message.string or ()
        if message.id and (message.fuzzy or not words or not all(words)):
            source = message.id if isinstance(message.id, str) else message.id[0]
            raise CatalogueBroken(file, f"{source[:60]!r}: not translated", Flaw.GAP, source[:60])


def _refuse_unsafe_messages(file: Path, catalogue: Catalog) -> None:
    for message in catalogue:
        if message.id and not message.fuzzy:
            _refuse_unsafe_message(file, message)


def _refuse_unsafe_message(file: Path, message: Message) -> None:
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    targets = [message.string] if isinstance(message.string, str) else list(message.string or ())
    try:
        allowed = set().union(*map(placeholders, sources))
        extra = set().union(*map(placeholders, targets)) - allowed
    except ValueError as error:
        raise _unsafe(file, sources[0], str(error)) from error
    if extra:
        raise _unsafe(file, sources[0], f"unknown placeholders {sorted(extra)}")


def _unsafe(file: Path, source: str, reason: str) -> CatalogueBroken:
    at = f"{source[:60]!r}: {reason}"
    return CatalogueBroken(file, at, Flaw.UNSAFE, at)


def placeholders(message: str) -> set[str]:
    """Return the names in a message.

    :raises ValueError: if one of them is more than a plain name.
    """
    found = set()
    for _, name, spec, conversion in Formatter().parse(message):
        if name is None:
            continue
        if spec or conversion or not _PLAIN_NAME.fullmatch(name):
            raise ValueError(f"not a plain placeholder: {{{name}}}")
        found.add(name)
    return found
