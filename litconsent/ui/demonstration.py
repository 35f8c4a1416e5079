"""What every screen of a demonstration says, so that nobody takes it for a clinic."""

from html import escape

import streamlit as st

from litconsent.ui.visit import Visit


def demonstration_notice(visit: Visit) -> None:
    """Draw the notice on top of the page, in a demonstration only."""
    if visit.clinic.settings.is_demonstration:
        _ = visit.text
        said = _("Demonstration: everybody in it is made up. All is deleted when it is stopped.")
        st.html(f'<p class="banner">{escape(said)}</p>')
