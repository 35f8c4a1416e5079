"""A form to be filled in by hand, with the same text as on the screen."""

from collections.abc import Mapping

from litconsent.domain.blanks import Blank
from litconsent.i18n.edition_words import edition_line
from litconsent.i18n.languages import SOURCE
from litconsent.i18n.text import isolated, text_for
from litconsent.pdf.archive import Metadata, compacted
from litconsent.pdf.blank_answers import blank_answers
from litconsent.pdf.blank_decision import blank_decision
from litconsent.pdf.blank_front import PAPER_TITLE, blank_front, notice_on
from litconsent.pdf.document_columns import GAP, LAYOUT, Column, far_from
from litconsent.pdf.document_header import clinic_words, patient_words
from litconsent.pdf.document_leaflet import leaflet
from litconsent.pdf.document_style import HAIRLINE, NOTICE, SMALL
from litconsent.pdf.document_words import words
from litconsent.pdf.figure import Picture
from litconsent.pdf.flowables import Align
from litconsent.pdf.layout import text_width
from litconsent.pdf.tagged import Element
from litconsent.pdf.tagged_document import Page, build_document

_BY_HAND = "_" * 34


def blank_document(blank: Blank, pictures: Mapping[str, Picture]) -> bytes:
    """Return the PDF of a blank form: PDF/A-3a and PDF/UA-1, equal bytes for an equal form.

    `pictures` are those of the patient's leaflet, by figure id.

    :raises MissingGlyph: if a character of it is in none of our fonts.
    """
    columns = _columns(blank)
    root = Element("Document", language=blank.language)
    story = blank_front(root, blank, columns)
    story += leaflet(root, columns, pictures)
    story += words(root, columns)
    story += blank_answers(root, blank.code, columns)
    story += blank_decision(root, blank, columns)
    pdf = build_document(
        story,
        root=root,
        metadata=Metadata(
            title=columns[0].text(PAPER_TITLE),
            author=blank.letterhead.name if blank.letterhead else "LIT Consent",
            subject=blank.variant.id,
            language=blank.language,
            created=blank.made_at,
        ),
        layout=LAYOUT,
        furniture=lambda page: _furniture(page, blank, columns),
    )
    return compacted(pdf)


def _columns(blank: Blank) -> tuple[Column, ...]:
    full = LAYOUT.text_width
    if blank.language == blank.clinic_language:
        return (Column(text_for(blank.language), blank.leaflet, (), full),)
    half = (full - GAP) / 2
    return (
        Column(text_for(blank.language), blank.leaflet, (), half),
        Column(text_for(blank.clinic_language), blank.clinic_leaflet, (), half),
    )


def _furniture(page: Page, blank: Blank, columns: tuple[Column, ...]) -> None:
    """Write the clinic and the patient's line on top, the editions and the page below."""
    top, head = page.layout.height - 34, blank.letterhead
    here, local = columns[0], columns[-1]
    _ = here.text
    name = isolated(patient_words(blank.patient, here.language)) if blank.patient else _BY_HAND
    patient = _("Patient: {name}", name=name)
    room = LAYOUT.text_width - GAP - text_width(patient, here.language, SMALL.size)
    clinic = clinic_words(head, local.language, room) if head else "LIT Consent"
    page.text(clinic, language=local.language, style=SMALL, y=top)
    page.text(patient, language=here.language, style=SMALL, y=top, align=far_from(local, here))
    for number, column in enumerate(one for one in columns if notice_on(one)):
        y = top - 14 - 12 * number
        page.text(notice_on(column), language=column.language, style=NOTICE, y=y)
    page.rule(50, HAIRLINE, 0.5)
    count = _("Page {number} of {count}", number=_.number(page.number), count=_.number(page.count))
    page.text(count, language=here.language, style=SMALL, y=38, kind="Footer", align=Align.END)
    side = Align.START if local.text.rtl else Align.END
    page.text(blank.code, language=SOURCE, style=SMALL, y=38 - 11.5, kind="Footer", align=side)
    for number, column in enumerate(columns):
        line = edition_line(column.leaflet.edition, column.text)
        page.text(line, language=column.language, style=SMALL, y=38 - 11.5 * number, kind="Footer")
