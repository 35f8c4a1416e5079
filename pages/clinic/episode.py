"""Hand the tablet over: what is proposed to whom, and what handing over means."""

import streamlit as st

from litconsent.services.consultation import look_at_episode
from litconsent.services.hand_over import hand_over
from litconsent.ui import routes
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_editions import draw_kept_editions
from litconsent.ui.clinic_facts import episode_facts
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
clinic_bar(visit())
st.title(_("Hand the tablet over"), anchor=False)
with told(_):
    talk = look_at_episode(visit().clinic, visit().tablet, st.query_params.get("episode", ""))
    episode_facts(visit(), talk)
    draw_kept_editions(visit(), talk.episode.id)
    with st.container(key="callout_hand_over"):
        paragraphs(
            [
                _("Is this the right patient? Compare name and date of birth."),
                _("Handing over signs you out. The tablet then opens this episode only."),
            ]
        )
    if st.button(_("Hand over now"), key="episode.hand_over", type="primary"):
        hand_over(visit().clinic, visit().tablet, talk.episode.id)
        routes.home()
