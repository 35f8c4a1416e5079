"""Choose a blank form, and the link to it."""

from html import escape

import streamlit as st

from litconsent.i18n.languages import language
from litconsent.i18n.text import Text
from litconsent.i18n.who_words import name_of_variant
from litconsent.services.blank_form import offer_blank_form
from litconsent.services.blank_variants import BLANKS
from litconsent.ui.visit import Visit


def draw_blank_form(visit: Visit) -> None:
    """Draw the two choices, and after a tap the link that works once."""
    _ = visit.text
    reads = st.pills(
        _("Language of the patient"),
        visit.languages,
        default=_.code,
        format_func=lambda code: language(code).endonym,
        key="blanks.language",
        required=True,
    )
    which = st.pills(
        _("For whom"),
        BLANKS,
        default=BLANKS[0],
        format_func=lambda key: name_of_variant(_, key),
        key="blanks.variant",
        required=True,
    )
    if st.button(_("Make the form"), key="blanks.make", type="primary"):
        token = offer_blank_form(
            visit.clinic, visit.tablet, which, language=reads, clinic_language=_.code
        )
        draw_link(_, token)


def draw_link(_: Text, token: str) -> None:
    """Draw the link that hands a form out once."""
    once = escape(_("Open it now: this link works once"))
    st.html(f'<a class="document" href="/document/{token}" target="_blank">{once}</a>')
