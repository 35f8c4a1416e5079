"""What a reader sees when a page fails: a sentence and a number. The cause goes to the log."""

import logging
import secrets

import streamlit as st

from litconsent.i18n.languages import SOURCE, negotiate
from litconsent.i18n.text import Text, text_for
from litconsent.ui.web.spoken import Languages, spoken

SESSION_LANGUAGE = "shell.language"

_log = logging.getLogger(__name__)


def show_failure(error: Exception, *, languages: Languages) -> bool:
    """Log an uncaught error under a reference number and show only that number; return True."""
    reference = f"{secrets.randbelow(10**4):04d}-{secrets.randbelow(10**4):04d}"
    _log.error("page failed, reference %s", reference, exc_info=error)
    _draw(session_text(languages), reference)
    return True


def session_text(languages: Languages) -> Text:
    """Return the text of the language that this session last spoke."""
    last = str(st.session_state.get(SESSION_LANGUAGE, SOURCE))
    return text_for(negotiate(None, last, spoken(languages)))


def _draw(_: Text, reference: str) -> None:
    with st.container(key=f"callout_failure_{reference}"):
        st.header(_("Something went wrong on our side."), anchor=False)
        st.text(
            _(
                "Nothing you answered is lost. Please hand the tablet to the staff and tell them "
                "this number: {reference}",
                reference=reference,
            )
        )
        st.button(_("Try again"), key="shell.again")
