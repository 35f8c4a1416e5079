"""One sealed record: its facts, and the document by a link that works once."""

import streamlit as st

from litconsent.i18n.labels import OUTCOME
from litconsent.services.records import open_record
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.clinic_course import draw_course
from litconsent.ui.clinic_document import document_links
from litconsent.ui.clinic_stamp import is_stamped, stamp_words
from litconsent.ui.html import facts, paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import visit

_, clinic, tablet = visit().text, visit().clinic, visit().tablet
clinic_bar(visit())
st.title(_("Record"), anchor=False)
with told(_):
    row = open_record(clinic, tablet, st.query_params.get("record", ""))
    with st.container(key="key_record"):
        paragraphs([_(OUTCOME[row.record.decision])])
    with st.container(key="card_record"):
        facts(
            [
                (_("Patient"), row.episode.patient.name),
                (_("Date of birth"), _.date(row.episode.patient.birth_date)),
                (_("Sealed at"), _.datetime(row.record.sealed_at, clinic.settings.time_zone)),
                (_("State"), _("Specimen, not valid") if row.record.specimen else _("Valid")),
                (_("File (SHA-256)"), row.record.sha256),
                (_("Time stamp"), stamp_words(visit(), row.stamp)),
                (_("Head of the clinic's trail"), row.record.chain_head),
            ]
        )
    document_links(visit(), row.record.id, stamped=is_stamped(row.stamp))
    draw_course(visit(), row.record.id)
    paragraphs([_("Anyone can check the file: python -m litconsent verify FILE")], tag="small")
