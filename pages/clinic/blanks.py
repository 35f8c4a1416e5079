"""Blank forms: the same text on paper, for when tablets cannot be used."""

import streamlit as st

from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_blanks import draw_blank_form
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
clinic_bar(visit())
st.title(_("Blank forms"), anchor=False)
paragraphs(
    [
        _("The same text on paper, with lines and boxes to fill in by hand."),
        _("Print some while everything works, and again after each release of a text."),
    ]
)
with told(_):
    draw_blank_form(visit())
