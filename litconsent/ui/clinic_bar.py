"""The clinic's few places, on top of its pages."""

import streamlit as st

from litconsent.domain.people import AccountRole
from litconsent.services.access import account_of
from litconsent.services.sign_out import sign_out
from litconsent.ui import routes
from litconsent.ui.html import literal
from litconsent.ui.visit import Visit


def clinic_bar(visit: Visit) -> None:
    """Draw the ways to board, preparation and records, and sign out."""
    _ = visit.text
    with st.container(horizontal=True, key="quiet_clinic_bar"):
        account = account_of(visit.clinic, visit.tablet)
        places = [
            ("clinic/board", _("Board")),
            ("clinic/prepare", _("Prepare")),
            ("clinic/records", _("Records")),
            ("clinic/pin", _("PIN")),
        ]
        if account.role is AccountRole.LEAD:
            places += [
                ("clinic/accounts", _("Accounts")),
                ("clinic/formulary", _("Formulary")),
                ("clinic/release", _("Release")),
                ("clinic/audit", _("Self-audit")),
            ]
        for script, label in places:
            if st.button(label, key=f"bar.{script}"):
                routes.go(script)
        if st.button(_("Sign out {name}", name=literal(account.name)), key="bar.sign_out"):
            sign_out(visit.clinic, visit.tablet)
            routes.home()
