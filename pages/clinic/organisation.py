"""Where an organisation's sign-in leads back to: the tablet is taken, or the account connected."""

import streamlit as st

from litconsent.domain.tablets import Mode
from litconsent.ui.clinic_organisation import draw_connection, take_up_sign_in
from litconsent.ui.visit import visit

_ = visit().text
if visit().mode is Mode.CLINIC:
    draw_connection(visit())
else:
    st.title(_("Sign in"), anchor=False)
    take_up_sign_in(visit())
