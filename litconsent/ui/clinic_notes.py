"""What the source says for doctors, folded on the screen of the talk; no patient sees it."""

import streamlit as st

from litconsent.domain.editions import Edition
from litconsent.i18n.text import Text
from litconsent.ui.citations import citations_html
from litconsent.ui.html import paragraphs_html


def draw_notes(edition: Edition, _: Text) -> None:
    """Draw the notes with what each rests on, once they are opened."""
    if not edition.notes:
        return
    title = _("What the source says for doctors")
    notes = st.expander(title, key="talk_notes", on_change="rerun")
    if notes.open:
        for note in edition.notes:
            notes.html(paragraphs_html(note.text) + citations_html(edition, note, _))
