"""Reads each shared file of a procedure: edition, claims, outline, check, figures."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from litconsent.content.faults import ContentFault, ContentInvalid, ContentProblem
from litconsent.content.manuscript import (
    BlockPlan,
    ChapterPlan,
    FigurePlan,
    ItemPlan,
    LanguagePlan,
    NotePlan,
)
from litconsent.content.toml_table import Document, Table
from litconsent.domain.editions import (
    Claim,
    ForWhom,
    Kind,
    Layer,
    Source,
    Strength,
    Use,
)

Head = tuple[str, str, date, tuple[LanguagePlan, ...], tuple[ContentProblem, ...]]
Cited = tuple[dict[str, Claim], dict[str, int], dict[str, Source]]

_CODE = re.compile(r"[a-z]{2}(-[A-Z][a-z]{3})?$")


def edition_head(document: Document) -> Head:
    """Return procedure, citation, day of the evidence check, the languages, and unfit rows.

    The row of a translation is unfit for itself; that of an original spoils the file for all.
    """
    top = document.table()
    procedure, citation = top.text("procedure"), top.text("source")
    checked = top.day("evidence_checked")
    document.only("procedure", "source", "evidence_checked", "languages")
    plans: list[LanguagePlan] = []
    unfit: list[ContentProblem] = []
    for code, row in document.table("languages").data.items():
        try:
            plans.append(_language(document, code))
        except ContentInvalid as error:
            if not isinstance(row, dict) or row.get("authored") is not False:
                raise
            unfit += (replace(problem, language=code) for problem in error.problems)
    return procedure, citation, checked, tuple(plans), tuple(unfit)


def _language(document: Document, code: str) -> LanguagePlan:
    if not _CODE.match(code):  # it becomes the name of a folder
        document.table("languages").fail(ContentFault.WRONG_VALUE, code)
    table = document.table(f"languages.{code}")
    plan = LanguagePlan(
        code,
        authored=table.flag("authored"),
        drafted=table.optional_text("drafted") or "",
        checked=table.optional_text("checked") or "",
        negation=table.optional_pattern("negation"),
        origin=table.optional_pattern("origin"),
        scripts=table.optional_texts("scripts"),
        kept=table.optional_texts("kept"),
        units=table.patterns("units"),
    )
    table.done()
    return plan


def claims(document: Document) -> Cited:
    """Return the claims, the chapter of each, and the sources beside them."""
    document.only("claim", "source")
    found: dict[str, Claim] = {}
    chapters: dict[str, int] = {}
    for table in unique(document.tables("claim")):
        claim = Claim(
            table.text("id"),
            table.text("section"),
            _strengths(table),
            table.choice("use", Use),
            table.text("text"),
        )
        chapters[claim.id] = table.whole("chapter")
        table.done()
        found[claim.id] = claim
    sources: dict[str, Source] = {}
    for table in unique(document.tables("source"), found):
        source = Source(table.text("id"), table.text("citation"), table.flag("verified"))
        table.done()
        sources[source.id] = source
    return found, chapters, sources


def _strengths(table: Table) -> tuple[Strength, ...]:
    codes = table.text("strength").split("/")
    for code in codes:
        if code not in list(Strength):
            table.fail(ContentFault.WRONG_VALUE, f"strength = {code}", "strength")
    return tuple(Strength(code) for code in codes)


def outline(document: Document) -> tuple[tuple[ChapterPlan, ...], tuple[NotePlan, ...]]:
    """Return the chapters with their blocks, and the notes for doctors."""
    document.only("chapter", "note")
    nested = document.nested("chapter", "block")
    unique(table for table, _ in nested)
    unique(table for _, blocks in nested for table in blocks)
    notes = []
    for table in unique(document.tables("note")):
        notes.append(NotePlan(table.text("id"), table.texts("claims"), table.line))
        table.done()
    chapters = []
    for table, blocks in nested:
        chapters.append(
            ChapterPlan(
                table.text("id"),
                table.whole("number"),
                tuple(_block(block) for block in blocks),
                table.optional_flag("ask_understood"),
            )
        )
        table.done()
    return tuple(chapters), tuple(notes)


def _block(table: Table) -> BlockPlan:
    block = BlockPlan(
        table.text("id"),
        table.texts("claims"),
        table.choice("layer", Layer),
        table.choice("kind", Kind),
        table.optional_text("figure"),
        table.optional_texts("offered"),
        table.line,
    )
    table.done()
    return block


def check_items(document: Document) -> tuple[ItemPlan, ...]:
    """Return the check items without their words."""
    document.only("item")
    found = []
    for table in unique(document.tables("item")):
        item = ItemPlan(
            table.text("id"),
            table.flag("critical"),
            table.texts("claims"),
            table.text("correct"),
            table.text("explain"),
            table.choice("for_whom", ForWhom),
            table.line,
        )
        table.done()
        found.append(item)
    return tuple(found)


def figures(document: Document) -> dict[str, FigurePlan]:
    """Return the figures with the claims that each shows."""
    document.only("figure")
    found = {}
    for table in unique(document.tables("figure")):
        plan = FigurePlan(table.text("id"), table.texts("claims"), table.line)
        table.done()
        found[plan.id] = plan
    return found


def unique(tables: Iterable[Table], taken: Iterable[str] = ()) -> tuple[Table, ...]:
    """Return the tables, no id of which stands twice or is taken already."""
    seen = set(taken)
    found = tuple(tables)
    for table in found:
        table_id = table.text("id")
        if table_id in seen:
            table.fail(ContentFault.DUPLICATE_ID, table_id, "id")
        seen.add(table_id)
    return found
