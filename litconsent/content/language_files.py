"""Reads the words of one language: pages, compounds, check items, figures and glossary."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from litconsent.content.faults import ContentFault, ContentProblem, refuse
from litconsent.content.figures import drawn_figures
from litconsent.content.manuscript import (
    COMPOUND_PARTS,
    BlockPlan,
    ChapterPlan,
    CompoundPlan,
    Manuscript,
)
from litconsent.content.page_text import BlockText, PageText, read_page
from litconsent.content.toml_table import read_toml
from litconsent.domain.editions import (
    Block,
    Chapter,
    CheckItem,
    Compound,
    Figure,
    Kind,
    Layer,
)


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
        Block(block.id, block.claims, block.layer, block.kind, given[block.id].text, block.figure)
        for block in plan.blocks
    )
    return Chapter(plan.id, page.title, blocks, plan.ask_understood)


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
    return Compound(plan.id, " ".join(given[plan.id].text), plan.medicine, plan.off_label, parts)


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
            )
        )
        table.done()
    return tuple(found)


def read_figures(folder: Path, language: str, script: Manuscript) -> dict[str, Figure]:
    """Return the words of all figures in one language."""
    document = read_toml(folder / language / "figures.toml", f"{language}/figures.toml")
    document.only(*script.figures)
    found = {}
    for figure_id, claims in script.figures.items():
        table = document.table(figure_id)
        title, alt, labels = table.text("title"), table.text("alt"), table.words("labels")
        table.done()
        odd = set(labels).symmetric_difference(drawn_figures()[figure_id])
        if odd:
            table.fail(ContentFault.LABELS_DIFFER, f"{figure_id}: {', '.join(sorted(odd))}")
        found[figure_id] = Figure(figure_id, claims, title, alt, labels)
    return found


def read_glossary(folder: Path, language: str) -> dict[str, str]:
    """Return what the words of the treatment mean in one language."""
    document = read_toml(folder / language / "glossary.toml", f"{language}/glossary.toml")
    table = document.table()
    return {term: table.text(term) for term in document.data}


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
        expected = Kind.TEXT if plan.kind is Kind.KEY else plan.kind
        if given.form is not expected:
            detail = f"{plan.id}: {given.form} for {plan.kind}"
            yield ContentProblem(page.file, given.line, ContentFault.WRONG_KIND, detail, language)
