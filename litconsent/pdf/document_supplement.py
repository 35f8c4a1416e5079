"""The sealed page that follows a consent: what was said, about which record, by whom."""

import json
from functools import partial

from reportlab.platypus.flowables import Flowable

from litconsent.domain.supplements import Supplement
from litconsent.i18n.labels import DOCUMENT_TITLE, METHOD, OUTCOME
from litconsent.i18n.supplement_words import MEANS, detail_rows
from litconsent.i18n.text import isolated, text_for
from litconsent.pdf.document import finished
from litconsent.pdf.document_columns import Column, columns_of, side_by_side
from litconsent.pdf.document_decision import beside_ink
from litconsent.pdf.document_front import facts, heading, patient_row
from litconsent.pdf.document_style import (
    ACCENT,
    BODY,
    BOX_PADDING,
    GRID,
    LABEL,
    PAPER_TINT,
    SECTION,
    SIGNER,
)
from litconsent.pdf.document_style import DECISION as DECISION_STYLE
from litconsent.pdf.figure import SignatureField
from litconsent.pdf.flowables import Box, Paragraph
from litconsent.pdf.seal import SEAL_FIELD
from litconsent.pdf.tagged import Element


def supplement_document(page: Supplement, bundle: bytes) -> bytes:
    """Return the unsealed PDF of a withdrawal, a session or a voiding, with its FHIR bundle.

    :raises MissingGlyph: if a character of it is in none of our fonts.
    """
    columns, root = columns_of(page), Element("Document", language=page.language)
    _ = text_for(page.language)
    sect = Element("Sect", root)
    story = side_by_side(
        sect, columns, lambda parent, column: heading(parent, column, page, page.outcome)
    )
    for draw in (_people, _said, _details, _about, _signature, _verify):
        story += side_by_side(sect, columns, partial(draw, page=page))
    story.append(SignatureField(root, SEAL_FIELD, _("Seal of the clinic"), language=page.language))
    title = _(DOCUMENT_TITLE[page.outcome])
    return finished(page, root, story, title=title, data=supplement_data(page), bundle=bundle)


def supplement_data(page: Supplement) -> bytes:
    """Return the page as canonical JSON in UTF-8."""
    signature = page.signature
    data = {
        "format": "litconsent-supplement",
        "version": 1,
        "record": page.record_id,
        "outcome": page.outcome,
        "about": {"record": page.about.id, "sha256": page.about.sha256},
        "patient": {
            "name": page.episode.patient.name,
            "birth_date": page.episode.patient.birth_date.isoformat(),
            "identifier": page.episode.patient.identifier,
        },
        "clinic": {"name": page.letterhead.name, "place": page.letterhead.place},
        "clinician": page.clinician,
        "facts": dict(page.facts),
        "sessions_held": page.held,
        "sealed_at": page.sealed_at.isoformat(),
        "specimen": page.is_draft or page.episode.specimen,
        "signed_by": signature.name if signature else "",
        "chain": {"seq": page.chain_seq, "head": page.chain_head},
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1).encode()


def _people(parent: Element, column: Column, page: Supplement) -> list[Flowable]:
    _ = column.text
    rows = [
        patient_row(_, page.episode.patient),
        (_("Doctor"), isolated(page.clinician)),
        (_("When"), _.datetime(page.sealed_at, page.time_zone)),
    ]
    return facts(parent, rows, column)


def _said(parent: Element, column: Column, page: Supplement) -> list[Flowable]:
    _ = column.text
    said = Paragraph(
        Element("H2", parent),
        _(OUTCOME[page.outcome]),
        language=column.language,
        style=DECISION_STYLE,
        keep_with_next=True,
        bookmark=1,
    )
    means = [
        Paragraph(Element("P", parent), _(words), language=column.language, style=BODY)
        for words in MEANS[page.outcome]
    ]
    return [
        Box(
            [said, *means],
            background=PAPER_TINT,
            border=ACCENT,
            padding=BOX_PADDING,
            before=2 * GRID,
        )
    ]


def _details(parent: Element, column: Column, page: Supplement) -> list[Flowable]:
    return facts(parent, detail_rows(column.text, page), column)


def _about(parent: Element, column: Column, page: Supplement) -> list[Flowable]:
    _, about = column.text, page.about
    rows = [
        (_("What it said"), _(OUTCOME[about.decision])),
        (_("Sealed at"), _.datetime(about.sealed_at, page.time_zone)),
        (_("Record"), _spaced(about.id)),
        (_("File (SHA-256)"), _spaced(about.sha256)),
        (_("Sessions held"), _.number(page.held)),
    ]
    return [
        _heading(parent, _("The record that this is about"), column),
        *facts(parent, rows, column),
    ]


def _signature(parent: Element, column: Column, page: Supplement) -> list[Flowable]:
    _, signature = column.text, page.signature
    if signature is None:
        return []
    said = Element("Div", parent)
    when = _.datetime(signature.signed_at, page.time_zone)
    words: list[Flowable] = [
        Paragraph(Element("P", said), text, language=column.language, style=style)
        for text, style in (
            (isolated(signature.name), SIGNER),
            (_.beside(_(METHOD[signature.method]), when), LABEL),
        )
    ]
    return [
        _heading(parent, _("Signatures"), column),
        beside_ink(words, parent, signature, column),
    ]


def _verify(parent: Element, column: Column, page: Supplement) -> list[Flowable]:
    _ = column.text
    rows = [
        (_("Record"), _spaced(page.record_id)),
        (_("Head of the clinic's trail"), f"{page.chain_seq} · {_spaced(page.chain_head)}"),
        (_("Clinic's seal (SHA-256)"), _spaced(page.seal_fingerprint)),
    ]
    return [_heading(parent, _("How to verify this file"), column), *facts(parent, rows, column)]


def _heading(parent: Element, title: str, column: Column) -> Paragraph:
    return Paragraph(
        Element("H2", parent),
        title,
        language=column.language,
        style=SECTION,
        keep_with_next=True,
        bookmark=1,
    )


def _spaced(digest: str) -> str:
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
