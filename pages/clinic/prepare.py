"""Prepare an episode."""

import streamlit as st

from litconsent.services.preparation import load_preparation, save_preparation
from litconsent.ui import routes
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_plans import offer_plans, offer_to_keep
from litconsent.ui.clinic_prepare import draw_preparation, prepare_now, prepared_before
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
clinic_bar(visit())
st.title(_("Prepare an episode"), anchor=False)
with told(_):
    offer_plans(visit())
    kept = load_preparation(visit().clinic, visit().tablet)
    given = draw_preparation(visit(), kept)
    done = prepared_before(visit(), given)
    if given != kept and not done:
        save_preparation(visit().clinic, visit().tablet, given)
    if st.button(_("Prepare"), key="prepare.done", type="primary"):
        episode_id = done or prepare_now(visit(), given)
        save_preparation(visit().clinic, visit().tablet, {})
        routes.go("clinic/episode", episode=episode_id)
    offer_to_keep(visit(), given)
