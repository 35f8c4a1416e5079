"""The leaflet as it was shown: every chapter and block, in the words of the screen."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import TypeVar

from reportlab.platypus.flowables import Flowable

from litconsent.domain.areas import Area
from litconsent.domain.editions import Block, Chapter, Kind
from litconsent.i18n.labels import OPTIONS, PART
from litconsent.pdf.document_columns import Column, side_by_side
from litconsent.pdf.document_front import facts
from litconsent.pdf.document_picture import picture
from litconsent.pdf.document_style import BODY, CHAPTER, CITED, KEY, SECTION
from litconsent.pdf.figure import Picture
from litconsent.pdf.flowables import Paragraph
from litconsent.pdf.flowables_list import bullet_list, numbered_list
from litconsent.pdf.tagged import Element

Part = TypeVar("Part", Block, Chapter)


def leaflet(
    root: Element,
    columns: tuple[Column, ...],
    pictures: Mapping[str, Picture],
    areas: Collection[Area] = (),
) -> list[Flowable]:
    """Return all chapters of the leaflet; blocks stand beside their counterparts by id.

    A picture stands across both columns as the patient saw it, described in both languages;
    `areas` are those that are marked in it.
    """
    story: list[Flowable] = []
    for chapter in columns[0].leaflet.chapters:
        sect = Element("Sect", root)
        story += side_by_side(sect, columns, partial(_heading, chapter_id=chapter.id))
        for block in chapter.blocks:
            story += side_by_side(sect, columns, partial(_block, block_id=block.id))
            if block.figure:
                story += picture(sect, block.figure, areas, columns, pictures)
    return story


def _heading(parent: Element, column: Column, chapter_id: str) -> list[Flowable]:
    chapter = _found(column.leaflet.chapter(chapter_id), chapter_id)
    return [
        Paragraph(
            Element("H2", parent),
            chapter.title,
            language=column.language,
            style=CHAPTER,
            keep_with_next=True,
            bookmark=1,
            reusable=True,
        )
    ]


def _block(parent: Element, column: Column, block_id: str) -> Sequence[Flowable]:
    block = _found(column.leaflet.block(block_id), block_id)
    story = [*_part_title(parent, block, column), *_text(parent, block, column)]
    cited = Paragraph(
        Element("P", parent),
        ", ".join(block.claims),
        language=column.language,
        style=CITED,
        reusable=True,
        keep_with_next=block.kind is Kind.KEY,
    )
    if isinstance(story[-1], Paragraph):
        story[-1].keep_with_next = True  # what it rests on never stands alone on a page
    return [*story, cited]


def _part_title(parent: Element, block: Block, column: Column) -> list[Flowable]:
    """Return the heading of a compound's part; other blocks stand without one."""
    of_compound, _dot, part = block.id.partition(".")
    if of_compound not in column.leaflet.edition.compounds:
        return []
    title = column.text(PART[part])
    return [
        Paragraph(
            Element("H3", parent),
            title,
            language=column.language,
            style=SECTION,
            keep_with_next=True,
            reusable=True,
        )
    ]


def _text(parent: Element, block: Block, column: Column) -> Sequence[Flowable]:
    if block.kind is Kind.LIST:
        return bullet_list(parent, block.text, language=column.language, style=BODY, reusable=True)
    if block.kind is Kind.STEPS:
        return numbered_list(
            parent, block.text, language=column.language, style=BODY, reusable=True
        )
    if block.kind is Kind.OPTIONS:
        question = Paragraph(
            Element("H3", parent),
            block.text[0],
            language=column.language,
            style=SECTION,
            keep_with_next=True,
            reusable=True,
        )
        names = [column.text(name) for name in OPTIONS]
        options = list(zip(names, block.text[1:], strict=True))
        return [question, *facts(parent, options, column, reusable=True)]
    style = KEY if block.kind is Kind.KEY else BODY
    return [
        Paragraph(Element("P", parent), text, language=column.language, style=style, reusable=True)
        for text in block.text
    ]


def _found(part: Part | None, part_id: str) -> Part:
    if part is None:
        raise KeyError(part_id)  # editions are checked to hold the same ids in every language
    return part
