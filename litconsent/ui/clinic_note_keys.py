"""The fields of the doctor's notes on this page, and what they were when they were drawn."""

import streamlit as st

from litconsent.domain.answers import Notes
from litconsent.services.consultation import Consultation
from litconsent.services.keep_notes import keep_notes
from litconsent.ui.visit import Visit

_DRAWN, _NUMBER, _NEWER = "talk.drawn.", "talk.number.", "talk.newer."


def note_key(name: str, talk: Consultation) -> str:
    """Return a field's key, its episode in it: a jump back must not carry notes to another.

    The number in it grows when another window changed the notes: only under a new key does
    Streamlit show a new value.
    """
    number = st.session_state.get(_NUMBER + talk.episode.id, 0)
    return f"{name}.{talk.episode.id}" + (f".{number}" if number else "")


def keep(visit: Visit, talk: Consultation, notes: Notes) -> Notes:
    """Keep what was typed on this page, and return all notes; what others typed is drawn anew."""
    key = _DRAWN + talk.episode.id
    drawn: Notes = st.session_state.setdefault(key, talk.notes)
    together = talk.notes
    if notes != drawn:
        together = keep_notes(visit.clinic, visit.tablet, talk.episode.id, drawn, notes)
    st.session_state[key] = together
    if together != notes:
        st.session_state[_NUMBER + talk.episode.id] = (
            st.session_state.get(_NUMBER + talk.episode.id, 0) + 1
        )
        st.session_state[_NEWER + talk.episode.id] = True
        st.rerun()
    return together


def tell_newer(visit: Visit, talk: Consultation) -> None:
    """Say once that another window wrote notes, which now stand beside what was typed here."""
    if st.session_state.pop(_NEWER + talk.episode.id, False):
        _ = visit.text
        st.info(_("Notes from another window were added. Yours are kept as well."))
