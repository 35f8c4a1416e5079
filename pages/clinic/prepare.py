"""Prepare an episode."""

import streamlit as st

from litconsent.services.preparation import load_preparation, save_preparation
from litconsent.ui import routes
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_prepare import draw_preparation, prepare_from
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
clinic_bar(visit())
st.title(_("Prepare an episode"), anchor=False)
kept = load_preparation(visit().clinic, visit().tablet)
given = draw_preparation(visit(), kept)
if given != kept:
    save_preparation(visit().clinic, visit().tablet, given)
if st.button(_("Prepare"), key="prepare.done", type="primary"):
    with told(_):
        episode_id = prepare_from(visit(), given)
        save_preparation(visit().clinic, visit().tablet, {})
        routes.go("clinic/episode", episode=episode_id)
