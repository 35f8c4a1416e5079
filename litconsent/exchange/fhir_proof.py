"""The document itself as a FHIR DocumentReference, and as Provenance who signed it, when, as what.

The bundle lies inside the file that it describes: it cannot hold that file's hash, size or address.
"""

from collections.abc import Iterator
from typing import Any

from litconsent.domain.decisions import Outcome
from litconsent.domain.people import Role
from litconsent.domain.signatures import Signature
from litconsent.domain.supplements import Supplement
from litconsent.domain.variants import Meaning, Signer
from litconsent.exchange.fhir_consent import (
    CONSENT,
    DOCUMENT,
    LOINC_CONSENT,
    is_specimen,
    outcome_of,
)
from litconsent.exchange.fhir_people import People, Sealed
from litconsent.exchange.fhir_values import (
    TERMINOLOGY,
    coding,
    concept,
    given,
    instant,
    our_system,
    record_identifier,
)
from litconsent.i18n.labels import DOCUMENT_TITLE, ROLE
from litconsent.i18n.text import text_for
from litconsent.i18n.who_words import place_of

PROVENANCE = "provenance"
# Kinds of signature by ASTM E1762: author's, consent, co-participant's, and those below.
_SIGNATURE, _ASTM = "urn:iso-astm:E1762-95:2013", "1.2.840.10065.1.12.1"
_AUTHOR, _CONSENTS, _TAKES_PART = "1", "7", "3"
_KIND = {
    Meaning.INTERPRETS: "12",
    Meaning.WITNESSES: "11",
    Meaning.CONFIRMS: "5",
}
_AGENT = TERMINOLOGY + "provenance-participant-type"
_OPERATION = TERMINOLOGY + "v3-DataOperation"
_DONE = {Outcome.WITHDRAWAL: "ABORT", Outcome.SESSION: "APPEND", Outcome.VOIDING: "NULLIFY"}


def document_of(sealed: Sealed, people: People) -> dict[str, Any]:
    """Return what the bundle can say of the file that it is attached to."""
    _ = text_for(sealed.clinic_language)
    title = _(DOCUMENT_TITLE[outcome_of(sealed)])
    return given(
        {
            "resourceType": "DocumentReference",
            "language": sealed.clinic_language,
            "masterIdentifier": record_identifier(sealed.record_id),
            "status": "current",
            "docStatus": "preliminary" if is_specimen(sealed) else "final",
            "type": concept("", LOINC_CONSENT),
            "subject": people.patient(),
            "date": instant(sealed.sealed_at),
            "author": [people.of(Role.CLINICIAN)],
            "authenticator": people.clinic(),
            "custodian": people.clinic(),
            "relatesTo": [{"code": "appends", "target": _earlier(sealed)}]
            if _later(sealed)
            else [],
            "content": [
                {
                    "attachment": {
                        "contentType": "application/pdf",
                        "language": sealed.language,
                        "title": title,
                        "creation": instant(sealed.sealed_at),
                    }
                }
            ],
        }
    )


def provenance_of(sealed: Sealed, people: People) -> dict[str, Any]:
    """Return who stands behind the decision and the document, and each signature."""
    happened = sealed.sealed_at if isinstance(sealed, Supplement) else sealed.decided_at
    return given(
        {
            "resourceType": "Provenance",
            "target": [
                people.reference(CONSENT, "Consent"),
                people.reference(DOCUMENT, "DocumentReference"),
            ],
            "occurredDateTime": instant(happened),
            "recorded": instant(sealed.sealed_at),
            "activity": concept("", coding(_OPERATION, _DONE.get(outcome_of(sealed), "CREATE"))),
            "agent": [*_agents(sealed, people), _custodian(people)],
            "entity": [{"role": "revision", "what": _earlier(sealed)}] if _later(sealed) else [],
            "signature": [_signature(one, sealed, people) for one in _signatures(sealed)],
        }
    )


def _later(sealed: Sealed) -> bool:
    return isinstance(sealed, Supplement)


def _earlier(sealed: Sealed) -> dict[str, Any]:
    about = sealed.about.id if isinstance(sealed, Supplement) else ""
    return {"identifier": record_identifier(about), "type": "DocumentReference"}


def _signatures(sealed: Sealed) -> tuple[Signature, ...]:
    if not isinstance(sealed, Supplement):
        return sealed.signatures
    return (sealed.signature,) if sealed.signature else ()


def _agents(sealed: Sealed, people: People) -> Iterator[dict[str, Any]]:
    """Yield everybody with a part in it: whoever decides, whoever signed, and the doctor."""
    if isinstance(sealed, Supplement):
        by = _who_spoke(sealed)
        yield _agent((by,), "author", sealed, people)
        if by is not Role.CLINICIAN:
            yield _agent((Role.CLINICIAN,), "attester", sealed, people)
        return
    signed = {signature.role for signature in sealed.signatures}
    for place in sealed.ruling.signers:
        if place.role in signed or place.role in people.deciding:
            yield _agent(place.roles, _part_of(place), sealed, people)


def _who_spoke(page: Supplement) -> Role:
    if page.outcome is Outcome.VOIDING:
        return Role.CLINICIAN
    return Role(page.facts.get("role", Role.PATIENT))


def _part_of(place: Signer) -> str:
    """Return the word of FHIR for what somebody did; "" where it has none."""
    if place.decides:
        return "author"
    parts = {Meaning.CONFIRMS: "attester", Meaning.WITNESSES: "verifier"}
    return parts.get(place.meaning, "")


def _agent(roles: tuple[Role, ...], part: str, sealed: Sealed, people: People) -> dict[str, Any]:
    _ = text_for(sealed.clinic_language)
    acts_for = part == "author" and people.is_related(roles[0])
    return given(
        {
            "type": concept("", coding(_AGENT, part)) if part else {},
            "role": [concept(_(ROLE[role]), coding(our_system("role"), role)) for role in roles],
            "who": people.of(roles[0]),
            "onBehalfOf": people.patient() if acts_for else {},
        }
    )


def _custodian(people: People) -> dict[str, Any]:
    return {"type": concept("", coding(_AGENT, "custodian")), "who": people.clinic()}


def _signature(signature: Signature, sealed: Sealed, people: People) -> dict[str, Any]:
    """Return a signature without its ink, which stands in the record's own data."""
    return {
        "type": [coding(_SIGNATURE, f"{_ASTM}.{code}") for code in _kinds(signature, sealed)],
        "when": instant(signature.signed_at),
        "who": people.of(signature.role),
    }


def _kinds(signature: Signature, sealed: Sealed) -> tuple[str, ...]:
    """Return the kinds of ASTM; only under a yes is a signature that decides one of consent."""
    if isinstance(sealed, Supplement):
        return (_AUTHOR,)
    place = place_of(sealed.ruling, signature)
    decided = _CONSENTS if sealed.decision.agrees else _AUTHOR
    kinds = {Meaning.DECIDES: decided, **_KIND}
    return tuple(dict.fromkeys(kinds.get(one.meaning, _TAKES_PART) for one in (place, *place.also)))
