"""What the patient said about each risk, and how the answers in their own words were rated."""

from functools import partial

from reportlab.platypus.flowables import Flowable

from litconsent.domain.forms import Form
from litconsent.i18n.labels import FEELING, RATING
from litconsent.i18n.text import isolated
from litconsent.pdf.document_columns import Column, side_by_side
from litconsent.pdf.document_front import facts
from litconsent.pdf.document_style import SECTION
from litconsent.pdf.flowables import Paragraph
from litconsent.pdf.tagged import Element


def understanding(parent: Element, columns: tuple[Column, ...], form: Form) -> list[Flowable]:
    """Return both lists, each left out while it is empty."""
    story: list[Flowable] = []
    if any(_said(column, form) for column in columns):
        story += side_by_side(parent, columns, partial(_chapters, form=form))
    if form.notes.teach_back:
        story += side_by_side(parent, columns, partial(_teach_back, form=form))
    return story


def _chapters(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _ = column.text
    title = _("What the patient said about each risk")
    return _listed(parent, title, _said(column, form), column, share=0.44)


def _teach_back(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _, rated = column.text, form.notes.teach_back
    rows = []
    for number, prompt in enumerate(column.leaflet.edition.teach_back, start=1):
        if prompt.id in rated:
            one = rated[prompt.id]
            repair = _("explained again: {note}", note=isolated(one.repair)) if one.repair else ""
            asked = f"{_.number(number)}. {prompt.question}"
            rows.append((asked, _.series((_(RATING[one.rating]), repair))))
    title = _("In the patient's own words, as the doctor heard it")
    return _listed(parent, title, rows, column, share=0.56)


def _said(column: Column, form: Form) -> list[tuple[str, str]]:
    _, rows = column.text, []
    for chapter in column.leaflet.chapters:
        sight = form.answers.seen.get(chapter.id)
        if sight and (sight.feeling or sight.explain):
            note = form.notes.resolved.get(chapter.id, "")
            words = _.series(
                (
                    _(FEELING[sight.feeling]) if sight.feeling else "",
                    _("wanted to hear more") if sight.explain else "",
                    _("the doctor explained it: {note}", note=isolated(note)) if note else "",
                )
            )
            rows.append((chapter.title, words))
    return rows


def _listed(
    parent: Element, title: str, rows: list[tuple[str, str]], column: Column, *, share: float
) -> list[Flowable]:
    heading = Paragraph(
        Element("H3", parent),
        title,
        language=column.language,
        style=SECTION,
        keep_with_next=True,
    )
    return [heading, *facts(parent, rows, column, share=share)]
