"""A drawing in the page itself: Streamlit's own elements strip SVG or turn it into a file."""

from collections.abc import Callable

import streamlit as st
from streamlit.components.v2 import component

_mounted = component("litconsent.figure", js="figure.js", isolate_styles=False)


def figure(
    key: str, *, svg: str, alt: str, caption: str, on_touch: Callable[[str], None] | None = None
) -> None:
    """Draw SVG with its labels in the page's own fonts; ``alt`` says it in words.

    ``on_touch`` is called with the id of the part that was touched. It is for the pointer alone:
    the same choice must stand beside the drawing for the keyboard and for screen readers.
    """
    data = {"svg": svg, "alt": alt, "caption": caption, "touch": on_touch is not None}
    if on_touch is None:
        _mounted(key=key, data=data)
        return

    def touched() -> None:
        part = st.session_state[key].get("part")
        if isinstance(part, str):
            on_touch(part)

    _mounted(key=key, data=data, on_part_change=touched)
