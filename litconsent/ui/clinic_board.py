"""The rows of the board; states that change on other tablets change here by themselves."""

import streamlit as st

from litconsent.domain.episodes import UNDECIDED
from litconsent.services.board import BoardRow, Wanted, board
from litconsent.services.live import last_event
from litconsent.ui import routes
from litconsent.ui.clinic_account_role import is_auditor
from litconsent.ui.clinic_states import STATE
from litconsent.ui.html import paragraphs
from litconsent.ui.visit import Visit, visit

BEAT_SECONDS = 6
_SHOWN = "board.shown"


@st.fragment(run_every=BEAT_SECONDS)
def draw_rows(words: str, wanted: Wanted) -> None:
    """Draw the episodes that are wanted, again every few seconds."""
    _ = visit().text
    rows = _rows(visit(), words, wanted)
    if not rows:
        searched = bool(words) or wanted is not Wanted.ALL
        paragraphs([_("Nobody is found.") if searched else _("No episode yet.")])
    only_looks = is_auditor(visit())
    for row in rows:
        _row(visit(), row, only_looks=only_looks)


def _rows(visit: Visit, words: str, wanted: Wanted) -> tuple[BoardRow, ...]:
    """Return the rows; they are read again only where the trail says that something happened."""
    last = last_event(visit.clinic, visit.tablet)
    if last is None:
        st.rerun()  # the desk is nobody's any more
    asked, rows = st.session_state.get(_SHOWN, (None, ()))
    if asked != (last, words, wanted):
        rows = board(visit.clinic, visit.tablet, words=words, wanted=wanted)
        st.session_state[_SHOWN] = ((last, words, wanted), rows)
    return tuple(rows)


def _row(visit: Visit, row: BoardRow, *, only_looks: bool) -> None:
    _, episode, patient = visit.text, row.episode, row.episode.patient
    with st.container(key=f"card_{episode.id}"):
        paragraphs([patient.name], tag="h2")
        paragraphs([f"{_.date(patient.birth_date)} · {patient.identifier}", _(STATE[row.state])])
        with st.container(horizontal=True):
            if row.record and st.button(_("Open the record"), key=f"board.record.{episode.id}"):
                routes.go("clinic/record", record=row.record.id)
            label = _("Follow") if row.held else _("Hand over")
            undecided = row.state in UNDECIDED and not only_looks
            if undecided and st.button(label, key=f"board.hand.{episode.id}"):
                routes.go("clinic/episode", episode=episode.id)
            talks = not row.record and not only_looks
            if talks and st.button(_("Talk"), key=f"board.talk.{episode.id}"):
                routes.go("clinic/consultation", episode=episode.id)
