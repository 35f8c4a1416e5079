"""The export: what is wanted, how far it is, and the link to the file."""

from contextlib import closing
from datetime import date
from html import escape

import streamlit as st

from litconsent.domain.decisions import Outcome
from litconsent.domain.errors import DayUnclear
from litconsent.domain.selections import Selection
from litconsent.i18n.labels import OUTCOME
from litconsent.i18n.text import N_, Text
from litconsent.services.export_records import Order, Progress, Way, count_records, export_records
from litconsent.ui.html import paragraphs
from litconsent.ui.typed_day import typed_day
from litconsent.ui.visit import Visit

WAY = {
    Way.LIST: N_("The list, for a spreadsheet (CSV)"),
    Way.DOCUMENTS: N_("The documents and the list (ZIP)"),
}


def draw_order(visit: Visit) -> Order:
    """Draw the fields and return what they ask for.

    :raises DayUnclear: for a day that is none.
    """
    _ = visit.text
    with st.container(horizontal=True):
        hint = _("day/month/year")
        first = st.text_input(_("From this day"), key="export.first", placeholder=hint)
        last = st.text_input(_("To this day"), key="export.last", placeholder=hint)
    decisions = st.pills(
        _("Which decisions"),
        list(Outcome),
        selection_mode="multi",
        default=list(Outcome),
        format_func=lambda one: _(OUTCOME[one]),
        key="export.decisions",
    )
    way = st.pills(
        _("What to export"),
        list(Way),
        default=Way.LIST,
        format_func=lambda one: _(WAY[one]),
        key="export.way",
        required=True,
    )
    named = False
    if way == Way.DOCUMENTS:
        named = st.checkbox(
            _("Put the patients' names into the names of files"), key="export.named"
        )
    days = _day(first, "export.first"), _day(last, "export.last")
    wanted = Selection(*days, frozenset(Outcome(one) for one in decisions))
    return Order(wanted, Way(way), _.code, named)


def draw_count(visit: Visit, order: Order) -> None:
    """Say how many records these are."""
    _ = visit.text
    count = count_records(visit.clinic, visit.tablet, order.selection)
    with st.container(key="key_export"):
        paragraphs([_.plural("{count} record", "{count} records", count)])


def draw_export(visit: Visit, order: Order) -> None:
    """Make the file while the page shows how far it is, then draw the link to it."""
    _ = visit.text
    bar = st.empty()
    # Closed at once when the page is left: nothing stays of an export that is broken off.
    with closing(export_records(visit.clinic, visit.tablet, order)) as steps:
        for step in steps:
            bar.html(_bar(step, _))
            if step.token:
                once = escape(_("Download it now: this link works once, within five minutes"))
                st.html(f'<a class="document" href="/document/{step.token}" download>{once}</a>')


def _bar(step: Progress, _: Text) -> str:
    """Return how far the export is; Streamlit's own bar has an English name for screen readers."""
    done, total = _.number(step.done), _.number(step.total)
    said = escape(_("{done} of {total} records", done=done, total=total))
    return (
        f'<div class="stepper"><p>{said}</p><progress aria-label="{said}" '
        f'value="{step.done}" max="{step.total}"></progress></div>'
    )


def _day(typed: str, field: str) -> date | None:
    if not typed.strip():
        return None
    try:
        return typed_day(typed)
    except ValueError as error:
        raise DayUnclear(field) from error
