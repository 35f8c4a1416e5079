"""Understood, not yet, explain more: what a patient says about a chapter, and what follows."""

import time
from dataclasses import replace

import streamlit as st

from litconsent.domain.answers import Presence
from litconsent.domain.checks import ItemResult
from litconsent.domain.editions import Chapter
from litconsent.domain.understanding import Feeling, Sight
from litconsent.i18n.labels import FEELING
from litconsent.services.answer import note_read
from litconsent.services.read_leaflet import Reading
from litconsent.ui import blocks
from litconsent.ui.html import paragraphs
from litconsent.ui.visit import Visit
from litconsent.ui.walk import move, navigation

_SHOWN = "walk.shown"
_UNFOLD = "walk.unfold"


def look_at(chapter: Chapter) -> Sight:
    """Return this look at a chapter so far: since when it is shown, and whether it was unfolded."""
    shown, since, more = st.session_state.get(_SHOWN, ("", 0.0, False))
    if shown != chapter.id:
        since, more = time.monotonic(), False
    more = more or bool(st.session_state.get(_more(chapter)))
    st.session_state[_SHOWN] = (chapter.id, since, more)
    return Sight(seconds=max(1, round(time.monotonic() - since)), more=more)


def unfold_where_asked(chapter: Chapter) -> None:
    """Open "read more" before it is drawn, if the patient has just asked for it here."""
    if st.session_state.pop(_UNFOLD, "") == chapter.id:
        st.session_state[_more(chapter)] = True


def ask_understood(visit: Visit, reading: Reading, chapter: Chapter, look: Sight) -> None:
    """Ask whether a chapter was understood, by three buttons of equal weight; none is a failure."""
    _ = visit.text
    said = reading.answers.seen.get(chapter.id, Sight())
    if said.explain:
        _in_other_words(visit, reading, chapter)
    with st.container(key="choices_row_understood"):
        paragraphs([_("Did we explain this well?")], tag="strong")
        for feeling in Feeling:
            key = f"understood.{chapter.id}.{feeling}"
            if st.button(_(FEELING[feeling]), key=key, width="stretch"):
                move(visit, reading, +1, replace(look, feeling=feeling))
        key = f"understood.{chapter.id}.explain"
        if st.button(_("Explain more"), key=key, width="stretch", disabled=said.explain):
            note_read(visit.clinic, visit.tablet, chapter.id, Sight(explain=True), whole=False)
            if chapter.more:
                st.session_state[_UNFOLD] = chapter.id
            st.rerun()
    if said.feeling:
        with st.container(key="quiet_said"):
            paragraphs([_("You said: {words}", words=_(FEELING[said.feeling]))])
    if navigation(visit, reading, blocked=said.feeling is None, look=look):
        move(visit, reading, +1, look)


def only_you(visit: Visit, reading: Reading) -> None:
    """Say on the screen that nobody answers for the patient, where somebody may be near."""
    _ = visit.text
    near = reading.episode.family or reading.answers.presence is Presence.FAMILY_READS
    if near:
        with st.container(key="quiet_only_you"):
            paragraphs([_("Only you answer here. Nobody can answer for you.")])


def explain_again(visit: Visit, reading: Reading, result: ItemResult) -> None:
    """Say what was missed in other words, with the picture of it if there is one."""
    _ = visit.text
    with st.container(key="callout_again"):
        st.header(_("Let us explain it in another way"), anchor=False)
        paragraphs([result.item.again])
        block = reading.leaflet.block(result.item.explain)
        if block and block.figure:
            blocks.alone(reading.leaflet.edition, [block], _)


def _in_other_words(visit: Visit, reading: Reading, chapter: Chapter) -> None:
    _ = visit.text
    ids = {block.id for block in chapter.blocks}
    again = [result.item.again for result in reading.results if result.item.explain in ids]
    with st.container(key="callout_other_words"):
        st.header(_("In other words"), anchor=False)
        paragraphs([*again, _("Your doctor will see that you want to hear more about this.")])


def _more(chapter: Chapter) -> str:
    return f"more.{chapter.id}"
