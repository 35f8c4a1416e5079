"""Language, text size and contrast: always at hand, kept over a refresh in the address."""

from dataclasses import dataclass

import streamlit as st

from litconsent.domain.tablets import RESTING, Mode
from litconsent.i18n.languages import language
from litconsent.i18n.text import Text
from litconsent.services.answer import choose_language
from litconsent.services.screen_language import choose_screen_language
from litconsent.ui.told import told
from litconsent.ui.visit import Visit

SIZES = {"100": 1.0, "125": 1.25, "150": 1.5, "200": 2.0}
_SIZE, _CONTRAST = "reading.size", "reading.contrast"


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How large and how strong a reader wants the page."""

    scale: float
    contrast: str


def reading_settings() -> ReadingSettings:
    """Return the reader's settings, out of this session or the address of a refreshed page."""
    size = st.session_state.setdefault(_SIZE, st.query_params.get("size", "100"))
    contrast = st.session_state.setdefault(_CONTRAST, st.query_params.get("contrast", "normal"))
    scale = SIZES.get(size, 1.0)
    for name, value, usual in (("size", size, "100"), ("contrast", contrast, "normal")):
        if value != usual and st.query_params.get(name) != value:
            st.query_params[name] = value
    return ReadingSettings(scale, contrast if contrast == "high" else "normal")


def topbar(visit: Visit) -> None:
    """Draw the bar on top of every page."""
    _ = visit.text
    with st.container(horizontal=True, key="topbar", horizontal_alignment="distribute"):
        st.text(_("LIT Consent"))
        # Translators: stands for the size of letters; use two letters of your script.
        letters = _("Aa")
        label = f"{_.language.endonym} · {letters}"
        settings = st.popover(label, key="topbar.settings", on_change="rerun")
        # Drawn only while it is open, so that every other run of every page is cheaper.
        if settings.open:
            with settings:
                _settings(visit)


def _settings(visit: Visit) -> None:
    _ = visit.text
    # The text being decided on stays as it is; the thanks stay in the language read.
    if visit.mode not in (Mode.DECIDING, Mode.WAITING, *RESTING):
        st.text(_("Language"))
        with st.container(horizontal=True, key="topbar_languages"):
            language_buttons(visit, "topbar")
    _sizes(_)
    _contrast(_)


def language_buttons(visit: Visit, place: str) -> None:
    """Draw a button for each language, each in its own words."""
    for code in visit.languages:
        name, chosen = language(code).endonym, code == visit.text.code
        if st.button(f"✓ {name}" if chosen else name, key=f"{place}.{code}", disabled=chosen):
            _switch(visit, code)


def _switch(visit: Visit, code: str) -> None:
    if visit.mode is Mode.PATIENT:
        with told(visit.text):
            choose_language(visit.clinic, visit.tablet, code)
            st.rerun()
    else:
        if visit.mode is not Mode.VISITOR:
            choose_screen_language(visit.clinic, visit.tablet, code)
        st.query_params["lang"] = code
        st.rerun()


def _sizes(_: Text) -> None:
    st.text(_("Text size"))
    with st.container(horizontal=True):
        for size in SIZES:
            chosen = st.session_state[_SIZE] == size
            label = _("{percent} %", percent=_.number(int(size)))
            if st.button(label, key=f"topbar.size{size}", disabled=chosen):
                st.session_state[_SIZE] = size
                st.query_params["size"] = size
                st.rerun()


def _contrast(_: Text) -> None:
    high = st.session_state[_CONTRAST] == "high"
    label = _("Normal contrast") if high else _("Strong contrast")
    if st.button(label, key="topbar.contrast"):
        st.session_state[_CONTRAST] = "normal" if high else "high"
        st.query_params["contrast"] = st.session_state[_CONTRAST]
        st.rerun()
