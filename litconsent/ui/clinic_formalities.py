"""What the doctor notes before a decision beside the talk itself: notice, interpreter, capacity."""

from dataclasses import replace

import streamlit as st

from litconsent.domain.answers import Notes
from litconsent.services.consultation import Consultation
from litconsent.ui.clinic_note_keys import note_key
from litconsent.ui.visit import Visit


def draw_formalities(visit: Visit, talk: Consultation, notes: Notes) -> Notes:
    """Draw the three fields and return the notes with them."""
    _, kept = visit.text, talk.notes
    st.header(_("Before the decision"), anchor=False)
    privacy_notice = st.checkbox(
        _("The privacy notice was given, as a separate page."),
        value=kept.privacy_notice,
        key=note_key("talk.privacy", talk),
    )
    interpreter = st.text_input(
        _("Interpreter, if there was one: name, and how (in person, by phone)"),
        value=kept.interpreter,
        key=note_key("talk.interpreter", talk),
    )
    capacity = st.text_input(
        _("Can the patient understand and decide? Leave empty if you do not doubt it."),
        value=kept.capacity,
        key=note_key("talk.capacity", talk),
    )
    return replace(notes, privacy_notice=privacy_notice, interpreter=interpreter, capacity=capacity)
