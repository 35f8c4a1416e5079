"""Errors as sentences: what went wrong and what to do, where it happened, with nothing lost."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from litconsent.domain.errors import LitConsentError
from litconsent.i18n.text import Text
from litconsent.ui.messages import sentence


@contextmanager
def told(_: Text) -> Iterator[None]:
    """Turn an error of ours into a sentence on the page; anything else goes on as it is."""
    try:
        yield
    except LitConsentError as error:
        st.error(sentence(error, _))
