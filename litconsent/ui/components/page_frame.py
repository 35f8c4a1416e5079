"""The frame: keeps the document around a page in the reader's language, size and contrast."""

import streamlit as st
from streamlit.components.v2 import component

from litconsent.i18n.text import Text
from litconsent.ui.web.failure import SESSION_LANGUAGE

KEY = "shell.frame"
SMALLEST, LARGEST = 1.0, 2.0
CONTRASTS = ("normal", "high")

_mounted = component("litconsent.page_frame", js="page_frame.js", isolate_styles=False)


def page_frame(
    text: Text,
    *,
    page: str,
    title: str,
    pulse: str = "",
    scale: float = 1.0,
    contrast: str = "normal",
) -> None:
    """Set language, direction, title, text size and contrast; focus the heading of a new page.

    Call it once in each run, before the page draws. ``scale`` is 1.0 to 2.0. The page runs again
    as soon as the server gives another ``pulse``; with none it does not ask.
    """
    st.session_state[SESSION_LANGUAGE] = text.code
    st.set_page_config(page_title=f"{title} – {text('LIT Consent')}", layout="centered")
    _mounted(
        key=KEY,
        data={
            "lang": text.code,
            "dir": "rtl" if text.rtl else "ltr",
            "page": page,
            "pulse": pulse,
            "heading": title,
            "scale": min(LARGEST, max(SMALLEST, scale)),
            "contrast": contrast if contrast in CONTRASTS else CONTRASTS[0],
            "connecting": text("Connecting. What you answered is kept."),
            "words": _words(text),
        },
        on_woken_change=_nothing,
    )


def _nothing() -> None:
    """Stand for a callback: to run again is all that a woken page needs."""


def _words(_: Text) -> dict[str, str]:
    return {
        "Skip to main content": _("Skip to the content"),
        "Close": _("Close"),
        "Show password text": _("Show password"),
        "Hide password text": _("Hide password"),
    }
