"""A slow beat that wakes a page whose server was restarted or whose tablet was passed on."""

import streamlit as st

from litconsent.services.access import tablet_of
from litconsent.ui.visit import Visit

BEAT = "20s"


def heartbeat(visit: Visit) -> None:
    """Run the whole page again as soon as the tablet is no longer what this page was drawn for."""

    drawn = [visit]

    @st.fragment(run_every=BEAT)
    def beat() -> None:
        if drawn:  # the page itself has just looked
            drawn.clear()
            return
        now = tablet_of(visit.clinic, visit.tablet, active=False)
        if (now.epoch, now.mode) != (visit.now.epoch, visit.now.mode):
            st.rerun(scope="app")

    beat()
