"""The first page of a blank form: what it is, who, what is proposed, with which substances."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest
from typing import Any

from reportlab.platypus.flowables import Flowable

from litconsent.domain.blanks import Blank
from litconsent.domain.editions import EditionState
from litconsent.domain.people import Role
from litconsent.i18n.labels import ROLE
from litconsent.i18n.text import N_, Text, isolated, ltr
from litconsent.i18n.who_words import name_of_variant
from litconsent.pdf.blank_parts import (
    field,
    heading,
    kept_together,
    message,
    side_by_side,
    tick,
    ticks,
    words,
)
from litconsent.pdf.document_columns import Column
from litconsent.pdf.document_style import BODY, LABEL, NOTICE, SMALL, TITLE, WARNING, WARNING_TINT
from litconsent.pdf.flowables import Box, Paragraph
from litconsent.pdf.flowables_paper import WritingLines
from litconsent.pdf.form_code import form_code
from litconsent.pdf.tagged import Element

PAPER_TITLE = N_("Consent form on paper: local intradermal therapy (mesotherapy)")
_ALL = N_("Read every page together. Tick and write by hand. Keep all pages with each other.")
_HOW_MUCH = N_(
    "Ask first how much the patient wants to hear, and read only that together. "
    "Tick and write by hand. Keep all pages with each other."
)
_LESS = N_(
    "I do not want to hear all of it. Somebody whom I name may be told in my place. I decide."
)
_CHOSEN = 4  # rows for the substances that are chosen
_TITLE = (0.78, 0.22)  # beside its code
_SHARES = (0.24, 0.11, 0.24, 0.41)


def blank_front(root: Element, blank: Blank, columns: Sequence[Column]) -> list[Any]:
    """Return the flowables of the first page."""
    sect = Element("Sect", root)
    title = words(sect, columns, message(PAPER_TITLE), tag="H1", style=TITLE)
    title += words(sect, columns, lambda _: name_of_variant(_, blank.variant.id), style=SMALL)
    story: list[Any] = [side_by_side(columns, [title, _code(sect, blank, columns[0])], _TITLE)]
    story += _clinic(sect, blank, columns[-1])
    story += _notice(sect, columns)
    story += words(sect, columns, message(_HOW_MUCH if blank.hears_less else _ALL), style=BODY)
    return [*story, *_who(sect, blank, columns), *_plan(sect, columns), *_substances(sect, columns)]


def _code(parent: Element, blank: Blank, column: Column) -> list[Any]:
    _ = column.text
    said = _("Code of this form: {code}", code=ltr(blank.code))
    return form_code(parent, blank.code, alternative=said, language=column.language)


def notice_on(column: Column) -> str:
    """Return why a form in this language is no valid one, as every page says it; "" if it is."""
    if column.leaflet.edition.state is EditionState.RELEASED:
        return ""
    _ = column.text
    return _("DRAFT – SPECIMEN. Nobody has released this text. Not valid as a consent.")


def _clinic(parent: Element, blank: Blank, column: Column) -> list[Flowable]:
    """Return the clinic in full: on top of the pages a long name is cut."""
    head = blank.letterhead
    if head is None:
        return []
    said = f"{isolated(head.name)} · {isolated(head.place)} · {ltr(head.phone)}"
    return [Paragraph(Element("P", parent), said, language=column.language, style=SMALL)]


def _notice(parent: Element, columns: Sequence[Column]) -> list[Flowable]:
    said = [
        Paragraph(Element("P", parent), notice, language=column.language, style=NOTICE)
        for column in columns
        if (notice := notice_on(column))
    ]
    return [Box(said, background=WARNING_TINT, border=WARNING, padding=6)] if said else []


def _who(parent: Element, blank: Blank, columns: Sequence[Column]) -> list[Flowable]:
    born, patient = columns[-1].text, blank.patient
    known = (patient.name, born.date(patient.birth_date), patient.identifier) if patient else ()
    fields = [N_("Patient"), N_("Date of birth"), N_("Patient number")]
    story = [] if blank.letterhead else [field(parent, columns, message(N_("Clinic, phone")))]
    for name, value in zip_longest(fields, known, fillvalue=""):
        story.append(field(parent, columns, message(name), value=value))
    story.append(field(parent, columns, message(N_("Doctor"))))
    for signer in blank.variant.signers:
        if signer.role not in (Role.PATIENT, Role.CLINICIAN):
            story.append(field(parent, columns, partial(_name_of, role=signer.role)))
    if blank.hears_less:
        story += tick(parent, columns, message(_LESS))
        story.append(field(parent, columns, message(N_("What I do not want to hear"))))
    return story


def _name_of(_: Text, role: Role) -> str:
    return _("{role}: name and relationship", role=_(ROLE[role]))


def _plan(parent: Element, columns: Sequence[Column]) -> list[Any]:
    rows = (
        (N_("Diagnosis"), 1),
        (N_("Body area"), 1),
        (N_("Sessions, and days between them"), 1),
        (N_("Other treatments the doctor named"), 2),
        (N_("Without treatment"), 1),
    )
    return [
        *heading(parent, columns, N_("What was proposed")),
        *(field(parent, columns, message(name), lines) for name, lines in rows),
    ]


def _substances(parent: Element, columns: Sequence[Column]) -> list[Any]:
    offered = list(columns[0].leaflet.edition.compounds)
    by_code = {column.language: column.leaflet.edition for column in columns}
    names = [
        partial(lambda key, text: isolated(by_code[text.code].compounds[key].name), key)
        for key in offered
    ]
    heads = (
        N_("Substance"),
        N_("Dose"),
        N_("Outside its licence (off-label)?"),
        N_("Why, for you"),
    )
    head = [words(parent, columns, message(name), style=LABEL) for name in heads]
    for cell in head:
        cell[-1].keep_with_next = False
    rows = [_chosen_row(parent, columns) for _row in range(_CHOSEN)]
    return [
        *heading(parent, columns, N_("Each substance and the reason for it")),
        *ticks(parent, columns, names, in_a_row=2),
        *kept_together([side_by_side(columns, head, _SHARES), *rows]),
    ]


def _chosen_row(parent: Element, columns: Sequence[Column]) -> Flowable:
    line = WritingLines
    licence = ticks(parent, columns[:1], [message(N_("Yes")), message(N_("No"))], in_a_row=2)
    return side_by_side(columns, [[line()], [line()], licence, [line()]], _SHARES)
