"""The page to take home: what is normal, when to call, and what an emergency doctor needs."""

from dataclasses import replace

from reportlab.platypus import PageBreak, Spacer
from reportlab.platypus.flowables import Flowable

from litconsent.domain.decisions import Decision
from litconsent.domain.editions import Block, Kind, Layer
from litconsent.domain.forms import Form
from litconsent.domain.leaflets import HOME_CHAPTER
from litconsent.domain.plans import PlannedCompound
from litconsent.i18n.plan_areas import where
from litconsent.i18n.text import isolated, ltr
from litconsent.pdf.document_columns import LAYOUT, Column
from litconsent.pdf.document_front import facts
from litconsent.pdf.document_style import (
    ACCENT,
    BODY,
    BOX_PADDING,
    GRID,
    HAIRLINE,
    KEY,
    PAPER_TINT,
    SECTION,
    TITLE,
)
from litconsent.pdf.flowables import Box, Paragraph, Rule, Style
from litconsent.pdf.flowables_list import bullet_list
from litconsent.pdf.layout import Content
from litconsent.pdf.tagged import Element

CHANGE_OF_MIND = "rights.change"
LARGE = replace(BODY, size=11.5, leading=17.5, after=3.5)
CALL = replace(KEY, size=14.0, leading=21.0)
_LINES = 6  # to write a question on


def take_home(root: Element, form: Form, columns: tuple[Column, ...]) -> list[Flowable]:
    """Return a page of its own in the patient's language, to be kept or shown to a doctor."""
    sect = Element("Sect", root)
    reader = columns[0]
    _ = reader.text
    story: list[Flowable] = [PageBreak()]
    story.append(_set("H2", sect, _("To take home"), reader, TITLE, bookmark=1))
    phone = _("{clinic}, phone {phone}", clinic=isolated(form.letterhead.name), phone=_phone(form))
    story.append(_set("P", sect, phone, reader, CALL))
    if form.decision is Decision.CONSENT:
        return [*story, *_at_home(sect, reader), *_for_doctors(sect, form, columns)]
    story += _words(sect, reader.leaflet.block(CHANGE_OF_MIND), reader)
    return [*story, *_questions(sect, form, reader)]


def _at_home(parent: Element, reader: Column) -> list[Flowable]:
    chapter = reader.leaflet.chapter(HOME_CHAPTER)
    blocks = [b for b in chapter.blocks if b.layer is Layer.SHORT] if chapter else []
    story: list[Flowable] = []
    for block in blocks:
        if block.kind is Kind.LIST:  # when to call us, and when to call 112, are two lists
            story.append(Spacer(0, GRID))
        story += _words(parent, block, reader)
    return story


def _words(parent: Element, block: Block | None, reader: Column) -> list[Flowable]:
    if block is None:
        return []
    if block.kind is Kind.LIST:
        return list(
            bullet_list(parent, block.text, language=reader.language, style=LARGE, reusable=True)
        )
    return [_set("P", parent, text, reader, LARGE) for text in block.text]


def _for_doctors(parent: Element, form: Form, columns: tuple[Column, ...]) -> list[Flowable]:
    """Return what was agreed, in the clinic's language: any doctor near it reads that."""
    local = columns[-1]
    _, patient, plan = local.text, form.episode.patient, form.episode.plan
    div = Element("Div", parent, language=local.language)
    substances = [_substance(c, columns) for c in plan.compounds]
    where_and_how = _("{area}: small amounts into the skin", area=_area(local, form))
    rows = [
        (_("Patient"), _.beside(isolated(patient.name), _.date(patient.birth_date))),
        (_("Substances"), "\n".join(substances)),
        (_("Where and how"), where_and_how),
        (_("Agreed on"), _.datetime(form.decided_at, form.time_zone)),
        (_("Sessions"), _.plural("{count} session", "{count} sessions", plan.sessions)),
        (_("Clinic"), _.beside(isolated(form.letterhead.name), _phone(form))),
    ]
    title = _("For a doctor who treats this patient: planned local intradermal therapy")
    inside = replace(local, width=LAYOUT.text_width - 2 * BOX_PADDING)
    lines = [_set("H3", div, title, local, SECTION), *facts(div, rows, inside, share=0.2)]
    return [Box(lines, background=PAPER_TINT, border=ACCENT, padding=BOX_PADDING, before=2 * GRID)]


def _substance(compound: PlannedCompound, columns: tuple[Column, ...]) -> str:
    """Return a substance by its name in the clinic's language, then in the patient's."""
    names = [column.leaflet.edition.compounds[compound.id].name for column in reversed(columns)]
    return " · ".join(isolated(part) for part in (*dict.fromkeys(names), compound.dose) if part)


def _questions(parent: Element, form: Form, reader: Column) -> list[Flowable]:
    _ = reader.text
    story: list[Flowable] = [_set("H3", parent, _("My questions"), reader, SECTION)]
    if form.answers.questions:
        story.append(_set("P", parent, form.answers.questions, reader, LARGE))
    return [*story, *(Rule(HAIRLINE, before=26.0, after=0.0) for _line in range(_LINES))]


def _area(column: Column, form: Form) -> str:
    return isolated(where(column.leaflet.edition, form.episode.plan))


def _phone(form: Form) -> str:
    return ltr(form.letterhead.phone)


def _set(
    tag: str,
    parent: Element,
    words: Content,
    column: Column,
    style: Style,
    bookmark: int | None = None,
) -> Paragraph:
    return Paragraph(
        Element(tag, parent),
        words,
        language=column.language,
        style=style,
        keep_with_next=tag != "P",
        bookmark=bookmark,
    )
