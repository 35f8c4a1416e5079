"""The clinic's accounts, for the lead."""

import streamlit as st

from litconsent.services.accounts import accounts, add_account
from litconsent.ui.clinic_account import NEW_PASSWORD, draw_account
from litconsent.ui.clinic_account_role import chosen_role, draw_role
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
clinic_bar(visit())
st.title(_("Accounts"), anchor=False)
with told(_):
    known = accounts(visit().clinic, visit().tablet)
    for account in known:
        draw_account(visit(), account)
    with st.form("account", border=False, clear_on_submit=False):
        st.header(_("Add an account"), anchor=False)
        name = st.text_input(_("Name, as it stands on forms"), key="account.name")
        username = st.text_input(_("User name"), key="account.username", autocomplete="off")
        password = st.text_input(
            _(NEW_PASSWORD),
            type="password",
            key="account.password",
            autocomplete="new-password",
        )
        role = draw_role(visit())
        tapped = st.form_submit_button(_("Add"), type="primary")
    if tapped:
        add_account(
            visit().clinic,
            visit().tablet,
            username=username,
            name=name,
            password=password,
            role=chosen_role(role),
        )
        st.rerun()
