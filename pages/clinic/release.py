"""Release: the languages for the lead, and one of them passage by passage."""

import streamlit as st

from litconsent.services.compare_editions import compare_editions, compare_languages, read_edition
from litconsent.services.content_files import file_problems
from litconsent.ui.clinic_account_role import is_auditor
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_release import draw_edition, draw_language, draw_languages
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_, clinic, tablet = visit().text, visit().clinic, visit().tablet
clinic_bar(visit())
st.title(_("Editions") if is_auditor(visit()) else _("Release"), anchor=False)
with told(_):
    chosen, edition = (st.query_params.get(name, "") for name in ("language", "edition"))
    if edition:
        draw_edition(visit(), read_edition(clinic, tablet, edition))
    elif chosen:
        draw_language(visit(), compare_editions(clinic, tablet, chosen))
    else:
        found = compare_languages(clinic, tablet)
        draw_languages(visit(), found, file_problems(clinic, tablet))
