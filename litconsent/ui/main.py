"""The frame around every page: who is here, in which language, and which pages there are."""

import streamlit as st

from litconsent.domain.tablets import PATIENT_HANDS, RESTING, Mode
from litconsent.services.refuse_page import refuse_page
from litconsent.ui import routes
from litconsent.ui.components import page_frame
from litconsent.ui.demonstration import demonstration_notice
from litconsent.ui.heartbeat import pulse_of
from litconsent.ui.topbar import reading_settings, topbar
from litconsent.ui.visit import Visit, open_visit

_REFUSED = "frame.refused"


def main() -> None:
    """Draw one run of one page."""
    visit = open_visit()
    page = routes.register(visit.mode, visit.text)
    settings = reading_settings()
    name = f"clinic-{page.url_path}" if visit.mode is Mode.CLINIC else page.url_path or visit.mode
    page_frame(
        visit.text,
        page=name,
        title=page.title,
        pulse=pulse_of(visit.now),
        scale=settings.scale,
        contrast=settings.contrast,
    )
    _leave_strange_address(visit)
    topbar(visit)
    demonstration_notice(visit)
    page.run()


def _leave_strange_address(visit: Visit) -> None:
    """Go to the first page from another mode's address; that a patient asked for it is noted."""
    path = routes.strange_address(visit.mode)
    if not path:
        return
    held = visit.mode in (*PATIENT_HANDS, *RESTING)
    if held and st.session_state.get(_REFUSED) != path:
        st.session_state[_REFUSED] = path
        refuse_page(visit.clinic, visit.tablet, path)
    routes.home()


main()
