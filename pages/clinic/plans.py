"""Begin a preparation with a usual plan."""

import streamlit as st

from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_plans import draw_plans
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
clinic_bar(visit())
st.title(_("Usual plans"), anchor=False)
with told(_):
    draw_plans(visit())
