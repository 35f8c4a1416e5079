"""A PIN for this tablet: to sign faster here, and nowhere else."""

import streamlit as st

from litconsent.services.pins import forget_pin, has_pin, set_pin
from litconsent.ui import routes
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_, clinic, tablet = visit().text, visit().clinic, visit().tablet
clinic_bar(visit())
st.title(_("PIN on this tablet"), anchor=False)
paragraphs(
    [
        _("With a PIN of six digits you sign and seal on this tablet without your password."),
        _("It is good on this tablet only, and never for signing in. Five wrong tries end it."),
    ]
)
kept = has_pin(clinic, tablet)
if kept:
    with st.container(key="key_pin"):
        paragraphs([_("You have a PIN on this tablet.")])
with st.form("pin", border=False, clear_on_submit=True):
    password = st.text_input(
        _("Password"), type="password", key="pin.password", autocomplete="current-password"
    )
    pin = st.text_input(
        _("New PIN, six digits"), type="password", key="pin.digits", max_chars=6, autocomplete="off"
    )
    tapped = st.form_submit_button(_("Set the PIN"), type="primary")
if tapped:
    with told(_):
        set_pin(clinic, tablet, password, pin)
        st.rerun()
if kept and st.button(_("Take the PIN off this tablet"), key="pin.forget"):
    forget_pin(clinic, tablet)
    st.rerun()
if visit().clinic.settings.organisation and st.button(
    _("Sign-in of your organisation"), key="pin.organisation"
):
    routes.go("clinic/organisation")
