"""The patient takes a consent back."""

import streamlit as st

from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_withdrawal import draw_withdrawal
from litconsent.ui.told import told
from litconsent.ui.visit import visit

clinic_bar(visit())
with told(visit().text):
    draw_withdrawal(visit(), st.query_params.get("record", ""))
