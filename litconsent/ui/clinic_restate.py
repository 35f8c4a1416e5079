"""Who decides, in the talk: what the rules say, and what the doctor states anew."""

import streamlit as st

from litconsent.services.consultation import Consultation
from litconsent.services.rulings import speakers_for
from litconsent.services.state_who_decides import restate
from litconsent.ui.clinic_ruling import draw_ruling
from litconsent.ui.clinic_stated import as_typed, statement_from
from litconsent.ui.clinic_who import draw_choice, draw_who
from litconsent.ui.told import told
from litconsent.ui.visit import Visit


def draw_who_decides(visit: Visit, talk: Consultation) -> None:
    """Draw what the rules say and the form; what is stated anew counts at once."""
    _, episode = visit.text, talk.episode
    key = f"who.{episode.id}"
    st.header(_("Who decides, and who helps"), anchor=False)
    with st.container(key="card_ruling"):
        draw_ruling(_, talk.ruling)
    with st.expander(_("Change this, or note who was heard")):
        speakers = speakers_for(visit.clinic, episode.patient.birth_date)
        typed = draw_who(visit, as_typed(episode.who), key, speakers)
        draw_choice(visit, typed, key, talk.ruling)
        with told(_):
            stated = statement_from(typed)
            if stated != episode.who:
                restate(visit.clinic, visit.tablet, episode.id, stated, talk.who_version)
                st.rerun()
