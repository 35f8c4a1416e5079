"""How far a reader is, above every screen of the way."""

from html import escape

import streamlit as st

from litconsent.i18n.text import Text


def stepper(number: int, count: int, _: Text) -> None:
    """Draw that this is screen `number` of `count`, in words and as a line."""
    words = _("{number} of {count}", number=_.number(number), count=_.number(count))
    label = escape(_("Progress"))
    line = f'<progress aria-label="{label}" value="{number}" max="{count}"></progress>'
    st.html(f'<div class="stepper"><p>{escape(words)}</p>{line}</div>')
