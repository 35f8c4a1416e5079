"""The formulary: what the clinic offers, for the lead."""

import streamlit as st

from litconsent.services.read_formulary import view_formulary
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_formulary import draw_formulary
from litconsent.ui.clinic_own_entry import draw_own_entry
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_, clinic = visit().text, visit().clinic
clinic_bar(visit())
st.title(_("Formulary"), anchor=False)
with told(_):
    view = view_formulary(clinic, visit().tablet, _.code)
    paragraphs([_("Doctors can propose only what is on. A change counts for new episodes.")])
    if view.changed_at:
        when = _.datetime(view.changed_at, clinic.settings.time_zone)
        paragraphs([_("Last change: {when}, {name}", when=when, name=view.changed_by)], tag="small")
    draw_formulary(visit(), view)
    draw_own_entry(visit(), view)
