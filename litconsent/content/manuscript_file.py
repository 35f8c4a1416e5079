"""Reads the shared files of a procedure into a manuscript whose references all hold."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from litconsent.content import compound_file, shared_files
from litconsent.content.coverage import citations
from litconsent.content.faults import ContentFault, ContentInvalid, ContentProblem, refuse
from litconsent.content.figures import drawn_figures
from litconsent.content.health_files import health_plan
from litconsent.content.manuscript import Manuscript
from litconsent.content.teach_back_files import prompt_plans
from litconsent.content.toml_table import Document, read_toml
from litconsent.domain.editions import Circumstance, Topic

Part = TypeVar("Part")


def read_manuscript(folder: Path) -> Manuscript:
    """Return what all languages of the procedure in this folder share.

    :raises ContentInvalid: with the first mistake of each file.
    """
    problems: list[ContentProblem] = []

    def read(name: str, parse: Callable[[Document], Part]) -> Part | None:
        try:
            return parse(read_toml(folder / name, name))
        except ContentInvalid as error:
            problems.extend(error.problems)
            return None

    head = read("edition.toml", shared_files.edition_head)
    cited = read("claims.toml", shared_files.claims)
    outline = read("outline.toml", shared_files.outline)
    compounds = read("compounds.toml", compound_file.compounds)
    items = read("check.toml", shared_files.check_items)
    prompts = read("teach-back.toml", prompt_plans)
    figures = read("figures.toml", shared_files.figures)
    health = read("health.toml", health_plan)
    refuse(problems)
    if head is None or cited is None or outline is None or figures is None or compounds is None:
        raise AssertionError  # a file that was not read is among the problems
    manuscript = Manuscript(
        *head[:3],
        {plan.code: plan for plan in head[3]},
        *cited,
        *outline,
        *compounds,
        items or (),
        prompts or (),
        figures,
        health or (),
        head[4],
    )
    refuse([*_broken_citations(manuscript), *_broken_references(manuscript)])
    return manuscript


def _broken_citations(script: Manuscript) -> Iterator[ContentProblem]:
    known = {*script.claims, *script.sources}
    blocks = [block for chapter in script.chapters for block in chapter.blocks]
    cites = [("outline.toml", block.line, block.claims) for block in blocks]
    cites += [("outline.toml", note.line, note.claims) for note in script.notes]
    cites += [("check.toml", item.line, item.claims) for item in script.items]
    cites += [
        ("compounds.toml", compound.line, claims)
        for compound in script.compounds
        for claims in compound.parts.values()
    ]
    cites += [("figures.toml", figure.line, figure.claims) for figure in script.figures.values()]
    for file, line, claims in cites:
        for claim in claims:
            if claim not in known:
                yield ContentProblem(file, line, ContentFault.UNKNOWN_CLAIM, claim)


def _broken_references(script: Manuscript) -> Iterator[ContentProblem]:
    for figure in script.figures.values():
        if figure.id not in drawn_figures():
            yield ContentProblem(
                "figures.toml", figure.line, ContentFault.UNKNOWN_FIGURE, figure.id
            )
    readable = {cited.block for cited in citations(script) if not cited.offered}
    for item in script.items:
        if item.explain not in readable:
            yield ContentProblem("check.toml", item.line, ContentFault.UNKNOWN_BLOCK, item.explain)
    for prompt in script.teach_back:
        for block_id in prompt.blocks:
            if block_id not in readable:
                yield ContentProblem(
                    "teach-back.toml", prompt.line, ContentFault.UNKNOWN_BLOCK, block_id
                )
    offers = {
        *Topic,
        *Circumstance,
        *script.classes,
        *(compound.id for compound in script.compounds),
    }
    for block in (block for chapter in script.chapters for block in chapter.blocks):
        for offer in block.offered:
            if offer not in offers:
                yield ContentProblem("outline.toml", block.line, ContentFault.UNKNOWN_OFFER, offer)
        if block.figure and block.figure not in script.figures:
            yield ContentProblem(
                "outline.toml", block.line, ContentFault.UNKNOWN_FIGURE, block.figure
            )
