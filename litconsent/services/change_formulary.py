"""Change the formulary: the lead switches compounds on and off, adds entries, allows mixing."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from litconsent.domain.clinic_entries import OwnEntry, clinic_words, own_page
from litconsent.domain.editions import Edition, OffLabel, Strength
from litconsent.domain.errors import CompoundUnknown, TextMissing, UnprintableCharacter
from litconsent.domain.events import EventKind
from litconsent.domain.formulary import (
    Formulary,
    check_class,
    check_switching_on,
    needs_words,
)
from litconsent.domain.mixtures import MixingTerms
from litconsent.domain.tablets import Mode
from litconsent.i18n.text import text_for
from litconsent.pdf.fonts import missing_characters
from litconsent.services.access import Act, acting
from litconsent.services.clinic import Clinic
from litconsent.services.editions import offered_languages, serving
from litconsent.services.read_formulary import formulary_in

_OWN_ID = "own-"


@dataclass(frozen=True, slots=True)
class Typed:
    """An own entry as it was typed: name and parts by language, none of them checked yet."""

    group: str
    medicine: bool
    off_label: OffLabel | None
    strength: Strength | None
    names: Mapping[str, str]
    parts: Mapping[str, Mapping[str, str]]


def switch_on(
    clinic: Clinic, tablet: str, compound_id: str, texts: Mapping[str, str] | None = None
) -> None:
    """Offer a compound from now on; `texts` are the clinic's own words by language.

    :raises NotAllowed: for anybody but the lead.
    :raises CompoundUnknown: ClassLocked: if it cannot be offered.
    :raises TextMissing: if it needs the clinic's own words and they lack in a language.
    """
    with _changing(clinic, tablet) as (act, edition, formulary):
        given = texts or {}
        languages = offered_languages(clinic)
        check_switching_on(edition, formulary, compound_id, given, languages)
        words: dict[str, str] = {}
        described = edition.compounds.get(compound_id)  # neither an own entry nor a topic is there
        if described and needs_words(edition, described):
            fields = {code: f"clinic_text.{code}" for code in languages}
            words = {code: clinic_words(given[code], name) for code, name in fields.items()}
            for code, name in fields.items():
                _refuse_unprintable(words[code], code, name)
        act.note(EventKind.COMPOUND_ON, compound=compound_id, texts=words)


def switch_off(clinic: Clinic, tablet: str, compound_id: str) -> None:
    """Offer a compound no longer; episodes that have it keep it.

    :raises NotAllowed: for anybody but the lead.
    :raises CompoundUnknown: if it is not offered.
    """
    with _changing(clinic, tablet) as (act, _edition, formulary):
        if compound_id not in formulary.on:
            raise CompoundUnknown(compound_id)
        act.note(EventKind.COMPOUND_OFF, compound=compound_id)


def add_entry(clinic: Clinic, tablet: str, typed: Typed) -> OwnEntry:
    """Add an own entry, which is offered from now on, and return it.

    :raises NotAllowed: for anybody but the lead.
    :raises ClassLocked: if nothing of its class may be offered.
    :raises TextMissing: if a name, a part, the licence status or the strength lacks.
    :raises UnprintableCharacter: if the document could not show a word of it.
    """
    with _changing(clinic, tablet) as (act, edition, formulary):
        check_class(edition, typed.group)
        number = len(formulary.own) + 1
        entry = _entry(typed, f"{_OWN_ID}{number}", offered_languages(clinic))
        act.note(EventKind.ENTRY_ADDED, entry=asdict(entry))
    return entry


def allow_mixing(clinic: Clinic, tablet: str, terms: MixingTerms) -> None:
    """Let doctors mix substances in one syringe from now on, on these terms.

    :raises NotAllowed: for anybody but the lead.
    """
    with _changing(clinic, tablet) as (act, _edition, _formulary):
        act.note(EventKind.MIXING_ON, **asdict(terms))


def stop_mixing(clinic: Clinic, tablet: str) -> None:
    """Let nobody mix from now on.

    :raises NotAllowed: for anybody but the lead.
    """
    with _changing(clinic, tablet) as (act, _edition, formulary):
        if formulary.mixing:
            act.note(EventKind.MIXING_OFF)


@contextmanager
def _changing(clinic: Clinic, tablet: str) -> Iterator[tuple[Act, Edition, Formulary]]:
    """Open the transaction of a change, for the lead, with the formulary as it stands in it."""
    with acting(clinic, tablet, "formulary", Mode.CLINIC) as act:
        act.lead_only("formulary")
        edition = serving(clinic, act.books, offered_languages(clinic)[0])
        yield act, edition, formulary_in(act.books, edition)


def _entry(typed: Typed, entry_id: str, languages: Iterable[str]) -> OwnEntry:
    if typed.off_label is None:
        raise TextMissing("entry.off_label")
    if typed.strength is None:
        raise TextMissing("entry.strength")
    pages = {}
    for code in languages:
        _ = text_for(code)
        origin = _("Your clinic wrote this page. It is not from the paper.")
        pages[code] = own_page(code, typed.names.get(code, ""), typed.parts.get(code, {}), origin)
        _refuse_unprintable(pages[code].name, code, f"entry.name.{code}")
        for part, words in pages[code].parts.items():
            _refuse_unprintable(words, code, f"entry.{part}.{code}")
    return OwnEntry(entry_id, typed.group, typed.medicine, typed.off_label, typed.strength, pages)


def _refuse_unprintable(words: str, language: str, name: str) -> None:
    for char in missing_characters(words, language):
        raise UnprintableCharacter(name, char)
