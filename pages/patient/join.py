"""Type the code that the doctor shows: the tablet then belongs to one patient's reading."""

import streamlit as st

from litconsent.domain.tablets import Mode
from litconsent.services.redeem_pairing import redeem_pairing
from litconsent.ui import routes
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
st.title(_("I have a code"), anchor=False)
paragraphs([_("The doctor shows it on another screen. It has eight letters and numbers.")])
if visit().mode is Mode.CLINIC:
    with st.container(key="callout_warning_join"):
        paragraphs([_("Somebody of the clinic is signed in here. Starting signs them out.")])
code = st.text_input(
    _("Code"),
    value=st.query_params.get("code", "")[:20],
    key="join.code",
    max_chars=20,
    autocomplete="off",
)
with st.container(horizontal=True, key="navbar", horizontal_alignment="distribute"):
    if st.button(_("Back"), key="nav_back.join"):
        routes.home()
    tapped = st.button(_("Start"), key="nav_next.join", type="primary")
if tapped:
    with told(_):
        redeem_pairing(visit().clinic, visit().tablet, code)
        routes.home()
