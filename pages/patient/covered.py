"""Nobody touched this tablet for a while: it shows nothing until somebody does."""

import streamlit as st

from litconsent.i18n.text import text_for
from litconsent.services.take_up import uncover
from litconsent.ui import routes
from litconsent.ui.cover import clinic_form
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
with st.container(key="hero"):
    st.title(_("Paused"), anchor=False)
    paragraphs([_("Your answers are kept. There is no hurry.")])
with st.container(key="choices_cover"):
    if st.button(_("Touch to go on"), key="cover.uncover", width="stretch"):
        with told(_):
            uncover(visit().clinic, visit().tablet)
            routes.home()
with st.expander(text_for(visit().now.language or _.code)("Clinic")):
    clinic_form(visit())
