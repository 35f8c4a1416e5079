"""The first page: what was decided, who, for what, which compounds and why."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from zoneinfo import ZoneInfo

from reportlab.platypus.flowables import Flowable

from litconsent.domain.decisions import Outcome
from litconsent.domain.editions import EditionState
from litconsent.domain.forms import Form
from litconsent.domain.people import Patient
from litconsent.i18n.labels import DOCUMENT_TITLE
from litconsent.i18n.mixture_words import mixture_rows
from litconsent.i18n.plan_areas import where
from litconsent.i18n.text import N_, Text, isolated
from litconsent.pdf.document_columns import Column, Sided, side_by_side
from litconsent.pdf.document_outcome import outcome
from litconsent.pdf.document_style import (
    BODY,
    GRID,
    PAPER_TINT,
    SECTION,
    SMALL,
    TITLE,
)
from litconsent.pdf.flowables import Paragraph
from litconsent.pdf.flowables_table import CELL_INSET, table
from litconsent.pdf.layout import text_width
from litconsent.pdf.tagged import Element

# Of the width, for what it is beside the fact.
_NARROW, _WIDEST = 0.34, 0.5
_NARROW_TITLE = 14.0  # points: in half the width of a page
_BEFORE_A_UNIT = re.compile(r"(?<=\d) (?=\D)")


def front(root: Element, form: Form, columns: tuple[Column, ...]) -> list[Flowable]:
    """Return the flowables of the first page, down to the signatures."""
    sect = Element("Sect", root)
    story = side_by_side(
        sect, columns, lambda parent, column: heading(parent, column, form, form.decision)
    )
    story += side_by_side(sect, columns, partial(outcome, form=form))
    story += side_by_side(sect, columns, partial(_who, form=form))
    story += side_by_side(sect, columns, partial(_compounds, form=form))
    return story


def proposed(root: Element, form: Form, columns: tuple[Column, ...]) -> list[Flowable]:
    """Return what else was proposed and said about it, below the signatures."""
    return side_by_side(Element("Sect", root), columns, partial(_plan, form=form))


def notice_of(column: Column, form: Sided) -> str:
    """Return why this form is no valid one, as every page says it; "" if it is one."""
    _ = column.text
    if column.leaflet.edition.state is EditionState.DRAFT:
        return _("DRAFT – SPECIMEN. Nobody has released this text. Not valid as a consent.")
    if form.is_draft:
        return _("SPECIMEN. The text in the other language is a draft. Not valid as a consent.")
    return _("SPECIMEN. Not valid as a consent.") if form.episode.specimen else ""


def heading(parent: Element, column: Column, form: Sided, outcome: str) -> list[Flowable]:
    """Return the title of a document and the clinic; the head of the page says if it is valid."""
    _ = column.text
    title = _(DOCUMENT_TITLE[Outcome(outcome)])
    style = TITLE if not form.bilingual else replace(TITLE, size=_NARROW_TITLE, leading=5 * GRID)
    # The dots below Arabic letters of this size reach into the next line.
    style = replace(style, after=GRID) if column.text.rtl else style
    return [
        Paragraph(
            Element("H1", parent),
            title,
            language=column.language,
            style=style,
            keep_with_next=True,
            bookmark=0,
        ),
        Paragraph(
            Element("P", parent),
            f"{isolated(form.letterhead.name)} · {isolated(form.letterhead.place)}",
            language=column.language,
            style=SMALL,
        ),
    ]


def patient_row(_: Text, patient: Patient) -> tuple[str, str]:
    """Return the fact of who the patient is: name, date of birth and number."""
    born = _.beside(_.date(patient.birth_date), isolated(patient.identifier))
    return _("Patient"), _.beside(isolated(patient.name), born)


def _who(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _ = column.text
    plan = form.episode.plan
    decided = form.decided_at.astimezone(ZoneInfo(form.time_zone))
    rows = [
        patient_row(_, form.episode.patient),
        (_("Doctor"), isolated(form.clinician)),
        (_("Decided on"), _.beside(_.date(decided.date()), f"{decided:%H:%M}")),
        (_("Diagnosis"), isolated(plan.diagnosis)),
        (_("Body area"), where(column.leaflet.edition, plan)),
    ]
    return facts(parent, rows, column)


def _plan(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _ = column.text
    plan = form.episode.plan
    interval = (
        _.plural("{count} day apart", "{count} days apart", plan.interval_days)
        if plan.interval_days
        else _("the doctor decides the time between sessions")
    )
    sessions = _.plural("{count} session", "{count} sessions", plan.sessions)
    rows = [
        (_("Sessions"), _.beside(sessions, interval)),
        (_("Other treatments the doctor named"), isolated(plan.alternatives)),
        (_("Without treatment"), isolated(plan.without_treatment)),
    ]
    heading = Paragraph(
        Element("H2", parent),
        _("What was proposed"),
        language=column.language,
        style=SECTION,
        keep_with_next=True,
        bookmark=1,
    )
    return [heading, *facts(parent, rows, column)]


def _compounds(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _ = column.text
    story: list[Flowable] = [
        Paragraph(
            Element("H2", parent),
            _("Each substance and the reason for it"),
            language=column.language,
            style=SECTION,
            keep_with_next=True,
            bookmark=1,
        )
    ]
    rows: list[list[str]] = [[_("Substance"), _("Why, for you")]]
    names = [rows[0][0]]
    for compound in form.episode.plan.compounds:
        name = column.leaflet.edition.compounds[compound.id].name
        names.append(name)
        dose = f" · {isolated(_unbroken(compound.dose))}" if compound.dose else ""
        rows.append([name + dose, isolated(compound.reason)])
    story += table(
        parent,
        rows,
        language=column.language,
        style=BODY,
        widths=_widths(names, column, _NARROW),
        tint=PAPER_TINT,
    )
    mixed = mixture_rows(_, column.leaflet.edition, form.episode.plan.mixture)
    story += facts(parent, mixed, column) if mixed else []
    return story + _licences(parent, column, form)


def _licences(parent: Element, column: Column, form: Form) -> list[Flowable]:
    """Return which substances the doctor uses outside their licence, and which within it."""
    _ = column.text
    said = {
        True: N_("Used outside its licence (off-label); this was explained: {names}"),
        False: N_("Used within its licence, as stated by the doctor: {names}"),
    }
    story: list[Flowable] = []
    for off_label, words in said.items():
        names = [
            column.leaflet.edition.compounds[compound.id].name
            for compound in form.episode.plan.compounds
            if compound.off_label is off_label
        ]
        if names:
            text = _(words, names=_.series(names))
            story.append(
                Paragraph(Element("P", parent), text, language=column.language, style=BODY)
            )
    return story


def _unbroken(dose: str) -> str:
    """Return a dose in which no line ends between a number and its unit."""
    return _BEFORE_A_UNIT.sub("\u00a0", dose)


def facts(
    parent: Element,
    rows: Sequence[tuple[str, str]],
    column: Column,
    *,
    share: float = _NARROW,
    reusable: bool = False,
) -> list[Flowable]:
    """Return a table of two columns without a header row: what it is, and the fact.

    `share` is the part of the width that what it is takes: more of it for whole questions, or
    for a long word. What it is never holds a word of a patient; `reusable` facts do not either.
    """
    shown = [list(row) for row in rows if row[1]]
    return table(
        parent,
        shown,
        language=column.language,
        style=BODY,
        widths=_widths([label for label, _fact in shown], column, share),
        header=False,
        tint=PAPER_TINT,
        reusable=(True, reusable),
    )


def _widths(labels: Sequence[str], column: Column, share: float) -> list[float]:
    """Return the widths of two columns in points; the first takes what its longest word needs.

    No label is a word of a patient: what its words need is kept for the next document.
    """
    words = {word for label in labels for word in label.split()}
    longest = max((_room(word, column.language) for word in words), default=0.0)
    wide = max(share, min(_WIDEST, longest / column.width))
    return [column.width * wide, column.width * (1 - wide)]


@lru_cache(maxsize=2000)
def _room(word: str, language: str) -> float:
    return text_width(word, language, BODY.size, bold=True) + 2 * CELL_INSET + 1.0
