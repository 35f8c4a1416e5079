"""Reads compounds.toml: the classes of compounds, and the compounds with what each part cites."""

from collections.abc import Mapping

from litconsent.content.faults import ContentFault
from litconsent.content.manuscript import CompoundPlan
from litconsent.content.shared_files import unique
from litconsent.content.toml_table import Document, Table
from litconsent.domain.editions import COMPOUND_PARTS, OffLabel, Setting


def compounds(document: Document) -> tuple[tuple[CompoundPlan, ...], dict[str, Setting]]:
    """Return the compounds, and the setting of each class.

    :raises ContentInvalid: if a compound has no class that is open, or a part cites nothing.
    """
    document.only("class", "compound")
    classes = {}
    for table in unique(document.tables("class")):
        classes[table.text("id")] = table.choice("setting", Setting)
        table.done()
    found = tuple(_compound(table, classes) for table in unique(document.tables("compound")))
    return found, classes


def _compound(table: Table, classes: Mapping[str, Setting]) -> CompoundPlan:
    plan = CompoundPlan(
        table.text("id"),
        table.text("class"),
        table.flag("medicine"),
        table.choice("off_label", OffLabel),
        table.choice("setting", Setting),
        _cited(table),
        table.line,
    )
    table.done()
    if classes.get(plan.group, Setting.LOCKED) is Setting.LOCKED:
        table.fail(ContentFault.CLOSED_CLASS, plan.group, "class")
    if plan.setting is Setting.LOCKED:  # a class is locked as a whole, with its reason
        table.fail(ContentFault.WRONG_VALUE, f"setting = {plan.setting}", "setting")
    return plan


def _cited(table: Table) -> dict[str, tuple[str, ...]]:
    claims = table.inner("claims")
    for part in COMPOUND_PARTS:
        if not claims.data.get(part, True):
            claims.fail(ContentFault.NOTHING_CITED, f"claims.{part}", part)
        if part not in claims.data:
            table.fail(ContentFault.NOTHING_CITED, f"claims.{part}")
    found = {part: claims.texts(part) for part in COMPOUND_PARTS}
    claims.done()
    return found
