"""What every screen says as long as it is true: that this text is a draft."""

from html import escape

import streamlit as st

from litconsent.i18n.text import Text


def draft_banner(_: Text) -> None:
    """Say that nobody has released the text that is read here."""
    words = _("Draft: nobody has released this text. Not valid as a consent.")
    st.html(f'<p class="banner">{escape(words)}</p>')
