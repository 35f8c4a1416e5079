"""The board: every episode with its state and the next step."""

import streamlit as st

from litconsent.domain.episodes import UNDECIDED
from litconsent.services.board import Wanted, board
from litconsent.ui import routes
from litconsent.ui.clinic_account_role import is_auditor
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_search import draw_search
from litconsent.ui.clinic_states import STATE
from litconsent.ui.html import paragraphs
from litconsent.ui.visit import visit

_ = visit().text
sealing = st.session_state.pop("shell.sealing", None)
for row in board(visit().clinic, visit().tablet) if sealing else ():
    if row.record and row.episode.id == sealing:
        routes.go("clinic/record", record=row.record.id)
clinic_bar(visit())
st.title(_("Board"), anchor=False)
words, wanted = draw_search(visit())
rows = board(visit().clinic, visit().tablet, words=words, wanted=wanted)
if not rows:
    searched = bool(words) or wanted is not Wanted.ALL
    paragraphs([_("Nobody is found.") if searched else _("No episode yet.")])
only_looks = is_auditor(visit())
for row in rows:
    episode, patient = row.episode, row.episode.patient
    with st.container(key=f"card_{episode.id}"):
        paragraphs([patient.name], tag="h2")
        paragraphs([f"{_.date(patient.birth_date)} · {patient.identifier}", _(STATE[row.state])])
        with st.container(horizontal=True):
            if row.record and st.button(_("Open the record"), key=f"board.record.{episode.id}"):
                routes.go("clinic/record", record=row.record.id)
            undecided = row.state in UNDECIDED and not only_looks
            if undecided and st.button(_("Hand over"), key=f"board.hand.{episode.id}"):
                routes.go("clinic/episode", episode=episode.id)
            talks = not row.record and not only_looks
            if talks and st.button(_("Talk"), key=f"board.talk.{episode.id}"):
                routes.go("clinic/consultation", episode=episode.id)
