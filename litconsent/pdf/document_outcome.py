"""What was decided, in one box, as a doctor who opens the document sees it first."""

from reportlab.platypus.flowables import Flowable

from litconsent.domain.forms import Form
from litconsent.i18n.decision_words import decision_words
from litconsent.i18n.reason_words import known_off_label
from litconsent.pdf.document_columns import Column
from litconsent.pdf.document_style import ACCENT, BODY, BOX_PADDING, GRID, PAPER_TINT
from litconsent.pdf.document_style import DECISION as DECISION_STYLE
from litconsent.pdf.flowables import Box, Paragraph
from litconsent.pdf.tagged import Element


def outcome(parent: Element, column: Column, form: Form) -> list[Flowable]:
    """Return the decision, what it means and, of a partial consent, what it is about."""
    _ = column.text
    decided, means = decision_words(_, form.decision, form.episode.who, form.ruling)
    said = Paragraph(
        Element("H2", parent),
        decided,
        language=column.language,
        style=DECISION_STYLE,
        keep_with_next=True,
        bookmark=1,
    )
    sentences = [means]
    if form.declined:
        names = column.leaflet.edition.compounds
        planned = [compound.id for compound in form.episode.plan.compounds]
        no = [names[one].name for one in planned if one in form.declined]
        yes = [names[one].name for one in planned if one not in form.declined]
        sentences.append(_("Yes to: {names}", names=_.list(yes)))
        sentences.append(_("No to: {names}", names=_.list(no)))
    plan, edition = form.episode.plan, column.leaflet.edition
    sentences += known_off_label(form.decision, form.declined, plan, edition, _)
    words = [
        Paragraph(Element("P", parent), sentence, language=column.language, style=BODY)
        for sentence in sentences
    ]
    around = {"padding": BOX_PADDING, "before": GRID, "after": GRID}
    return [Box([said, *words], background=PAPER_TINT, border=ACCENT, **around)]
