"""Everything that patients read, without an account and without a trace."""

import streamlit as st

from litconsent.domain.errors import LanguageUnavailable
from litconsent.services.read_leaflet import open_public
from litconsent.ui import blocks, routes
from litconsent.ui.messages import sentence
from litconsent.ui.notices import draft_banner
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

draft_banner(_)
with st.container(key="stepper"):
    st.text(_("{number} of {count}", number=_.number(number + 1), count=_.number(len(ids))))
    st.progress((number + 1) / len(ids))
st.title(leaflet.chapters[number].title, anchor=False)
blocks.chapter(leaflet.edition, leaflet.chapters[number], _)

with st.container(horizontal=True, key="navbar", horizontal_alignment="distribute"):
    if st.button(_("Back"), key=f"nav_back.{number}"):
        if number:
            routes.go("patient/read", chapter=ids[number - 1])
        routes.home()
    last = number == len(ids) - 1
    label = _("Finish") if last else _("Next")
    if st.button(label, key=f"nav_next.{number}", type="primary"):
        if last:
            routes.home()
        routes.go("patient/read", chapter=ids[number + 1])
