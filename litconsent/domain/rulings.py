"""Who decides in one situation: what the rules propose, and what a doctor chose against them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from litconsent.domain.decisions import Decision
from litconsent.domain.editions import Circumstance
from litconsent.domain.facts import Fact, met
from litconsent.domain.findings import facts_of
from litconsent.domain.obstacles import Obstacle, Stop
from litconsent.domain.papers import Paper
from litconsent.domain.people import Role
from litconsent.domain.rulebooks import ANY, Ending, Kind, Rulebook, SignerRule, VariantRule
from litconsent.domain.situations import Situation
from litconsent.domain.variants import Manner, Signer, Variant

Item = TypeVar("Item")

_ENDINGS = {Decision.REFUSAL: Ending.REFUSAL, Decision.POSTPONED: Ending.POSTPONEMENT}


@dataclass(frozen=True, slots=True)
class Override:
    """What a doctor chose in place of the proposal, and why; it stays on record.

    `base` is another variant that the situation allows, or "" for the proposed one; `lifted` are
    obstacles that the rules allow to lift.
    """

    reason: str = ""
    base: str = ""
    lifted: frozenset[Obstacle] = frozenset()


@dataclass(frozen=True, slots=True)
class Ruling:
    """Who is heard, who signs in which order, what is recorded, and what stops a *yes*.

    `variants` are those that hold, the one that says who decides first; `choices` the bases that
    a doctor may choose; `sources` the citations by their ids.
    """

    variants: tuple[str, ...]
    proposed: str
    choices: tuple[str, ...]
    signers: tuple[Signer, ...]
    heard: tuple[Role, ...]
    papers: tuple[Paper, ...]
    circumstances: tuple[Circumstance, ...]
    stops: tuple[Stop, ...]
    lifted: tuple[Stop, ...] = ()
    law: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    endings: Mapping[Decision, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the variants in one word, as "V07+V09"."""
        return "+".join(self.variants)

    @property
    def variant(self) -> Variant:
        """Return the places to sign, in their order."""
        return Variant(self.id, self.signers, self.sources)

    @property
    def patient_decides(self) -> bool:
        """Tell whether the patient's own word carries the decision, alone or with others."""
        return Role.PATIENT in self.variant.deciding

    @property
    def hears_less(self) -> bool:
        """Tell whether a patient who decides wants to hear less [L.219/2017 art.1 c.3]."""
        return self.patient_decides and Circumstance.DECLINES_INFORMATION in self.circumstances


def ruling(situation: Situation, book: Rulebook, override: Override | None = None) -> Ruling:
    """Return what a jurisdiction's rules say about a situation.

    An override that the situation does not allow is ignored: the proposal then stands.
    """
    override = override or Override()
    facts = facts_of(situation, book.limits)
    bases = [rule for rule in book.variants if rule.kind is Kind.BASE]
    proposed = next((rule for rule in bases if met(rule.when, facts)), None)
    allowed = [rule for rule in bases if rule == proposed or met(rule.only_if, facts)]
    base = next((rule for rule in allowed if override.reason and rule.id == override.base), None)
    rules = _in_force(book, base or proposed, facts)
    ids = {ANY, *(rule.id for rule in rules)}
    signers, clashes = _signers(book, ids, facts, situation)
    stops = [*_stops(book, ids, facts), *clashes]
    if base is None and proposed is None:
        stops.insert(0, Stop(Obstacle.NOBODY_DECIDES, ANY, book.nobody_sources))
    lifted = [s for s in stops if override.reason and s.liftable and s.obstacle in override.lifted]
    shown = _without_replaced(rules)
    return Ruling(
        variants=tuple(rule.id for rule in shown),
        proposed=proposed.id if proposed else "",
        choices=tuple(rule.id for rule in allowed),
        signers=signers,
        heard=_once(role for rule in rules for role in rule.heard),
        papers=_once(p.paper for p in book.papers if p.variant in ids and met(p.when, facts)),
        circumstances=_once(
            one
            for text in book.texts
            if text.variant in ids and met(text.when, facts)
            for one in text.circumstances
        ),
        stops=tuple(stop for stop in stops if stop not in lifted),
        lifted=tuple(lifted),
        law=book.law,
        sources=_once(source for rule in rules for source in rule.sources),
        endings={decision: book.ending(ending).id for decision, ending in _ENDINGS.items()},
    )


def _in_force(
    book: Rulebook, base: VariantRule | None, facts: frozenset[Fact]
) -> tuple[VariantRule, ...]:
    joined = [r for r in book.variants if r.kind is Kind.MODIFIER and met(r.when, facts)]
    return (*([base] if base else []), *joined)


def _without_replaced(rules: tuple[VariantRule, ...]) -> list[VariantRule]:
    replaced = {id for rule in rules for id in rule.replaces}
    return [rule for rule in rules if rule.id not in replaced]


def _signers(
    book: Rulebook, ids: set[str], facts: frozenset[Fact], situation: Situation
) -> tuple[tuple[Signer, ...], list[Stop]]:
    """Return the places to sign, one for each person, and the roles nobody may have together."""
    rules = [rule for rule in book.signers if rule.variant in ids and met(rule.when, facts)]
    places = [_place(rule, situation) for role in book.order for rule in rules if rule.role is role]
    present = {place.role for place in places}
    clashes = []
    for person in situation.same_person:
        roles = [role for role in book.order if role in person & present]
        if len(roles) < 2:
            continue
        pairs = {frozenset((one, other)) for one in roles for other in roles if one != other}
        if pairs <= book.together:
            places = _merged(places, roles)
        else:
            clashes.append(
                Stop(Obstacle.ROLES_CLASH, ANY, book.together_sources, roles=tuple(roles))
            )
    return tuple(places), clashes


def _place(rule: SignerRule, situation: Situation) -> Signer:
    manner = Manner.SIGNS
    if rule.role is Role.PATIENT and situation.device:
        manner = Manner.USES_DEVICE
    elif rule.role in situation.cannot_sign:
        manner = Manner.EXPRESSES
    return Signer(rule.role, rule.meaning, rule.needed, rule.offered, manner)


def _merged(places: list[Signer], roles: list[Role]) -> list[Signer]:
    """Let one person sign once, at the first of the places that are theirs."""
    first, *others = [place for place in places if place.role in roles]
    together = replace(
        first,
        required_for=first.required_for.union(*(other.required_for for other in others)),
        offered_for=first.offered_for.union(*(other.offered_for for other in others)),
        also=tuple(others),
    )
    return [together if place is first else place for place in places if place not in others]


def _stops(book: Rulebook, ids: set[str], facts: frozenset[Fact]) -> list[Stop]:
    return [
        Stop(rule.obstacle, rule.variant, rule.sources, rule.liftable)
        for rule in book.stops
        if rule.variant in ids and met(rule.when, facts)
    ]


def _once(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))
