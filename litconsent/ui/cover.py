"""What a patient's tablet shows while it rests: nothing of the patient."""

import streamlit as st

from litconsent.i18n.text import Text, text_for
from litconsent.services.sign_in import sign_in
from litconsent.services.take_up import open_for_patient
from litconsent.ui import routes
from litconsent.ui.told import told
from litconsent.ui.visit import Visit


def clinic_form(visit: Visit) -> None:
    """Let the clinic open the screen again for the patient, or take the tablet."""
    # The words around it are for the patient; these are for the clinic, in the language it uses.
    kept = visit.now.language or ""
    _: Text = text_for(kept if kept in visit.languages else visit.text.code)
    with st.form("cover", border=False):
        username = st.text_input(_("User name"), key="cover.username", autocomplete="username")
        password = st.text_input(
            _("Password"), type="password", key="cover.password", autocomplete="current-password"
        )
        with st.container(horizontal=True):
            again = st.form_submit_button(_("Open it again for the patient"), type="primary")
            taken = st.form_submit_button(_("Take the tablet and sign in"))
    if again or taken:
        with told(_):
            use = open_for_patient if again else sign_in
            use(visit.clinic, visit.tablet, username, password)
            routes.home()
