"""The self-audit: what the law and the standards ask of the form, and what carries it."""

import streamlit as st

from litconsent.domain.elements import Element
from litconsent.i18n.text import Text
from litconsent.services.self_audit import self_audit
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.html import facts, paragraphs
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
        code = audit.demanded_by.code
        with st.container(key=f"card_audit_{code}"):
            st.header(audit.demanded_by.names.get(_.code, code), anchor=False)
            paragraphs([audit.demanded_by.basis.get(_.code, "")])
            facts([(e.names.get(_.code, e.id), carriers(e, _)) for e in audit.elements])
