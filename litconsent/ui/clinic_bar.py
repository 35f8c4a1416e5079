"""The clinic's few places, on top of its pages."""

import streamlit as st

from litconsent.domain.people import AccountRole
from litconsent.i18n.text import N_
from litconsent.services.access import account_of
from litconsent.services.sign_out import sign_out
from litconsent.ui import routes
from litconsent.ui.html import literal
from litconsent.ui.visit import Visit

_BOARD = ("clinic/board", N_("Board"))
_RECORDS = ("clinic/records", N_("Records"))
_AUDIT = ("clinic/audit", N_("Self-audit"))
_DOCTOR = (
    _BOARD,
    ("clinic/prepare", N_("Prepare")),
    _RECORDS,
    ("clinic/blanks", N_("Forms")),
    ("clinic/pin", N_("PIN")),
)
PLACES = {
    AccountRole.CLINICIAN: _DOCTOR,
    AccountRole.LEAD: (
        *_DOCTOR,
        ("clinic/accounts", N_("Accounts")),
        ("clinic/formulary", N_("Formulary")),
        ("clinic/release", N_("Release")),
        _AUDIT,
    ),
    AccountRole.AUDITOR: (_BOARD, _RECORDS, ("clinic/release", N_("Editions")), _AUDIT),
}


def clinic_bar(visit: Visit) -> None:
    """Draw the ways to what this account may open, and sign out."""
    _ = visit.text
    with st.container(horizontal=True, key="quiet_clinic_bar"):
        account = account_of(visit.clinic, visit.tablet)
        for script, label in PLACES[account.role]:
            if st.button(_(label), key=f"bar.{script}"):
                routes.go(script)
        if st.button(_("Sign out {name}", name=literal(account.name)), key="bar.sign_out"):
            sign_out(visit.clinic, visit.tablet)
            routes.home()
