"""All sealed records."""

import streamlit as st

from litconsent.i18n.labels import OUTCOME
from litconsent.services.records import records
from litconsent.ui import routes
from litconsent.ui.clinic_account_role import is_auditor
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.html import paragraphs
from litconsent.ui.visit import visit

_, zone = visit().text, visit().clinic.settings.time_zone
clinic_bar(visit())
st.title(_("Records"), anchor=False)
rows = records(visit().clinic, visit().tablet)
if not rows:
    paragraphs([_("No record yet.")])
elif not is_auditor(visit()) and st.button(_("Export records"), key="records.export"):
    routes.go("clinic/export")
for row in rows:
    with st.container(key=f"card_{row.record.id}"):
        paragraphs([row.episode.patient.name], tag="h2")
        paragraphs([_(OUTCOME[row.record.decision]), _.datetime(row.record.sealed_at, zone)])
        if st.button(_("Open the record"), key=f"records.{row.record.id}"):
            routes.go("clinic/record", record=row.record.id)
