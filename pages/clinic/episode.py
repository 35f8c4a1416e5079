"""Hand a tablet over: what is proposed to whom, on which tablet, and where the patient is."""

import streamlit as st

from litconsent.domain.pairings import Purpose
from litconsent.services.blank_form import offer_blank_form_of
from litconsent.services.consultation import look_at_episode
from litconsent.services.hand_over import hand_over
from litconsent.ui import routes
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_blanks import draw_link
from litconsent.ui.clinic_editions import draw_kept_editions
from litconsent.ui.clinic_facts import episode_facts
from litconsent.ui.clinic_live import draw_live
from litconsent.ui.clinic_pairing import draw_pairing, offer, offered
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
clinic_bar(visit())
st.title(_("Hand the tablet over"), anchor=False)
with told(_):
    talk = look_at_episode(visit().clinic, visit().tablet, st.query_params.get("episode", ""))
    if not offered(talk.episode.id):
        draw_live(talk.episode.id)
    episode_facts(visit(), talk)
    draw_kept_editions(visit(), talk.episode.id)
    with st.container(key="callout_hand_over"):
        paragraphs(
            [
                _("Is this the right patient? Compare name and date of birth."),
                _("This tablet: you are signed out, and it opens this episode only."),
                _("Another tablet: you stay signed in here, and see where the patient is."),
                _("On paper: the code on the form finds this episode in the board's search."),
            ]
        )
    with st.container(key="choices_grid_tablets"):
        if st.button(_("This tablet"), key="episode.hand_over", width="stretch"):
            hand_over(visit().clinic, visit().tablet, talk.episode.id)
            routes.home()
        if st.button(_("Another tablet"), key="episode.other", width="stretch"):
            offer(visit(), talk.episode.id, Purpose.READ)
        on_paper = st.button(_("On paper"), key="episode.paper", width="stretch")
    if on_paper:
        draw_link(_, offer_blank_form_of(visit().clinic, visit().tablet, talk.episode.id))
    if offered(talk.episode.id):
        draw_pairing()
