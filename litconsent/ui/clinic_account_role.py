"""What an account may do: chosen by the lead, never preselected."""

import streamlit as st

from litconsent.domain.errors import TextMissing
from litconsent.domain.people import AccountRole
from litconsent.services.access import account_of
from litconsent.ui.clinic_states import ACCOUNT_MAY, ACCOUNT_ROLE
from litconsent.ui.visit import Visit


def draw_role(visit: Visit) -> AccountRole | None:
    """Draw the roles with what each may do, and return the one that is chosen."""
    _ = visit.text
    roles = list(AccountRole)
    # A radio's answer is its label, so that it has a key for each language.
    return st.radio(
        _("What this person may do"),
        roles,
        index=None,
        format_func=lambda role: _(ACCOUNT_ROLE[role]),
        captions=[_(ACCOUNT_MAY[role]) for role in roles],
        key=f"account.role.{_.code}",
    )


def chosen_role(role: AccountRole | None) -> AccountRole:
    """Return the role that was chosen.

    :raises TextMissing: if none was.
    """
    if role is None:
        raise TextMissing("account.role")
    return AccountRole(role)


def is_auditor(visit: Visit) -> bool:
    """Tell whether who is signed in may look and change nothing."""
    return account_of(visit.clinic, visit.tablet).role is AccountRole.AUDITOR
