"""Everything that patients read, without an account and without a trace."""

import streamlit as st

from litconsent.domain.errors import LanguageUnavailable
from litconsent.services.read_leaflet import open_public
from litconsent.ui import blocks, routes
from litconsent.ui.messages import sentence
from litconsent.ui.notices import edition_notice, whom_to_call
from litconsent.ui.stepper import stepper
from litconsent.ui.visit import visit

_ = visit().text
try:
    leaflet = open_public(visit().clinic, _.code)
except LanguageUnavailable as error:
    st.error(sentence(error, _))
    st.stop()
ids = [chapter.id for chapter in leaflet.chapters]
wanted = st.query_params.get("chapter", ids[0])
number = ids.index(wanted) if wanted in ids else 0

edition_notice(leaflet.edition, _)
stepper(number + 1, len(ids), _)
st.title(leaflet.chapters[number].title, anchor=False)
whom_to_call(visit().clinic, ids[number], _)
blocks.chapter(leaflet.edition, leaflet.chapters[number], _)


def turn(chapter: str) -> None:
    """Turn to a chapter before the page is drawn: one run a tap."""
    st.query_params["chapter"] = chapter


first, last = number == 0, number == len(ids) - 1
with st.container(horizontal=True, key="navbar", horizontal_alignment="distribute"):
    if first:
        if st.button(_("Back"), key=f"nav_back.{number}"):
            routes.home()
    else:
        st.button(_("Back"), key=f"nav_back.{number}", on_click=turn, args=(ids[number - 1],))
    if last:
        if st.button(_("Finish"), key=f"nav_next.{number}", type="primary"):
            routes.home()
    else:
        st.button(
            _("Next"),
            key=f"nav_next.{number}",
            type="primary",
            on_click=turn,
            args=(ids[number + 1],),
        )
