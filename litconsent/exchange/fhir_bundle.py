"""A sealed document as a FHIR R4 bundle: what another system can read of it without a person.

A collection and not a FHIR document: the text that people attested is the PDF around it.
"""

from typing import Any

from fhir.resources.R4B.bundle import Bundle
from pydantic import ValidationError

from litconsent.domain.errors import RecordNotStored
from litconsent.domain.forms import Form
from litconsent.exchange.fhir_answers import answers_of
from litconsent.exchange.fhir_consent import CONSENT, DOCUMENT, consent_of, is_specimen
from litconsent.exchange.fhir_people import People, Sealed
from litconsent.exchange.fhir_proof import PROVENANCE, document_of, provenance_of
from litconsent.exchange.fhir_values import TERMINOLOGY, address, coding, given, instant
from litconsent.exchange.fhir_values import record_identifier as identifier_of

_TEST_DATA = coding(TERMINOLOGY + "v3-ActReason", "HTEST", "test health data")


def fhir_bundle(sealed: Sealed) -> bytes:
    """Return the bundle of a form or of a page that follows it: equal bytes for equal content.

    :raises RecordNotStored: if it is no valid bundle.
    """
    people = People(sealed)
    parts = [(CONSENT, consent_of(sealed, people)), (DOCUMENT, document_of(sealed, people))]
    parts.append((PROVENANCE, provenance_of(sealed, people)))
    if isinstance(sealed, Form):
        parts += answers_of(sealed, people)
    parts += people.entries()
    return checked(
        given(
            {
                "resourceType": "Bundle",
                "meta": {"security": [_TEST_DATA]} if is_specimen(sealed) else {},
                "language": sealed.clinic_language,
                "identifier": identifier_of(sealed.record_id),
                "type": "collection",
                "timestamp": instant(sealed.sealed_at),
                "entry": [
                    {"fullUrl": address(sealed.record_id, part), "resource": resource}
                    for part, resource in parts
                ],
            }
        )
    )


def checked(bundle: dict[str, Any]) -> bytes:
    """Return a bundle as JSON, as the library of FHIR has read and written it.

    :raises RecordNotStored: if it is none.
    """
    try:
        read = Bundle.model_validate(bundle)
    except ValidationError as error:
        raise RecordNotStored(f"fhir: {error.errors(include_input=False)[:3]}") from error
    return read.model_dump_json().encode()
