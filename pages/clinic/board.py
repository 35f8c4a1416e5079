"""The board: every episode with its state and the next step."""

import streamlit as st

from litconsent.services.board import board
from litconsent.ui import routes
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_board import draw_rows
from litconsent.ui.clinic_seal import draw_seal_alarm
from litconsent.ui.clinic_search import draw_search
from litconsent.ui.visit import visit

_ = visit().text
sealing = st.session_state.pop("shell.sealing", None)
for row in board(visit().clinic, visit().tablet) if sealing else ():
    if row.record and row.episode.id == sealing:
        routes.go("clinic/record", record=row.record.id)
clinic_bar(visit())
st.title(_("Board"), anchor=False)
draw_seal_alarm(visit())
draw_rows(*draw_search(visit()))
