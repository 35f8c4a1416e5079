"""The first page: what was decided, who, what was proposed, which compounds and why."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial

from reportlab.platypus.flowables import Flowable

from litconsent.domain.decisions import Outcome
from litconsent.domain.editions import EditionState
from litconsent.domain.forms import Form
from litconsent.i18n.labels import DOCUMENT_TITLE
from litconsent.i18n.mixture_words import mixture_rows
from litconsent.i18n.plan_areas import where
from litconsent.i18n.text import isolated
from litconsent.pdf.document_columns import Column, Sided, side_by_side
from litconsent.pdf.document_outcome import outcome
from litconsent.pdf.document_style import (
    BODY,
    GRID,
    NOTICE,
    PAPER_TINT,
    SECTION,
    SMALL,
    TITLE,
    WARNING,
    WARNING_TINT,
)
from litconsent.pdf.flowables import Box, Paragraph
from litconsent.pdf.flowables_table import CELL_INSET, table
from litconsent.pdf.layout import text_width
from litconsent.pdf.tagged import Element

# Of the width, for what it is beside the fact.
_NARROW, _WIDEST = 0.34, 0.5
_BEFORE_A_UNIT = re.compile(r"(?<=\d) (?=\D)")


def front(root: Element, form: Form, columns: tuple[Column, ...]) -> list[Flowable]:
    """Return the flowables of the first page."""
    sect = Element("Sect", root)
    story = side_by_side(
        sect, columns, lambda parent, column: heading(parent, column, form, form.decision)
    )
    story += side_by_side(sect, columns, partial(outcome, form=form))
    story += side_by_side(sect, columns, partial(_who, form=form))
    story += side_by_side(sect, columns, partial(_plan, form=form))
    story += side_by_side(sect, columns, partial(_compounds, form=form))
    return story


def notice_of(column: Column, form: Sided) -> str:
    """Return why this form is no valid one, as every page says it; "" if it is one."""
    _ = column.text
    if column.leaflet.edition.state is EditionState.DRAFT:
        return _("DRAFT – SPECIMEN. Nobody has released this text. Not valid as a consent.")
    if form.is_draft:
        return _("SPECIMEN. The text in the other language is a draft. Not valid as a consent.")
    return _("SPECIMEN. Not valid as a consent.") if form.episode.specimen else ""


def heading(parent: Element, column: Column, form: Sided, outcome: str) -> list[Flowable]:
    """Return the title of a document, the clinic, and the notice if it is no valid one."""
    _ = column.text
    title = _(DOCUMENT_TITLE[Outcome(outcome)])
    # The dots below Arabic letters of this size reach into the next line.
    style = replace(TITLE, after=GRID) if column.text.rtl else TITLE
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
        *_notice(parent, column, form),
    ]


def _notice(parent: Element, column: Column, form: Sided) -> list[Flowable]:
    words = notice_of(column, form)
    if not words:
        return []
    notice = Paragraph(Element("P", parent), words, language=column.language, style=NOTICE)
    return [
        Box(
            [notice], background=WARNING_TINT, border=WARNING, padding=GRID, before=GRID, after=GRID
        )
    ]


def _who(parent: Element, column: Column, form: Form) -> list[Flowable]:
    _ = column.text
    patient = form.episode.patient
    rows = [
        (_("Patient"), isolated(patient.name)),
        (_("Date of birth"), _.date(patient.birth_date)),
        (_("Patient number"), isolated(patient.identifier)),
        (_("Doctor"), isolated(form.clinician)),
        (_("Decided on"), _.datetime(form.decided_at, form.time_zone)),
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
        (_("Diagnosis"), isolated(plan.diagnosis)),
        (_("Body area"), where(column.leaflet.edition, plan)),
        (_("Sessions"), _.beside(sessions, interval)),
        *mixture_rows(_, column.leaflet.edition, plan.mixture),
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
        licence = (
            _("Used outside its licence (off-label); this was explained.")
            if compound.off_label
            else _("Used within its licence, as stated by the doctor.")
        )
        dose = f" · {isolated(_unbroken(compound.dose))}" if compound.dose else ""
        rows.append([name + dose, f"{isolated(compound.reason)}\n{licence}"])
    return story + table(
        parent,
        rows,
        language=column.language,
        style=BODY,
        widths=_widths(names, column, _NARROW),
        tint=PAPER_TINT,
    )


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
