"""Assembles the edition of one language out of its files, or says everything that is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from litconsent.content.edition_data import sealed
from litconsent.content.faults import ContentFault, ContentInvalid, ContentProblem, refuse
from litconsent.content.formulary_file import read_classes
from litconsent.content.health_files import read_health
from litconsent.content.language_files import (
    read_chapter,
    read_check,
    read_compounds,
    read_figures,
    read_notes,
)
from litconsent.content.manuscript import Manuscript
from litconsent.content.reference_files import read_glossary, read_sources
from litconsent.content.teach_back_files import read_prompts
from litconsent.domain.editions import Edition, EditionState

Part = TypeVar("Part")


def assemble(folder: Path, script: Manuscript, language: str) -> Edition:
    """Return the edition of one language.

    :raises ContentInvalid: with the mistakes of all its files.
    """
    problems: list[ContentProblem] = []

    def read(parse: Callable[[], Part]) -> Part | None:
        try:
            return parse()
        except ContentInvalid as error:
            problems.extend(replace(problem, language=language) for problem in error.problems)
            return None

    problems += _strangers(folder / language, script)
    chapters = [read(partial(read_chapter, folder, language, plan)) for plan in script.chapters]
    compounds = read(lambda: read_compounds(folder, language, script.compounds))
    classes = read(lambda: read_classes(folder, language, script.classes))
    check = read(lambda: read_check(folder, language, script))
    prompts = read(lambda: read_prompts(folder, language, script.teach_back))
    figures = read(lambda: read_figures(folder, language, script))
    glossary = read(lambda: read_glossary(folder, language))
    sources = read(lambda: read_sources(folder, language, script))
    health = read(lambda: read_health(folder, language, script))
    notes = read(lambda: read_notes(folder, language, script.notes))
    refuse(problems)
    return sealed(
        Edition(
            procedure=script.procedure,
            language=language,
            state=EditionState.DRAFT,  # files are working text; only the store knows a release
            hash="",
            citation=script.citation,
            evidence_checked=script.evidence_checked,
            chapters=tuple(chapter for chapter in chapters if chapter),
            compounds=compounds or {},
            check=check or (),
            teach_back=prompts or (),
            figures=figures or {},
            glossary=glossary or {},
            claims=script.claims,
            sources=sources or {},
            notes=notes or (),
            health=health or (),
            classes=classes or {},
        )
    )


def _strangers(folder: Path, script: Manuscript) -> Iterator[ContentProblem]:
    known = {"compounds", "clinician", *(chapter.id for chapter in script.chapters)}
    for page in sorted(folder.glob("*.md")):
        if page.stem not in known:
            file = f"{folder.name}/{page.name}"
            yield ContentProblem(file, 0, ContentFault.UNKNOWN_CHAPTER, page.stem, folder.name)


def differences(source: Edition, other: Edition) -> Iterator[ContentProblem]:
    """Yield where another language offers other options than the source language."""
    file = f"{other.language}/check.toml"
    for ours, theirs in zip(source.check, other.check, strict=True):
        if set(ours.options) != set(theirs.options):
            yield ContentProblem(file, 0, ContentFault.OPTIONS_DIFFER, ours.id, other.language)
