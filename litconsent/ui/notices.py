"""What every screen of a text says about it: whether it is released, and which edition it is."""

from html import escape

import streamlit as st

from litconsent.domain.editions import Edition, EditionState
from litconsent.domain.leaflets import HOME_CHAPTER
from litconsent.i18n.edition_words import STATE, UPDATE_POLICY, edition_line, short_hash
from litconsent.i18n.text import Text, isolated, ltr
from litconsent.services.clinic import Clinic
from litconsent.services.letterhead import letterhead
from litconsent.ui.html import facts_html, paragraphs


def edition_notice(edition: Edition, _: Text, *, draft: bool = False) -> None:
    """Say that nobody has released the text that is read here, or which released edition it is.

    With `draft` the text may be released, but then the clinic's text beside it is not.
    """
    if edition.state is EditionState.RELEASED and not draft:
        paragraphs([edition_line(edition, _)], tag="small")
    else:
        st.html(f'<p class="banner">{escape(_draft_sentence(edition, _))}</p>')


def whom_to_call(clinic: Clinic, chapter_id: str, _: Text) -> None:
    """Show the clinic's phone on the screen that says when to call; before set-up there is none."""
    head = letterhead(clinic) if chapter_id == HOME_CHAPTER else None
    if head:
        with st.container(key="key_call"):
            called = _("{clinic}, phone {phone}", clinic=isolated(head.name), phone=ltr(head.phone))
            paragraphs([called])


def edition_facts_html(edition: Edition, _: Text) -> str:
    """Return state, edition, source, day of the evidence check and update policy as HTML."""
    return facts_html(
        [
            (_("State of this text"), _(STATE[edition.state])),
            (_("Edition (SHA-256)"), short_hash(edition.hash)),
            (_("Source"), edition.citation),
            (_("Evidence last checked"), _.date(edition.evidence_checked)),
            (_("How it is kept up to date"), _(UPDATE_POLICY)),
        ]
    )


def _draft_sentence(edition: Edition, _: Text) -> str:
    if edition.state is EditionState.RELEASED:
        return _("The clinic's text in its own language is a draft. Not valid as a consent.")
    return _("Draft: nobody has released this text. Not valid as a consent.")
