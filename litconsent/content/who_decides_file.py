"""Reads who decides in a jurisdiction: `who_decides.toml` of its folder, as rules."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from litconsent.content.demands_file import FOLDER
from litconsent.content.faults import ContentFault, ContentInvalid, ContentProblem
from litconsent.content.toml_table import Document, Table, read_toml
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import Circumstance
from litconsent.domain.facts import Condition, Fact
from litconsent.domain.obstacles import Obstacle
from litconsent.domain.papers import Paper
from litconsent.domain.people import Role
from litconsent.domain.rulebooks import (
    ANY,
    Ending,
    Kind,
    Limits,
    PaperRule,
    Rulebook,
    SignerRule,
    StopRule,
    TextRule,
    VariantRule,
)
from litconsent.domain.variants import Meaning

NAME = "who_decides.toml"
_NOT = "not "
_TOP = ("order", "nobody", "limits", "variant", "signer", "record", "text", "stop")

Value = TypeVar("Value", bound=StrEnum)


def jurisdictions_with_rules(root: Path) -> tuple[str, ...]:
    """Return the codes of all jurisdictions under this folder that say who decides."""
    return tuple(sorted(path.parent.name for path in (root / FOLDER).glob(f"*/{NAME}")))


def read_rulebook(root: Path, code: str) -> Rulebook:
    """Return who decides in one jurisdiction.

    :raises ContentInvalid: with file and line of a mistake: an unknown fact, role, variant or
        source among them, a role that is not in the order of signing, or a missing file.
    """
    document = read_toml(root / FOLDER / code / NAME, f"{FOLDER}/{code}/{NAME}")
    document.only(*_TOP, "together", "law", "checks")
    top, law = document.table(), document.table("law")
    variants = tuple(_variant(table) for table in document.tables("variant"))
    book = Rulebook(
        code=code,
        limits=_limits(document.table("limits")),
        order=_members(top, "order", Role),
        variants=variants,
        signers=tuple(_signer(table) for table in document.tables("signer")),
        papers=tuple(p for table in document.tables("record") for p in _papers(table)),
        texts=tuple(_text(table) for table in document.tables("text")),
        stops=tuple(_stop(table) for table in document.tables("stop")),
        together=_pairs(document.table("together")),
        together_sources=document.table("together").texts("sources"),
        nobody_sources=top.texts("nobody"),
        law={source: law.text(source) for source in law.data},
        unverified=frozenset(document.table("checks").texts("unverified")),
    )
    _refuse_loose_ends(document, book)
    return book


@lru_cache(maxsize=8)
def known_rulebook(root: Path, code: str) -> Rulebook:
    """Return the rulebook as this process read it first: rules do not change under a patient."""
    return read_rulebook(root, code)


def _limits(table: Table) -> Limits:
    limits = Limits(
        adult=table.whole("adult"),
        assent_asked=table.whole("assent_asked"),
        assent_needed=table.whole("assent_needed"),
        witnesses=table.whole("witnesses"),
        independent_witnesses=table.whole("independent_witnesses"),
        alone=table.whole("alone") if "alone" in table.data else None,
    )
    table.done()
    return limits


def _variant(table: Table) -> VariantRule:
    when = _conditions(table, "when")
    rule = VariantRule(
        id=table.text("id"),
        kind=table.choice("kind", Kind),
        when=when,
        sources=table.texts("sources"),
        only_if=_conditions(table, "only_if") if "only_if" in table.data else when,
        replaces=table.optional_texts("replaces"),
        heard=_members(table, "heard", Role) if "heard" in table.data else (),
        ending=table.choice("ending", Ending) if "ending" in table.data else None,
    )
    table.done()
    return rule


def _signer(table: Table) -> SignerRule:
    rule = SignerRule(
        variant=table.text("variant"),
        role=table.choice("role", Role),
        meaning=table.choice("meaning", Meaning),
        needed=_decisions(table, "needed"),
        offered=_decisions(table, "offered"),
        when=_conditions(table, "when"),
    )
    table.done()
    return rule


def _papers(table: Table) -> list[PaperRule]:
    variant, when = table.text("variant"), _conditions(table, "when")
    rules = [PaperRule(variant, paper, when) for paper in _members(table, "papers", Paper)]
    table.done()
    return rules


def _text(table: Table) -> TextRule:
    rule = TextRule(
        variant=table.text("variant"),
        circumstances=_members(table, "circumstances", Circumstance),
        when=_conditions(table, "when"),
    )
    table.done()
    return rule


def _stop(table: Table) -> StopRule:
    rule = StopRule(
        variant=table.text("variant"),
        obstacle=table.choice("obstacle", Obstacle),
        when=_conditions(table, "when"),
        sources=table.texts("sources"),
        liftable=table.optional_flag("liftable"),
    )
    table.done()
    return rule


def _decisions(table: Table, key: str) -> frozenset[Decision]:
    named = frozenset(_members(table, key, Decision))
    # Who agrees to a part of the proposal agrees: the same persons sign.
    return named | {Decision.PARTIAL} if Decision.CONSENT in named else named


def _pairs(table: Table) -> frozenset[frozenset[Role]]:
    pairs = []
    for pair in table.texts("pairs"):
        roles = frozenset(_member(table, "pairs", Role, name) for name in pair.split())
        if len(roles) != 2:
            table.fail(ContentFault.WRONG_VALUE, pair, "pairs")
        pairs.append(roles)
    return frozenset(pairs)


def _conditions(table: Table, key: str) -> tuple[Condition, ...]:
    found = []
    for words in table.optional_texts(key):
        fact = _member(table, key, Fact, words.removeprefix(_NOT))
        found.append(Condition(fact, holds=not words.startswith(_NOT)))
    return tuple(found)


def _members(table: Table, key: str, kind: type[Value]) -> tuple[Value, ...]:
    return tuple(_member(table, key, kind, name) for name in table.texts(key))


def _member(table: Table, key: str, kind: type[Value], name: str) -> Value:
    if name not in [str(member) for member in kind]:
        table.fail(ContentFault.WRONG_VALUE, f"{key}: {name}", key)
    return kind(name)


def _refuse_loose_ends(document: Document, book: Rulebook) -> None:
    known = [ANY, *(variant.id for variant in book.variants)]
    for section in ("signer", "record", "text", "stop"):
        for table in document.tables(section):
            _refuse_unknown(table, "variant", [str(table.data["variant"])], known)
    for section in ("variant", "stop"):
        for table in document.tables(section):
            _refuse_unknown(table, "sources", table.data["sources"], book.law)
    for table in document.tables("signer"):
        _refuse_unknown(table, "role", [str(table.data["role"])], book.order)
    for ending in Ending:
        if not any(variant.ending is ending for variant in book.variants):
            fault = ContentFault.MISSING_KEY
            raise ContentInvalid(ContentProblem(document.file, 0, fault, f"ending = {ending}"))


def _refuse_unknown(table: Table, key: str, named: Iterable[str], known: Collection[str]) -> None:
    for name in named:
        if name not in known:
            table.fail(ContentFault.WRONG_VALUE, f"{key}: {name}", key)
