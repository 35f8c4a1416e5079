"""The document leaves by a link that works once, on this tablet, for a minute."""

from html import escape

import streamlit as st

from litconsent.services.records import issue_download
from litconsent.ui.visit import Visit


def document_links(visit: Visit, record_id: str, *, stamped: bool = False) -> None:
    """Draw the ways to the document; each tap makes a link of its own."""
    _ = visit.text
    with st.container(horizontal=True):
        ways = [
            ("show", _("Show the document"), "", False),
            ("save", _("Download the document"), "?download=1", False),
        ]
        if stamped:
            ways.append(("stamped", _("Download with the time stamp"), "?download=1", True))
        for name, label, query, with_stamp in ways:
            if st.button(label, key=f"document.{name}"):
                once = escape(_("Open it now: this link works once"))
                token = issue_download(visit.clinic, visit.tablet, record_id, stamped=with_stamp)
                st.html(
                    f'<a class="document" href="/document/{token}{query}" target="_blank">'
                    f"{once}</a>"
                )
