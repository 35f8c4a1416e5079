"""The questions about health: asked by the tablet, judged by nobody but the doctor."""

from dataclasses import replace

import streamlit as st

from litconsent.domain.answers import Told
from litconsent.domain.errors import StaleDraft
from litconsent.i18n.labels import TOLD
from litconsent.services.answer import save_answers
from litconsent.services.read_leaflet import Reading, open_reading
from litconsent.ui.components import read_aloud
from litconsent.ui.html import literal, paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import Visit
from litconsent.ui.walk import move, navigation, present

_LEFT_OUT = "health.left_out"


def health(visit: Visit, reading: Reading) -> None:
    """Ask the questions of one group; nothing is chosen beforehand, and each may be left out."""
    _, groups = visit.text, reading.leaflet.edition.health
    group = next(one for one in groups if one.id == present(reading).subject)
    st.title(group.title, anchor=False)
    read_aloud(f"aloud.health.{group.id}.{_.code}", _)
    paragraphs(
        [_("Your doctor sees the answers. You may leave any out and tell the doctor instead.")]
    )
    given = dict(reading.answers.health)
    for question, words in group.questions.items():
        answer = _answer(visit, question, words, given.get(question))
        given.pop(question, None)
        if answer:
            given[question] = answer
    more = reading.answers.health_words
    if group is groups[-1]:
        more = st.text_area(
            _("If you said yes somewhere, you may tell more here."),
            value=more,
            key="health.words",
            max_chars=2000,
        )
    kept = reading
    with told(_):
        answers = replace(reading.answers, health=given, health_words=more)
        if answers != reading.answers:
            try:
                save_answers(visit.clinic, visit.tablet, answers, reading.version)
            except StaleDraft:
                st.session_state.pop("health.words", None)
                raise
            kept = open_reading(visit.clinic, visit.tablet)
    whole = all(question in given for question in group.questions)
    if group.id in _left(kept) and not whole:
        with st.container(key="left_out"):
            st.warning(_("You left something out. Answer it now, or go on and tell your doctor."))
    if navigation(visit, kept):
        if whole or group.id in _left(kept):
            move(visit, kept, +1)
        _left(kept).add(group.id)
        st.rerun()


def _left(reading: Reading) -> set[str]:
    """Return the groups of this episode in which Next was tapped before all was answered."""
    left: dict[str, set[str]] = st.session_state.setdefault(_LEFT_OUT, {})
    return left.setdefault(reading.episode.id, set())


def _answer(visit: Visit, question: str, words: str, kept: Told | None) -> Told | None:
    _ = visit.text
    chosen = st.pills(
        literal(words),
        list(Told),
        default=kept,
        format_func=lambda one: _(TOLD[one]),
        key=f"health.{question}",
    )
    return Told(chosen) if chosen else None
