"""The search on the board: words of a patient, and which episodes."""

import streamlit as st

from litconsent.i18n.text import N_
from litconsent.services.board import Wanted
from litconsent.ui.visit import Visit

WANTED = {Wanted.ALL: N_("All"), Wanted.OPEN: N_("Open"), Wanted.SEALED: N_("Sealed")}


def draw_search(visit: Visit) -> tuple[str, Wanted]:
    """Draw the field and the three choices, and return what they hold."""
    _ = visit.text
    words = st.text_input(
        _("Search by name, identifier or date of birth"), key="board.words", max_chars=100
    )
    wanted = st.pills(
        _("Which episodes"),
        list(Wanted),
        default=Wanted.ALL,
        format_func=lambda one: _(WANTED[one]),
        key="board.wanted",
        label_visibility="collapsed",
    )
    return words, Wanted(wanted or Wanted.ALL)
