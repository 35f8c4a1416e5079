"""Before a session, held by doctor and patient together."""

import streamlit as st

from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_session import draw_session
from litconsent.ui.told import told
from litconsent.ui.visit import visit

clinic_bar(visit())
with told(visit().text):
    draw_session(visit(), st.query_params.get("record", ""))
