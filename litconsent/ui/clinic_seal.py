"""What the lead is told about the clinic's seal before it ends."""

import streamlit as st

from litconsent.domain.people import AccountRole
from litconsent.services.access import account_of
from litconsent.services.seal_alarm import URGENT, seal_alarm
from litconsent.ui.messages import SEAL_EXPIRED
from litconsent.ui.told import told
from litconsent.ui.visit import Visit


def draw_seal_alarm(visit: Visit) -> None:
    """Draw how long the seal is still valid, for the lead, from 60 days before its end."""
    _ = visit.text
    if account_of(visit.clinic, visit.tablet).role is not AccountRole.LEAD:
        return
    with told(_):
        days = seal_alarm(visit.clinic, visit.tablet)
        if days is None:
            return
        said = _(
            "Days until the clinic's seal ends: {days}. Then nobody can sign here. Whoever looks "
            "after the server renews it: python -m litconsent doctor says how.",
            days=_.number(days),
        )
        if days < 0:
            said = _(SEAL_EXPIRED)
        (st.error if days <= URGENT else st.warning)(said)
