"""What every screen of a text says about it: whether it is released, and which edition it is."""

import streamlit as st

from litconsent.domain.editions import Edition, EditionState
from litconsent.i18n.labels import UPDATE_POLICY
from litconsent.i18n.text import Text, ltr
from litconsent.ui.html import facts_html, paragraphs

SHOWN_DIGITS = 8  # of a hash: enough to compare it with the form


def edition_notice(edition: Edition, _: Text, *, specimen: bool = False) -> None:
    """Say that nobody has released the text that is read here, or which released edition it is.

    A `specimen` is read in a released text, but the clinic's text beside it is a draft.
    """
    if edition.state is EditionState.RELEASED and not specimen:
        with st.container(key="quiet_edition"):
            paragraphs([edition_line(edition, _)], tag="small")
        return
    with st.container(key="banner_draft"):
        st.text(_draft_sentence(edition, _))


def edition_line(edition: Edition, _: Text) -> str:
    """Return state, edition and day of the evidence check in one line."""
    values = {
        "edition": ltr(edition.hash[:SHOWN_DIGITS]),
        "day": _.date(edition.evidence_checked),
    }
    if edition.state is EditionState.RELEASED:
        return _("Released text, edition {edition}. Evidence checked on {day}.", **values)
    return _("Draft, edition {edition}. Evidence checked on {day}.", **values)


def edition_facts_html(edition: Edition, _: Text) -> str:
    """Return state, edition, source, day of the evidence check and update policy as HTML."""
    released = edition.state is EditionState.RELEASED
    state = (
        _("Released by a named person of the clinic")
        if released
        else _("Draft: nobody has released this text")
    )
    return facts_html(
        [
            (_("State of this text"), state),
            (_("Edition (SHA-256)"), ltr(edition.hash[:SHOWN_DIGITS])),
            (_("Source"), edition.citation),
            (_("Evidence last checked"), _.date(edition.evidence_checked)),
            (_("How it is kept up to date"), _(UPDATE_POLICY)),
        ]
    )


def _draft_sentence(edition: Edition, _: Text) -> str:
    if edition.state is EditionState.RELEASED:
        return _("The text in the clinic's language is a draft. Not valid as a consent.")
    return _("Draft: nobody has released this text. Not valid as a consent.")
