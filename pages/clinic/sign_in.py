"""Sign in on this tablet."""

import streamlit as st

from litconsent.ui import routes
from litconsent.ui.sign_in_form import sign_in_form
from litconsent.ui.visit import visit

_ = visit().text
st.title(_("Sign in"), anchor=False)
sign_in_form(visit(), _)
with st.container(horizontal=True, key="navbar"):
    if st.button(_("Back"), key="nav_back.sign_in"):
        routes.home()
