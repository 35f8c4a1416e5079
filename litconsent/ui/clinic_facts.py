"""The facts of an episode, as the clinic reads them."""

import streamlit as st

from litconsent.i18n.mixture_words import mixture_rows
from litconsent.i18n.plan_areas import where
from litconsent.services.consultation import Consultation
from litconsent.ui.html import facts
from litconsent.ui.visit import Visit


def episode_facts(visit: Visit, talk: Consultation) -> None:
    """Draw patient and plan."""
    _, episode = visit.text, talk.episode
    names = talk.leaflet.edition.compounds
    family = episode.family
    with st.container(key="card_facts"):
        facts(
            [
                (_("Patient"), episode.patient.name),
                (_("Date of birth"), _.date(episode.patient.birth_date)),
                (_("Patient number"), episode.patient.identifier),
                (_("Diagnosis"), episode.plan.diagnosis),
                (_("Body area"), where(talk.leaflet.edition, episode.plan)),
                *((names[c.id].name, c.reason) for c in episode.plan.compounds),
                *mixture_rows(_, talk.leaflet.edition, episode.plan.mixture),
                (_("Sessions"), _.number(episode.plan.sessions)),
                (_("Family"), f"{family.name} ({family.relationship})" if family else ""),
            ]
        )
