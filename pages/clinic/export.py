"""Export records: which, as what, and the link that hands the file out once."""

import streamlit as st

from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_export import draw_count, draw_export, draw_order
from litconsent.ui.html import paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_ = visit().text
clinic_bar(visit())
st.title(_("Export records"), anchor=False)
with told(_):
    order = draw_order(visit())
    draw_count(visit(), order)
    with st.container(key="callout_export"):
        paragraphs(
            [
                _("The file holds health data. Keep it where only the clinic can read it."),
                _("Each exported record is noted in the trail, with your account."),
            ]
        )
    if st.button(_("Make the file"), key="export.make", type="primary"):
        draw_export(visit(), order)
