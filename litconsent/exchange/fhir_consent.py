"""The decision as a FHIR Consent: what holds of it, for which substances, and who stands behind it.

FHIR R4 allows no type in the root provision: what is permitted or denied stands in the nested ones.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from litconsent.domain.decisions import Outcome
from litconsent.domain.people import Role
from litconsent.domain.supplements import Supplement
from litconsent.domain.variants import Meaning
from litconsent.exchange.fhir_people import People, Sealed
from litconsent.exchange.fhir_values import (
    TERMINOLOGY,
    coding,
    concept,
    given,
    instant,
    listed,
    our_system,
    record_identifier,
)
from litconsent.i18n.labels import DOCUMENT_TITLE
from litconsent.i18n.text import text_for
from litconsent.i18n.who_words import place_of

CONSENT, DOCUMENT = "consent", "document"
LOINC_CONSENT = coding("http://loinc.org", "59284-0")
PERMIT, DENY = "permit", "deny"
_TREATMENT = "Local intradermal therapy (mesotherapy)"
_STATUS = {
    Outcome.CONSENT: "active",
    Outcome.PARTIAL: "active",
    Outcome.REFUSAL: "rejected",
    Outcome.POSTPONED: "proposed",
    Outcome.WITHDRAWAL: "inactive",
    Outcome.SESSION: "active",
    Outcome.VOIDING: "entered-in-error",
}
# Their word stands beside the decision; it never carries it.
_VERIFYING = frozenset({Meaning.DECIDES, Meaning.ASSENTS, Meaning.TOOK_PART, Meaning.DESIGNATES})


def outcome_of(sealed: Sealed) -> Outcome:
    """Return what a document says."""
    return sealed.outcome if isinstance(sealed, Supplement) else Outcome(sealed.decision)


def is_specimen(sealed: Sealed) -> bool:
    """Tell whether a document is no valid one."""
    return sealed.is_draft or sealed.episode.specimen


def consent_of(sealed: Sealed, people: People) -> dict[str, Any]:
    """Return the consent as it stands after this document."""
    _, outcome = text_for(sealed.clinic_language), outcome_of(sealed)
    first = sealed.about if isinstance(sealed, Supplement) else None
    return given(
        {
            "resourceType": "Consent",
            "language": sealed.clinic_language,
            "identifier": [record_identifier(first.id if first else sealed.record_id)],
            "status": status_of(outcome, specimen=is_specimen(sealed)),
            "scope": concept("", coding(TERMINOLOGY + "consentscope", "treatment", "Treatment")),
            "category": [concept(_(DOCUMENT_TITLE[outcome]), LOINC_CONSENT)],
            "patient": people.patient(),
            "dateTime": _decided(sealed),
            "performer": [people.of(role) for role in people.deciding],
            "organization": [people.clinic()],
            "sourceReference": people.reference(DOCUMENT, "DocumentReference"),
            "policyRule": concept(_law(sealed)),
            "verification": list(_verification(sealed, people)),
            "provision": _provision(sealed, people),
        }
    )


def status_of(outcome: Outcome, *, specimen: bool) -> str:
    """Return the status; a specimen is never active, so that nobody acts upon it."""
    status = _STATUS[outcome]
    return "draft" if specimen and status == "active" else status


def _decided(sealed: Sealed) -> str:
    return instant(sealed.about.sealed_at if isinstance(sealed, Supplement) else sealed.decided_at)


def _law(sealed: Sealed) -> str:
    """Return what the decision rests on; where nobody may decide, the rules that say so."""
    ruled = sealed.ruling
    sources = [*ruled.sources, *(source for stop in ruled.stops for source in stop.sources)]
    return listed(ruled.law.get(source, source) for source in sources)


def _verification(sealed: Sealed, people: People) -> Iterator[dict[str, Any]]:
    """Yield with whom it was verified; FHIR means patient, family and their representatives."""
    if isinstance(sealed, Supplement):
        if sealed.outcome is Outcome.SESSION:
            yield _verified(people.patient(), sealed.sealed_at)
        return
    for signature in sealed.signatures:
        role = signature.role
        place = place_of(sealed.ruling, signature)
        asked = role is Role.PATIENT or people.is_related(role)
        if asked and {one.meaning for one in (place, *place.also)} & _VERIFYING:
            yield _verified(people.of(role), signature.signed_at)


def _verified(who: dict[str, Any], at: datetime) -> dict[str, Any]:
    return {"verified": True, "verifiedWith": who, "verificationDate": instant(at)}


def _provision(sealed: Sealed, people: People) -> dict[str, Any]:
    """Return the treatment as the root rule, and below it a rule for each substance."""
    compounds = sealed.clinic_leaflet.edition.compounds
    performer = coding(TERMINOLOGY + "v3-ParticipationType", "PRF", "performer")
    treatment = coding(our_system("procedure"), sealed.episode.procedure, _TREATMENT)
    rules = []
    for compound in sealed.episode.plan.compounds:
        kind = _kind(sealed, compound.id)
        name = compounds[compound.id].name
        code = concept(name, coding(our_system("compound"), compound.id))
        if kind:
            rules.append(given({"type": kind, "period": _period(sealed), "code": [code]}))
    return given(
        {
            "actor": [{"role": concept("", performer), "reference": people.clinic()}],
            "code": [concept("", treatment)],
            "provision": rules,
        }
    )


def _kind(sealed: Sealed, compound_id: str) -> str:
    """Return whether a substance is permitted or denied; "" where nothing was decided about it."""
    outcome = outcome_of(sealed)
    if outcome in (Outcome.POSTPONED, Outcome.VOIDING):
        return ""
    if outcome in (Outcome.REFUSAL, Outcome.WITHDRAWAL) or compound_id in sealed.declined:
        return DENY
    return PERMIT


def _period(sealed: Sealed) -> dict[str, str]:
    """Return from when a rule holds: what was permitted before a withdrawal is not undone."""
    withdrawn = outcome_of(sealed) is Outcome.WITHDRAWAL
    return {"start": instant(sealed.sealed_at) if withdrawn else _decided(sealed)}
