"""Reads the words of one language: pages, notes, compounds, check items and figures."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from litconsent.content.faults import ContentFault, ContentProblem, refuse
from litconsent.content.figures import drawn_figures
from litconsent.content.manuscript import (
    BlockPlan,
    ChapterPlan,
    CompoundPlan,
    Manuscript,
    NotePlan,
)
from litconsent.content.page_text import BlockText, PageText, read_page
from litconsent.content.toml_table import Table, read_toml
from litconsent.domain.editions import (
    COMPOUND_PARTS,
    Block,
    Chapter,
    CheckItem,
    Compound,
    Figure,
    Kind,
    Layer,
)

# The question, then this treatment, another, and none.
OPTIONS_LINES = 4


def read_chapter(folder: Path, language: str, plan: ChapterPlan) -> Chapter:
    """Return one chapter in one language, its blocks in the order of the outline.

    :raises ContentInvalid: if blocks lack, are too many or look other than the outline says.
    """
    page = _page(folder, language, plan.id)
    wanted = [block.id for block in plan.blocks]
    refuse(_compared(page, wanted, language))
    given = {block.id: block for block in page.blocks}
    refuse(_misshapen(page, [(block, given[block.id]) for block in plan.blocks], language))
    blocks = tuple(
        Block(
            block.id,
            block.claims,
            block.layer,
            block.kind,
            given[block.id].text,
            block.figure,
            block.offered,
        )
        for block in plan.blocks
    )
    return Chapter(plan.id, page.title, blocks, plan.ask_understood)


def read_notes(folder: Path, language: str, plans: Iterable[NotePlan]) -> tuple[Block, ...]:
    """Return the notes for doctors in one language, in the order of the outline.

    :raises ContentInvalid: if a note lacks or is unknown.
    """
    plans = tuple(plans)
    page = _page(folder, language, "clinician")
    refuse(_compared(page, [plan.id for plan in plans], language))
    given = {block.id: block for block in page.blocks}
    return tuple(
        Block(plan.id, plan.claims, Layer.SHORT, given[plan.id].form, given[plan.id].text)
        for plan in plans
    )


def read_compounds(
    folder: Path, language: str, plans: Iterable[CompoundPlan]
) -> dict[str, Compound]:
    """Return all compounds in one language; each has a name and all its parts.

    :raises ContentInvalid: if a name or a part lacks or is unknown.
    """
    plans = tuple(plans)
    page = _page(folder, language, "compounds")
    wanted = [key for plan in plans for key in (plan.id, *_part_ids(plan))]
    refuse(_compared(page, wanted, language, lacking=ContentFault.MISSING_PART))
    given = {block.id: block for block in page.blocks}
    return {plan.id: _compound(plan, given) for plan in plans}


def _compound(plan: CompoundPlan, given: dict[str, BlockText]) -> Compound:
    parts = tuple(
        Block(f"{plan.id}.{part}", plan.parts[part], Layer.SHORT, text.form, text.text)
        for part, text in ((part, given[f"{plan.id}.{part}"]) for part in COMPOUND_PARTS)
    )
    name = " ".join(given[plan.id].text)
    return Compound(plan.id, name, plan.medicine, plan.off_label, parts, plan.group, plan.setting)


def _part_ids(plan: CompoundPlan) -> tuple[str, ...]:
    return tuple(f"{plan.id}.{part}" for part in COMPOUND_PARTS)


def read_check(folder: Path, language: str, script: Manuscript) -> tuple[CheckItem, ...]:
    """Return the check items in one language.

    :raises ContentInvalid: if an item lacks, or its right option is not among its options.
    """
    document = read_toml(folder / language / "check.toml", f"{language}/check.toml")
    document.only(*(item.id for item in script.items))
    found = []
    for item in script.items:
        table = document.table(item.id)
        options = table.words("options")
        if item.correct not in options:
            table.fail(ContentFault.NO_CORRECT_OPTION, f"{item.id}: {item.correct}")
        found.append(
            CheckItem(
                item.id,
                item.critical,
                item.claims,
                table.text("question"),
                options,
                item.correct,
                item.explain,
                table.text("again"),
                item.for_whom,
            )
        )
        table.done()
    return tuple(found)


def read_figures(folder: Path, language: str, script: Manuscript) -> dict[str, Figure]:
    """Return the words of all figures in one language."""
    document = read_toml(folder / language / "figures.toml", f"{language}/figures.toml")
    document.only(*script.figures)
    found = {}
    for plan in script.figures.values():
        table = document.table(plan.id)
        title, alt, labels = table.text("title"), table.text("alt"), table.words("labels")
        table.done()
        place = document.table(f"{plan.id}.labels") if labels else table
        _refuse_other_labels(place, labels, plan.id)
        found[plan.id] = Figure(plan.id, plan.claims, title, alt, labels)
    return found


def _refuse_other_labels(place: Table, labels: Mapping[str, str], figure_id: str) -> None:
    """Refuse labels that the drawing has no place for, then the want of one that it needs."""
    needed = drawn_figures()[figure_id]
    for label in labels:
        if label not in needed:
            place.fail(ContentFault.UNKNOWN_KEY, f"{figure_id}.labels.{label}", label)
    for label in needed:
        if label not in labels:
            place.fail(ContentFault.MISSING_KEY, f"{figure_id}.labels.{label}")


def _page(folder: Path, language: str, name: str) -> PageText:
    return read_page(folder / language / f"{name}.md", f"{language}/{name}.md")


def _compared(
    page: PageText,
    wanted: list[str],
    language: str,
    lacking: ContentFault = ContentFault.MISSING_BLOCK,
) -> Iterator[ContentProblem]:
    given = {block.id for block in page.blocks}
    for block_id in wanted:
        if block_id not in given:
            yield ContentProblem(page.file, 0, lacking, block_id, language)
    for block in page.blocks:
        if block.id not in wanted:
            yield ContentProblem(
                page.file, block.line, ContentFault.EXTRA_BLOCK, block.id, language
            )


def _misshapen(
    page: PageText, pairs: list[tuple[BlockPlan, BlockText]], language: str
) -> Iterator[ContentProblem]:
    for plan, given in pairs:
        expected = Kind.TEXT if plan.kind in (Kind.KEY, Kind.OPTIONS) else plan.kind
        columns = plan.kind is not Kind.OPTIONS or len(given.text) == OPTIONS_LINES
        if given.form is not expected or not columns:
            detail = f"{plan.id}: {given.form} for {plan.kind}"
            yield ContentProblem(page.file, given.line, ContentFault.WRONG_KIND, detail, language)
