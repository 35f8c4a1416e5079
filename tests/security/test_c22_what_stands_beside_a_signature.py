"""C22: who, in which role, what it means, when, and under which text: beside every signature."""

import re
from io import BytesIO

import pikepdf
import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.people import FamilyMember, Role
from litconsent.i18n.labels import DECISION, MEANING, ROLE
from litconsent.i18n.text import text_for
from litconsent.services.decide import decide, deciding, sign
from litconsent.services.seal_record import seal_record
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey
from tests.pdf.test_document import data_of, printed, squeezed

LANGUAGES = ["it", "en"]


def sealed(clinic, code, decision):
    """Return the sealed PDF of a decision, and what the patient held when they signed."""
    family = FamilyMember("Marco Rossi", "figlio")
    journey = Journey(clinic).to_the_decision(language=code, clinic_language=code, family=family)
    decide(clinic, TABLET, decision)
    held = deciding(clinic, TABLET)
    for role in (Role.PATIENT, Role.FAMILY):
        sign(clinic, TABLET, role, strokes=INK)
    seal = (clinic, TABLET, journey.episode_id, USERNAME, PASSWORD)
    record = seal_record(*seal, strokes=INK)
    with clinic.store.reading() as books:
        return books.records.pdf(record.id), held, record


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("decision", [Decision.CONSENT, Decision.REFUSAL])
def test_c22_name_role_meaning_time_and_text_stand_in_the_document(clinic, code, decision):
    pdf, held, record = sealed(clinic, code, decision)
    _, said = text_for(code), printed(pdf)
    wanted = {
        "the patient": held.episode.patient.name,
        "the family member": "Marco Rossi",
        "the doctor": "Dr. Anna Verdi",
        **{role: _(ROLE[role]) for role in (Role.PATIENT, Role.FAMILY, Role.CLINICIAN)},
        "the decision": _(DECISION[decision]),
        "its meaning": _(MEANING[decision]),
        "the time with its zone": _.datetime(record.sealed_at, clinic.settings.time_zone),
        "the edition": held.leaflet.edition.hash,
        "the text that was shown": held.leaflet.hash,
    }
    missing = [what for what, words in wanted.items() if squeezed(words) not in said]
    assert missing == []
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == code


def test_c22_the_other_decision_is_not_what_the_document_says(clinic):
    pdf, _held, _record = sealed(clinic, "it", Decision.REFUSAL)
    _, said = text_for("it"), printed(pdf)
    assert squeezed(_(MEANING[Decision.CONSENT])) not in said


def test_c22_times_are_printed_with_the_offset_of_their_zone_from_utc(clinic):
    pdf, _held, record = sealed(clinic, "en", Decision.CONSENT)
    printed_time = text_for("en").datetime(record.sealed_at, clinic.settings.time_zone)
    assert re.search(r"(UTC|GMT)?[+-]\d|CES?T", printed_time)
    data = str(data_of(pdf))
    assert record.sealed_at.isoformat() in data and record.sealed_at.utcoffset() is not None
