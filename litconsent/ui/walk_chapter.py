"""The screen of one chapter, with what the doctor says about it for this patient."""

import streamlit as st

from litconsent.domain.leaflets import OPTIONS_CHAPTER
from litconsent.i18n.mixture_words import mixture_rows
from litconsent.i18n.reason_words import reasons
from litconsent.services.read_leaflet import Reading
from litconsent.ui import blocks
from litconsent.ui.html import facts, paragraphs
from litconsent.ui.notices import whom_to_call
from litconsent.ui.visit import Visit
from litconsent.ui.walk import move, navigation, present
from litconsent.ui.walk_understanding import ask_understood, look_at, unfold_where_asked


def read_chapter(visit: Visit, reading: Reading) -> None:
    """Show one chapter; going on notes that it was read."""
    chapter = reading.leaflet.chapter(present(reading).subject)
    if chapter is None:
        return
    st.title(chapter.title, anchor=False)
    _why_for_me(visit, reading, chapter.id)
    whom_to_call(visit.clinic, chapter.id, visit.text)
    unfold_where_asked(chapter)
    areas = reading.episode.plan.areas
    blocks.chapter(reading.leaflet.edition, chapter, visit.text, areas)
    look = look_at(chapter)
    if chapter.ask_understood:
        ask_understood(visit, reading, chapter, look)
    elif navigation(visit, reading, look=look):
        move(visit, reading, +1, look)


def _why_for_me(visit: Visit, reading: Reading, chapter_id: str) -> None:
    _ = visit.text
    compound_id = chapter_id.partition(":")[2]
    planned = next((c for c in reading.episode.plan.compounds if c.id == compound_id), None)
    if planned:
        with st.container(key="card_reason"):
            st.header(_("Why your doctor proposes it for you"), anchor=False)
            paragraphs(reasons(planned, _))
            mixture = reading.episode.plan.mixture
            if mixture and planned.id in mixture.compounds:
                facts(mixture_rows(_, reading.leaflet.edition, mixture))
    if chapter_id == OPTIONS_CHAPTER:
        plan = reading.episode.plan
        with st.container(key="card_options"):
            facts(
                [
                    (_("Other treatments that your doctor names"), plan.alternatives),
                    (_("What your doctor says about no treatment"), plan.without_treatment),
                ]
            )
