"""The document of one decision, ready to be sealed: typeset, tagged, archivable, with its data."""

from collections.abc import Mapping

from reportlab.platypus.flowables import Flowable

from litconsent.domain.decisions import Outcome
from litconsent.domain.forms import Form
from litconsent.i18n.edition_words import edition_line
from litconsent.i18n.labels import DOCUMENT_TITLE
from litconsent.i18n.text import N_, text_for
from litconsent.pdf.archive import Attachment, Metadata, Relationship, compacted
from litconsent.pdf.cycle_search import cycle_search_put_off
from litconsent.pdf.document_columns import LAYOUT, Column, Sided, columns_of, far_from
from litconsent.pdf.document_data import record_data
from litconsent.pdf.document_decision import signed, who_decides
from litconsent.pdf.document_front import front, notice_of, proposed
from litconsent.pdf.document_header import head_line
from litconsent.pdf.document_leaflet import leaflet
from litconsent.pdf.document_proof import proof
from litconsent.pdf.document_style import HAIRLINE, NOTICE, SMALL
from litconsent.pdf.document_take_home import take_home
from litconsent.pdf.document_words import words
from litconsent.pdf.figure import Picture, SignatureField
from litconsent.pdf.seal import SEAL_FIELD
from litconsent.pdf.tagged import Element
from litconsent.pdf.tagged_document import Page, build_document

DATA_NAME, BUNDLE_NAME = "record.json", "record.fhir.json"


_RECORD = N_("Record {record}")


@cycle_search_put_off()
def form_document(form: Form, pictures: Mapping[str, Picture], bundle: bytes) -> bytes:
    """Return the unsealed PDF of a form: PDF/A-3a and PDF/UA-1, equal bytes for an equal form.

    `pictures` are those of the patient's leaflet, by figure id; `bundle` is the record for other
    systems [FHIR R4].

    :raises MissingGlyph: if a character of it is in none of our fonts.
    """
    columns = columns_of(form)
    _ = text_for(form.language)
    root = Element("Document", language=form.language)
    story = front(root, form, columns)
    story += signed(root, form, columns)
    story += proposed(root, form, columns)
    story += who_decides(root, form, columns)
    story += leaflet(root, columns, pictures, form.episode.plan.areas)
    story += words(root, columns)
    story += proof(root, form, columns)
    story.append(SignatureField(root, SEAL_FIELD, _("Seal of the clinic"), language=form.language))
    story += take_home(root, form, columns)
    title = _(DOCUMENT_TITLE[Outcome(form.decision)])
    return finished(form, root, story, title=title, data=record_data(form), bundle=bundle)


@cycle_search_put_off()
def finished(
    form: Sided, root: Element, story: list[Flowable], *, title: str, data: bytes, bundle: bytes
) -> bytes:
    """Return the unsealed file of a story, with its data attached and a place for the seal."""
    columns = columns_of(form)
    head = head_line(form.letterhead, form.episode.patient, columns)
    pdf = build_document(
        story,
        root=root,
        metadata=Metadata(
            title=title,
            author=form.letterhead.name,
            subject=form.record_id,
            language=columns[0].language,
            created=form.sealed_at,
        ),
        layout=LAYOUT,
        furniture=lambda page: _furniture(page, form, columns, head),
        attachments=[
            Attachment(
                DATA_NAME,
                data,
                "application/json",
                Relationship.DATA,
                "LIT Consent record",
            ),
            Attachment(
                BUNDLE_NAME,
                bundle,
                "application/fhir+json",
                Relationship.DATA,
                "LIT Consent record (FHIR R4)",
            ),
        ],
    )
    return compacted(pdf)


def _furniture(page: Page, form: Sided, columns: tuple[Column, ...], head: tuple[str, str]) -> None:
    height, (clinic, patient) = page.layout.height, head
    page.text(
        clinic,
        language=columns[-1].language,
        style=SMALL,
        y=height - 34,
        kind="Header",
    )
    page.text(
        patient,
        language=columns[0].language,
        style=SMALL,
        y=height - 34,
        kind="Header",
        align=far_from(columns[-1], columns[0]),
    )
    notices = [(column, notice_of(column, form)) for column in columns]
    for number, (column, notice) in enumerate(one for one in notices if one[1]):
        page.text(
            notice,
            language=column.language,
            style=NOTICE,
            y=height - 48 - 12 * number,
            kind="Header",
        )
    _footer(page, form, columns)


def _footer(page: Page, form: Sided, columns: tuple[Column, ...]) -> None:
    """Write which edition each column is at the start of the lines, page and record at the end."""
    here, local = columns[0], columns[-1]
    _, total = here.text, here.text.number(page.count)
    page.rule(50, HAIRLINE, 0.5)
    ends = (
        (here, _("Page {number} of {count}", number=_.number(page.number), count=total)),
        (local, local.text(_RECORD, record=form.record_id[:8])),
    )
    for number, (reader, end) in enumerate(ends):
        column = columns[min(number, len(columns) - 1)]
        y = 38 - 11.5 * number
        side = far_from(column, reader)
        page.text(end, language=reader.language, style=SMALL, y=y, kind="Footer", align=side)
        if number < len(columns):
            line = edition_line(column.leaflet.edition, column.text)
            page.text(line, language=column.language, style=SMALL, y=y, kind="Footer")
