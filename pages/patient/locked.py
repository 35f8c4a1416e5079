"""Nobody touched this tablet for long: only the clinic opens it again; nothing is lost."""

import streamlit as st

from litconsent.i18n.text import text_for
from litconsent.ui.cover import clinic_form
from litconsent.ui.html import paragraphs
from litconsent.ui.visit import visit

_ = visit().text
with st.container(key="hero"):
    st.title(_("Paused"), anchor=False)
    paragraphs([_("Your answers are kept. Please ask the staff to open this again.")])
with st.expander(text_for(visit().now.language or _.code)("Clinic")):
    clinic_form(visit())
