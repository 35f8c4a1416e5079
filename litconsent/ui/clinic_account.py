"""One account of the clinic: who it is, and what the lead can change of it."""

from collections.abc import Callable

import streamlit as st

from litconsent.domain.people import Account
from litconsent.i18n.text import N_
from litconsent.services.change_account import close_account, reopen_account, set_password
from litconsent.ui.clinic_states import ACCOUNT_ROLE
from litconsent.ui.html import literal, paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import Visit

NEW_PASSWORD = N_("Password, at least 15 characters: a short sentence is good")


def draw_account(visit: Visit, account: Account) -> None:
    """Draw an account with what can be changed of it, folded until it is needed."""
    _ = visit.text
    words = (_(ACCOUNT_ROLE[account.role]), "" if account.active else _("closed"))
    label = " · ".join(word for word in (literal(account.name), *words) if word)
    panel = st.expander(label, key=f"account.{account.id}", on_change="rerun")
    if not panel.open:
        return
    with panel:
        paragraphs([_("User name: {username}", username=account.username)])
        if account.active:
            paragraphs([_("A closed account is signed out everywhere and cannot sign in.")])
            if st.button(_("Close the account"), key=f"account.close.{account.id}"):
                _do(visit, lambda: close_account(visit.clinic, visit.tablet, account.id))
        elif st.button(_("Open the account again"), key=f"account.reopen.{account.id}"):
            _do(visit, lambda: reopen_account(visit.clinic, visit.tablet, account.id))
        _new_password(visit, account)


def _new_password(visit: Visit, account: Account) -> None:
    _ = visit.text
    with st.form(f"password.{account.id}", border=False, clear_on_submit=True):
        password = st.text_input(
            _(NEW_PASSWORD),
            type="password",
            key=f"password.words.{account.id}",
            autocomplete="new-password",
        )
        tapped = st.form_submit_button(_("Set a new password"))
    if tapped:
        _do(visit, lambda: set_password(visit.clinic, visit.tablet, account.id, password))


def _do(visit: Visit, change: Callable[[], None]) -> None:
    with told(visit.text):
        change()
        st.rerun()
