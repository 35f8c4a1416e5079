"""What the doctor notes before a decision beside the talk itself."""

from dataclasses import replace

import streamlit as st

from litconsent.domain.answers import Notes
from litconsent.services.consultation import Consultation
from litconsent.ui.clinic_note_keys import note_key
from litconsent.ui.visit import Visit


def draw_formalities(visit: Visit, talk: Consultation, notes: Notes) -> Notes:
    """Draw the fields and return the notes with them."""
    _, kept = visit.text, talk.notes
    st.header(_("Before the decision"), anchor=False)
    privacy_notice = st.checkbox(
        _("The privacy notice was given, as a separate page."),
        value=kept.privacy_notice,
        key=note_key("talk.privacy", talk),
    )
    return replace(notes, privacy_notice=privacy_notice)
