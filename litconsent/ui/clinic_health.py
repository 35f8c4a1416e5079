"""What the patient told about health, in the doctor's language and without any conclusion."""

import streamlit as st

from litconsent.domain.answers import Told
from litconsent.i18n.labels import TOLD
from litconsent.i18n.text import isolated
from litconsent.services.consultation import Consultation
from litconsent.ui.html import facts, paragraphs
from litconsent.ui.visit import Visit

# What needs talking comes first; what was left out is asked last, and never taken for a no.
_ORDER = (Told.YES, Told.UNSURE, None, Told.NO)


def draw_health(visit: Visit, talk: Consultation) -> None:
    """List every question with its answer: first yes, then not known, not answered, and no."""
    _, given = visit.text, talk.answers.health
    st.header(_("What the patient told about health"), anchor=False)
    rows = [row for group in talk.leaflet.edition.health for row in group.questions.items()]
    rows.sort(key=lambda row: _ORDER.index(given.get(row[0])))
    words = {key: _(TOLD[given[key]]) if key in given else _("Not answered.") for key, _q in rows}
    with st.container(key="card_health"):
        paragraphs([_("The app draws no conclusion from these answers. You do.")])
        facts([(question, words[key]) for key, question in rows])
        if talk.answers.health_words:
            facts([(_("In the patient's words"), isolated(talk.answers.health_words))])
