"""Set up the clinic: the one-time code, the letterhead, the first account."""

import streamlit as st

from litconsent.domain.people import Letterhead
from litconsent.services.screen_language import choose_screen_language
from litconsent.services.set_up import needs_setup, set_up_clinic
from litconsent.ui import routes
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
st.title(_("Set up the clinic"), anchor=False)
if not needs_setup(visit().clinic):
    paragraphs([_("The clinic is set up already. Please sign in.")])
    if st.button(_("Sign in"), key="set_up.sign_in"):
        routes.go("clinic/sign_in")
    st.stop()
paragraphs([_("The code stands in the window in which the server was started.")])
with st.form("set_up", border=False):
    code = st.text_input(_("One-time code"), key="set_up.code", autocomplete="off")
    st.header(_("The clinic, as patients see it"), anchor=False)
    clinic_name = st.text_input(_("Name of the clinic"), key="set_up.clinic")
    place = st.text_input(_("Address of the clinic"), key="set_up.place")
    phone = st.text_input(_("Phone that patients call"), key="set_up.phone")
    st.header(_("The first account"), anchor=False)
    name = st.text_input(_("Your name, as it stands on forms"), key="set_up.name")
    username = st.text_input(_("User name"), key="set_up.username", autocomplete="username")
    password = st.text_input(
        _("Password, at least 15 characters: a short sentence is good"),
        type="password",
        key="set_up.password",
        autocomplete="new-password",
    )
    tapped = st.form_submit_button(_("Set up"), type="primary")
if tapped:
    with told(_):
        set_up_clinic(
            visit().clinic,
            visit().tablet,
            code=code,
            letterhead=Letterhead(clinic_name, place, phone),
            username=username,
            name=name,
            password=password,
        )
        choose_screen_language(visit().clinic, visit().tablet, _.code)
        routes.home()
