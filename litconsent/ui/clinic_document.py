"""The document leaves by a link that works once, on this tablet, for a minute."""

from html import escape

import streamlit as st

from litconsent.services.records import issue_download
from litconsent.ui.visit import Visit


def document_links(visit: Visit, record_id: str) -> None:
    """Draw the two ways to the document; each tap makes a link of its own."""
    _ = visit.text
    with st.container(horizontal=True):
        for name, label, query in (
            ("show", _("Show the document"), ""),
            ("save", _("Download the document"), "?download=1"),
        ):
            if st.button(label, key=f"document.{name}"):
                once = escape(_("Open it now: this link works once"))
                token = issue_download(visit.clinic, visit.tablet, record_id)
                st.html(
                    f'<a class="document" href="/document/{token}{query}" target="_blank">'
                    f"{once}</a>"
                )
