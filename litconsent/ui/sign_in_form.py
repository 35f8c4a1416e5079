"""The form with which somebody of the clinic takes a tablet."""

import streamlit as st

from litconsent.domain.tablets import Mode
from litconsent.i18n.text import Text
from litconsent.services.screen_language import choose_screen_language
from litconsent.services.sign_in import sign_in
from litconsent.ui import routes
from litconsent.ui.organisation import offer_sign_in
from litconsent.ui.told import told
from litconsent.ui.visit import Visit


def sign_in_form(visit: Visit, _: Text) -> None:
    """Ask for user name and password; on success the tablet is the clinic's."""
    with st.form("sign_in", border=False):
        username = st.text_input(_("User name"), key="sign_in.username", autocomplete="username")
        password = st.text_input(
            _("Password"),
            type="password",
            key="sign_in.password",
            autocomplete="current-password",
        )
        tapped = st.form_submit_button(_("Sign in"), type="primary")
    if tapped:
        with told(_):
            sign_in(visit.clinic, visit.tablet, username, password)
            if visit.mode is Mode.VISITOR:
                choose_screen_language(visit.clinic, visit.tablet, _.code)
            routes.home()
    offer_sign_in(visit, _)
