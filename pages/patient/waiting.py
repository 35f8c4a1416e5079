"""The tablet was handed back: nothing of the patient is shown until the clinic signs in."""

import streamlit as st

from litconsent.ui.html import paragraphs
from litconsent.ui.sign_in_form import sign_in_form
from litconsent.ui.visit import visit

_ = visit().text
st.title(_("Thank you"), anchor=False)
paragraphs([_("Please give this tablet to the staff.")])
with st.expander(_("Clinic")):
    sign_in_form(visit())
