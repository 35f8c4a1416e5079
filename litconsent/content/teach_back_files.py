"""Reads the teach-back prompts: which there are, what each is about, and its words."""

from collections.abc import Iterable
from pathlib import Path

from litconsent.content.faults import ContentFault
from litconsent.content.manuscript import PromptPlan
from litconsent.content.toml_table import Document, read_toml
from litconsent.domain.editions import Prompt


def prompt_plans(document: Document) -> tuple[PromptPlan, ...]:
    """Return the prompts without their words."""
    document.only("prompt")
    found: dict[str, PromptPlan] = {}
    for table in document.tables("prompt"):
        plan = PromptPlan(table.text("id"), table.texts("blocks"), table.line)
        if plan.id in found:
            table.fail(ContentFault.DUPLICATE_ID, plan.id, "id")
        table.done()
        found[plan.id] = plan
    return tuple(found.values())


def read_prompts(folder: Path, language: str, plans: Iterable[PromptPlan]) -> tuple[Prompt, ...]:
    """Return the prompts in one language.

    :raises ContentInvalid: if one lacks, or one is unknown.
    """
    plans = tuple(plans)
    document = read_toml(folder / language / "teach-back.toml", f"{language}/teach-back.toml")
    document.only(*(plan.id for plan in plans))
    found = []
    for plan in plans:
        table = document.table(plan.id)
        question, listen_for = table.text("question"), table.text("listen_for")
        found.append(Prompt(plan.id, plan.blocks, question, listen_for))
        table.done()
    return tuple(found)
