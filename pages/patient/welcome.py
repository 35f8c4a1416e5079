"""The first screen: two doors, in the reader's language."""

from html import escape

import streamlit as st

from litconsent.services.set_up import needs_setup
from litconsent.ui import routes
from litconsent.ui.html import paragraphs
from litconsent.ui.topbar import language_buttons
from litconsent.ui.visit import visit
from litconsent.ui.web.verify_page import ADDRESS, TITLE

_ = visit().text


def welcome() -> None:
    """Say what there is to read, in one's own language."""
    with st.container(key="hero"):
        st.title(_("Understand, ask, decide"), anchor=False)
        paragraphs(
            [
                _("Here you can read about a treatment with many tiny injections into the skin."),
                _("It is called local intradermal therapy, or mesotherapy."),
            ]
        )
    with st.container(horizontal=True, key="quiet_languages"):
        language_buttons(visit(), "welcome")


def doors() -> None:
    """Offer the ways on: to read, for the clinic, with a code, and to check a record."""
    with st.container(key="choices_grid_doors"):
        if st.button(_("I am here to read"), key="welcome.read", width="stretch"):
            routes.go("patient/read")
        if st.button(_("For the staff"), key="welcome.clinic", width="stretch"):
            routes.go("clinic/set_up" if needs_setup(visit().clinic) else "clinic/sign_in")
    with st.container(key="quiet_welcome"):
        paragraphs([_("Reading needs no name. Nothing that you do here is kept.")])
    if st.button(_("I have a code"), key="welcome.join", type="tertiary"):
        routes.go("patient/join")
    with st.container(key="quiet_verify"):
        st.html(f'<a href=".{ADDRESS}?lang={_.code}">{escape(_(TITLE))}</a>')


with st.container(key="split_welcome"):
    with st.container(key="welcomed"):
        welcome()
    with st.container(key="doors"):
        doors()
