"""The talk with the patient: only what needs talking, and the way to the decision."""

import streamlit as st

from litconsent.domain.signing import missing_for_consent
from litconsent.services.consultation import open_consultation
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_editions import draw_kept_editions
from litconsent.ui.clinic_facts import episode_facts
from litconsent.ui.clinic_formalities import draw_formalities
from litconsent.ui.clinic_hand_over import draw_hand_over, draw_held
from litconsent.ui.clinic_health import draw_health
from litconsent.ui.clinic_map import draw_map
from litconsent.ui.clinic_note_keys import keep, tell_newer
from litconsent.ui.clinic_notes import draw_notes
from litconsent.ui.clinic_restate import draw_who_decides
from litconsent.ui.clinic_talk import draw_missing, draw_talk
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_, clinic, tablet = visit().text, visit().clinic, visit().tablet
clinic_bar(visit())
st.title(_("Talk with the patient"), anchor=False)
with told(_):
    talk = open_consultation(clinic, tablet, st.query_params.get("episode", ""))
    tell_newer(visit(), talk)
    draw_held(visit(), talk)
    episode_facts(visit(), talk)
    draw_kept_editions(visit(), talk.episode.id)
    draw_who_decides(visit(), talk)
    draw_map(visit(), talk)
    draw_health(visit(), talk)
    notes = draw_formalities(visit(), talk, draw_talk(visit(), talk))
    notes = keep(visit(), talk, notes)
    items = talk.leaflet.check
    missing = missing_for_consent(talk.episode, talk.ruling, items, talk.answers, notes)
    draw_missing(visit(), missing, talk)
    draw_notes(talk.leaflet.edition, _)
    draw_hand_over(visit(), talk)
