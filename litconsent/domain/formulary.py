"""The clinic's formulary: what it offers, as it follows from events, and what it may offer."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from litconsent.domain.clinic_entries import Additions, OwnEntry, Words, with_additions
from litconsent.domain.editions import Compound, CompoundClass, Edition, Setting, Topic
from litconsent.domain.errors import (
    ClassLocked,
    CompoundNotOffered,
    CompoundUnknown,
    CosmeticAmongOthers,
    LanguageUnavailable,
    MixingNotOffered,
    TextMissing,
)
from litconsent.domain.events import Event, EventKind
from litconsent.domain.leaflets import COSMETIC_CLASS
from litconsent.domain.mixtures import MixingTerms
from litconsent.domain.plans import Plan

MIXING_CLASS = "K10"  # a way to inject, not a compound: it is offered on terms of its own
HISTORY = (
    EventKind.COMPOUND_ON,
    EventKind.COMPOUND_OFF,
    EventKind.ENTRY_ADDED,
    EventKind.MIXING_ON,
    EventKind.MIXING_OFF,
)


@dataclass(frozen=True, slots=True)
class Formulary:
    """Which compounds and topics are on, what the clinic wrote itself, and whether it mixes."""

    on: frozenset[str] = frozenset()
    own: Mapping[str, OwnEntry] = field(default_factory=dict)
    texts: Mapping[str, Words] = field(default_factory=dict)
    mixing: MixingTerms | None = None

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what the clinic offers beside compounds."""
        return frozenset(topic for topic in Topic if topic in self.on)

    def additions(self, wanted: Collection[str] | None = None) -> Additions:
        """Return what the clinic wrote about compounds that are on, all of them or the wanted."""
        chosen = self.on if wanted is None else self.on.intersection(wanted)
        return Additions(
            tuple(entry for key, entry in self.own.items() if key in chosen),
            {key: words for key, words in self.texts.items() if key in chosen},
        )

    def offer(self, edition: Edition) -> Edition:
        """Return an edition with the compounds that are on, the clinic's own among them.

        What nobody wrote in the language of the edition is not offered in it.
        """
        whole = with_additions(edition, self._written_in(edition.language))
        return replace(
            whole, compounds={key: one for key, one in whole.compounds.items() if key in self.on}
        )

    def _written_in(self, language: str) -> Additions:
        given = self.additions()
        return Additions(
            tuple(entry for entry in given.own if language in entry.pages),
            {key: words for key, words in given.texts.items() if language in words},
        )


def formulary_of(edition: Edition, events: Iterable[Event]) -> Formulary:
    """Return the formulary that follows from its events; before any, what is on out of the box."""
    standard = (key for key, one in edition.compounds.items() if one.setting is Setting.ON)
    found = Formulary(frozenset(standard))
    for event in events:
        found = _after(found, event)
    return found


def _after(found: Formulary, event: Event) -> Formulary:
    data = event.data
    match event.kind:
        case EventKind.COMPOUND_ON:
            texts = {**found.texts, data["compound"]: data["texts"]} if data["texts"] else None
            on = found.on | {data["compound"]}
            return replace(found, on=on, texts=found.texts if texts is None else texts)
        case EventKind.COMPOUND_OFF:
            return replace(found, on=found.on - {data["compound"]})
        case EventKind.ENTRY_ADDED:
            entry = OwnEntry.from_data(data["entry"])
            own = {**found.own, entry.id: entry}
            return replace(found, on=found.on | {entry.id}, own=own)
        case EventKind.MIXING_ON:
            return replace(found, mixing=MixingTerms.from_data(data))
        case EventKind.MIXING_OFF:
            return replace(found, mixing=None)
    return found


def check_class(edition: Edition, group: str) -> CompoundClass:
    """Return a class that the clinic may offer something of.

    :raises ClassLocked: if it is locked, is none, or is no class of compounds.
    """
    found = edition.classes.get(group)
    if found is None or found.setting is Setting.LOCKED or group == MIXING_CLASS:
        raise ClassLocked(group)
    return found


def check_switching_on(
    edition: Edition,
    formulary: Formulary,
    compound_id: str,
    texts: Words,
    languages: Iterable[str],
) -> None:
    """Refuse to offer what is unknown, locked, or not yet written in every language.

    A topic needs no words of the clinic: what is said of it stands in the edition.

    :raises CompoundUnknown: if neither the edition nor the clinic describes it.
    :raises ClassLocked: if its class is locked.
    :raises TextMissing: if it needs the clinic's own words and they lack in a language.
    :raises LanguageUnavailable: if an own entry lacks in a language.
    """
    if compound_id in set(Topic):
        return
    if compound_id in formulary.own:
        for language in languages:
            if language not in formulary.own[compound_id].pages:
                raise LanguageUnavailable(language)
        return
    if compound_id not in edition.compounds:
        raise CompoundUnknown(compound_id)
    if needs_words(edition, edition.compounds[compound_id]):
        for language in languages:
            if not texts.get(language):
                raise TextMissing(f"clinic_text.{language}")


def needs_words(edition: Edition, compound: Compound) -> bool:
    """Tell whether a compound of the edition is offered only with the clinic's own words."""
    return check_class(edition, compound.group).setting is Setting.OFF


def check_plan(edition: Edition, formulary: Formulary, plan: Plan) -> None:
    """Refuse a plan with anything that the clinic does not offer, or does not offer together.

    :raises CompoundNotOffered: for a compound that is not on.
    :raises MixingNotOffered: if substances are mixed in a clinic that does not mix.
    :raises CosmeticAmongOthers: if a cosmetic product shares a consent with anything else.
    """
    for compound in plan.compounds:
        if compound.id not in formulary.on:
            raise CompoundNotOffered(compound.id)
    if plan.mixture and formulary.mixing is None:
        raise MixingNotOffered
    groups = {_group(edition, formulary, compound.id) for compound in plan.compounds}
    if COSMETIC_CLASS in groups and len(groups) > 1:
        raise CosmeticAmongOthers


def _group(edition: Edition, formulary: Formulary, compound_id: str) -> str:
    own = formulary.own.get(compound_id)
    return own.group if own else edition.compounds[compound_id].group
