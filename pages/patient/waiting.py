"""The tablet was handed back: nothing of the patient is shown until the clinic signs in."""

import streamlit as st

from litconsent.i18n.text import text_for
from litconsent.ui import routes
from litconsent.ui.html import paragraphs
from litconsent.ui.sign_in_form import sign_in_form
from litconsent.ui.visit import visit

_ = visit().text
st.title(_("Thank you"), anchor=False)
paragraphs([_("Please give this tablet to the staff.")])
# The thanks are for the patient; the door is for the clinic, in the language it works in.
clinic_text = text_for(visit().now.language or _.code)
if st.button(clinic_text("I have a code"), key="waiting.join", type="tertiary"):
    routes.go("patient/join")
with st.expander(clinic_text("Clinic")):
    sign_in_form(visit(), clinic_text)
