"""The end of the talk: on which tablet the patient decides; and its begin, while one is held."""

import streamlit as st

from litconsent.domain.episodes import State
from litconsent.domain.pairings import Purpose
from litconsent.services.begin_talk import begin_talk
from litconsent.services.consultation import Consultation
from litconsent.services.decide import open_decision
from litconsent.ui import routes
from litconsent.ui.clinic_live import draw_live
from litconsent.ui.clinic_pairing import draw_pairing, offer, offered
from litconsent.ui.html import paragraphs
from litconsent.ui.visit import Visit

_DECIDING = (State.DECIDING, State.DECIDED)


def draw_held(visit: Visit, talk: Consultation) -> None:
    """Say that the patient holds another tablet, where they are, and how the talk begins."""
    if not talk.held:
        return
    _, deciding = visit.text, talk.state in _DECIDING
    draw_live(talk.episode.id)
    with st.container(key="callout_held"):
        if deciding:
            paragraphs([_("The patient has the decision on another tablet. Notes are still kept.")])
        else:
            paragraphs([_("The patient still has a tablet. You can look, and write notes.")])
        label = _("Take it back and talk again") if deciding else _("Begin the talk now")
        if st.button(label, key="talk.begin"):
            begin_talk(visit.clinic, visit.tablet, talk.episode.id)
            st.rerun()


def draw_hand_over(visit: Visit, talk: Consultation) -> None:
    """Draw the two ways to the decision: on this tablet, or on another one by a code."""
    _ = visit.text
    if talk.state is not State.IN_CONSULTATION:
        return
    st.header(_("Hand over for the decision"), anchor=False)
    paragraphs([_("This tablet: you are signed out, and sign at the end.")])
    with st.container(key="choices_grid_tablets"):
        if st.button(_("This tablet"), key="talk.decide", width="stretch"):
            open_decision(visit.clinic, visit.tablet, talk.episode.id)
            routes.home()
        if st.button(_("Another tablet"), key="talk.other", width="stretch"):
            offer(visit, talk.episode.id, Purpose.DECIDE)
    if offered(talk.episode.id):
        draw_pairing()
