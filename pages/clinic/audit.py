"""The self-audit: what the law and the standards ask of the form, and what carries it."""

import streamlit as st

from litconsent.domain.elements import Element
from litconsent.i18n.languages import SOURCE
from litconsent.i18n.text import Text, text_for
from litconsent.services.self_audit import Audit, self_audit
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.html import facts_html, paragraphs, paragraphs_html, spoken_html
from litconsent.ui.told import told
from litconsent.ui.visit import visit


def carriers(element: Element, _: Text) -> str:
    """Return in words what carries an element."""
    found = [
        words
        for carried, words in (
            (element.blocks, _("text that the patient reads")),
            (element.fields, _("data of the record")),
            (element.events, _("entry of the trail")),
        )
        if carried
    ]
    nothing = _("nothing")
    return f"✓ {_.list(found)}" if found else f"✗ {nothing}"


def audit_html(audit: Audit, _: Text) -> str:
    """Return one list, all of it in one language and marked as such."""
    listed, code = audit.demanded_by, _.code
    head = paragraphs_html([listed.names[code]], tag="h2") + paragraphs_html([listed.basis[code]])
    rows = facts_html([(e.names[code], carriers(e, _)) for e in audit.elements])
    return spoken_html(head + rows, _)


_ = visit().text
clinic_bar(visit())
st.title(_("Self-audit"), anchor=False)
paragraphs(
    [
        _("What a form must hold, and what carries it here, for adults who decide alone."),
        _("We drew this list up ourselves. No lawyer and no authority has checked it."),
    ]
)
with told(_):
    for audit in self_audit(visit().clinic):
        with st.container(key=f"card_audit_{audit.demanded_by.code}"):
            st.html(audit_html(audit, _ if audit.named_in(_.code) else text_for(SOURCE)))
