"""The rules of one jurisdiction about who decides: rows of data, read from its pack."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from litconsent.domain.decisions import Decision
from litconsent.domain.editions import Circumstance
from litconsent.domain.facts import Condition
from litconsent.domain.obstacles import Obstacle
from litconsent.domain.papers import Paper
from litconsent.domain.people import Role
from litconsent.domain.variants import Meaning

ANY = "any"  # a row that belongs to no variant and holds for every one


class Kind(StrEnum):
    """What a variant is: who decides, what joins it, or how it ends."""

    BASE = "base"
    MODIFIER = "modifier"
    ENDING = "ending"


class Ending(StrEnum):
    """How a talk or a consent ends other than with yes; none of them is ever blocked."""

    REFUSAL = "refusal"
    POSTPONEMENT = "postponement"
    WITHDRAWAL = "withdrawal"


@dataclass(frozen=True, slots=True)
class Limits:
    """Ages in whole years, and how many witnesses are wanted, of whom how many independent.

    `alone` is the age from which a minor decides alone; None where no age gives that.
    """

    adult: int
    assent_asked: int
    assent_needed: int
    witnesses: int
    independent_witnesses: int
    alone: int | None = None


@dataclass(frozen=True, slots=True)
class VariantRule:
    """One variant: when it is proposed, and when a doctor may choose it against the proposal.

    `replaces` names variants that it contains, so that they need not be named beside it.
    """

    id: str
    kind: Kind
    when: tuple[Condition, ...]
    sources: tuple[str, ...]
    only_if: tuple[Condition, ...] = ()
    replaces: tuple[str, ...] = ()
    heard: tuple[Role, ...] = ()
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class SignerRule:
    """A place to sign that a variant brings along."""

    variant: str
    role: Role
    meaning: Meaning
    needed: frozenset[Decision]
    offered: frozenset[Decision]
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperRule:
    """A document or statement that a variant puts on record."""

    variant: str
    paper: Paper
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class TextRule:
    """What a variant's text speaks about beyond what every patient reads."""

    variant: str
    circumstances: tuple[Circumstance, ...]
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class StopRule:
    """What keeps a *yes* from being taken; never a refusal, a postponement or a withdrawal.

    A doctor may lift a `liftable` one with a reason.
    """

    variant: str
    obstacle: Obstacle
    when: tuple[Condition, ...]
    sources: tuple[str, ...]
    liftable: bool = False


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of a jurisdiction; `order` has every role in the order of signing.

    `together` has the pairs of roles that one person may have, `law` the citation of each source,
    `unverified` those that nobody has checked against the official text.
    """

    code: str
    limits: Limits
    order: tuple[Role, ...]
    variants: tuple[VariantRule, ...]
    signers: tuple[SignerRule, ...]
    papers: tuple[PaperRule, ...]
    texts: tuple[TextRule, ...]
    stops: tuple[StopRule, ...]
    together: frozenset[frozenset[Role]]
    together_sources: tuple[str, ...]
    nobody_sources: tuple[str, ...]
    law: Mapping[str, str]
    unverified: frozenset[str]

    def ending(self, ending: Ending) -> VariantRule:
        """Return the rules of a refusal, a postponement or a withdrawal."""
        return next(rule for rule in self.variants if rule.ending is ending)
