"""Who signed a decision, and who decides by which rule."""

from collections.abc import Iterator
from functools import partial

from reportlab.platypus.flowables import Flowable

from litconsent.domain.forms import Form
from litconsent.domain.people import Role
from litconsent.domain.signatures import Method, Signature
from litconsent.i18n.labels import METHOD
from litconsent.i18n.text import isolated
from litconsent.i18n.who_words import place_of, place_words, who_rows
from litconsent.pdf.document_columns import Column, side_by_side
from litconsent.pdf.document_front import facts
from litconsent.pdf.document_style import (
    BODY,
    LABEL,
    SECTION,
    SIGNER,
    SMALL,
    TYPED,
)
from litconsent.pdf.figure import Ink
from litconsent.pdf.flowables import Paragraph
from litconsent.pdf.flowables_row import SideBySide
from litconsent.pdf.tagged import Element

_INK_SHARE = 0.26  # of a column's width
_SIGNATURE = 180.0  # points: more than any signature with its words is high


def signed(root: Element, form: Form, columns: tuple[Column, ...]) -> list[Flowable]:
    """Return the signatures with what each of them means, each on one page in all columns."""
    sect = Element("Sect", root)
    story = side_by_side(sect, columns, _signatures_heading)
    for signature in form.signatures:
        story += side_by_side(sect, columns, partial(_signature, signature=signature, form=form))
    return story + side_by_side(sect, columns, partial(_kind_of_signature, form=form))


def who_decides(root: Element, form: Form, columns: tuple[Column, ...]) -> list[Flowable]:
    """Return by which rule these people decide."""
    return side_by_side(Element("Sect", root), columns, partial(_who_decides, form=form))


def _who_decides(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _ = column.text
    rows = who_rows(_, form.episode, form.ruling)
    return [_heading(parent, _("Who decides"), column), *facts(parent, rows, column)]


def _signatures_heading(parent: Element, column: Column) -> list[Flowable]:
    _ = column.text
    return [_heading(parent, _("Signatures"), column)]


def _kind_of_signature(parent: Element, column: Column, form: Form) -> list[Flowable]:
    """Return who did not have to sign, and what a drawn signature is worth."""
    _ = column.text
    story: list[Flowable] = [_said(parent, words, column) for words in _unsigned(form, column)]
    kind = _(
        "These are simple electronic signatures. A judge weighs them freely. "
        "The clinic's seal shows any later change of this file."
    )
    story.append(Paragraph(Element("P", parent), kind, language=column.language, style=SMALL))
    return story


def _unsigned(form: Form, column: Column) -> Iterator[str]:
    """Yield a sentence for each person who could have signed, and did not have to."""
    _ = column.text
    signed = {signature.role for signature in form.signatures}
    if Role.PATIENT not in signed:
        yield _("The patient did not sign. For this decision no signature is needed.")
    for place in form.ruling.signers:
        name = form.episode.name_of(place.role)
        waits = place.role not in signed and place.role not in (Role.PATIENT, Role.CLINICIAN)
        if name and waits and form.decision in place.offered_for:
            roles, _meaning = place_words(_, place)
            yield _("{role}: {name} did not sign.", role=roles, name=isolated(name))


def _signature(parent: Element, column: Column, signature: Signature, form: Form) -> list[Flowable]:
    """Return who signed, what it means and when, beside the ink or the typed name."""
    _ = column.text
    when = _.datetime(signature.signed_at, form.time_zone)
    roles, meaning = place_words(_, place_of(form.ruling, signature))
    said = Element("Div", parent)
    words: list[Flowable] = [
        Paragraph(Element("P", said), text, language=column.language, style=style)
        for text, style in (
            (_("{label}: {value}", label=roles, value=isolated(signature.name)), SIGNER),
            (meaning, LABEL),
            (_.beside(_(METHOD[signature.method]), when), LABEL),
        )
    ]
    return [beside_ink(words, parent, signature, column)]


def beside_ink(
    words: list[Flowable], parent: Element, signature: Signature, column: Column
) -> Flowable:
    """Return what a signature means with the ink beside it; no page ever comes between them."""
    drawn = [ink(parent, signature, column)]
    return SideBySide(
        words, drawn, share=1 - _INK_SHARE, mirrored=column.text.rtl, unbroken=_SIGNATURE
    )


def ink(parent: Element, signature: Signature, column: Column) -> Flowable:
    _ = column.text
    if signature.method is not Method.DRAWN:
        style = TYPED if signature.method is Method.TYPED else BODY
        return Paragraph(
            Element("P", parent), isolated(signature.typed), language=column.language, style=style
        )
    width = min(130.0, column.width * _INK_SHARE)
    return Ink(
        parent,
        signature.strokes,
        alternative=_("Drawn signature of {name}", name=signature.name),
        width=width,
        height=width * 0.36,
        language=column.language,
    )


def _heading(parent: Element, title: str, column: Column) -> Paragraph:
    return Paragraph(
        Element("H2", parent),
        title,
        language=column.language,
        style=SECTION,
        keep_with_next=True,
        bookmark=1,
    )


def _said(parent: Element, text: str, column: Column) -> Paragraph:
    return Paragraph(Element("P", parent), text, language=column.language, style=BODY)
