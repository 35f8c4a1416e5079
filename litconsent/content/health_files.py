"""Reads the questions about health: which there are, in which groups, and their words."""

from pathlib import Path

from litconsent.content.manuscript import HealthPlan, Manuscript
from litconsent.content.toml_table import Document, read_toml
from litconsent.domain.editions import HealthGroup


def health_plan(document: Document) -> tuple[HealthPlan, ...]:
    """Return the questions with the group of each, in their order."""
    document.only("question")
    found = []
    for table in document.tables("question"):
        found.append(HealthPlan(table.text("id"), table.text("group")))
        table.done()
    return tuple(found)


def read_health(folder: Path, language: str, script: Manuscript) -> tuple[HealthGroup, ...]:
    """Return the questions about health in one language, by group.

    :raises ContentInvalid: if a question or a group lacks words, or has too many.
    """
    document = read_toml(folder / language / "health.toml", f"{language}/health.toml")
    document.only("groups", "questions")
    titles, questions = document.table("groups"), document.table("questions")
    found = tuple(
        HealthGroup(
            group,
            titles.text(group),
            {plan.id: questions.text(plan.id) for plan in script.health if plan.group == group},
        )
        for group in dict.fromkeys(plan.group for plan in script.health)
    )
    titles.done()
    questions.done()
    return found
