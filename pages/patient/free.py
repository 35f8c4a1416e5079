"""The patient goes on at another tablet: this one is free, and shows nothing of them."""

import streamlit as st

from litconsent.services.leave_free import leave_free
from litconsent.ui import routes
from litconsent.ui.html import paragraphs
from litconsent.ui.visit import visit

_ = visit().text
with st.container(key="hero"):
    st.title(_("This tablet is free"), anchor=False)
    paragraphs([_("It goes on at another tablet. Nothing is lost, and nothing is kept here.")])
with st.container(key="choices_grid_free"):
    if st.button(_("To the first screen"), key="free.leave", width="stretch"):
        leave_free(visit().clinic, visit().tablet)
        routes.home()
    if st.button(_("I have a code"), key="free.join", width="stretch"):
        routes.go("patient/join")
