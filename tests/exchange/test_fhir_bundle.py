"""The bundle says the decision as FHIR means it, for every variant, decision and later page."""

import json
from datetime import date

import pytest
from fhir.resources.R4B.bundle import Bundle
from pydantic import BaseModel

from litconsent.domain.decisions import Decision, Outcome
from litconsent.domain.editions import EditionState
from litconsent.domain.errors import RecordNotStored
from litconsent.domain.people import FamilyMember, Role
from litconsent.domain.situations import InterpreterKind
from litconsent.domain.statements import Speaker, Statement
from litconsent.exchange.fhir_bundle import checked, fhir_bundle
from litconsent.i18n.text import text_for
from litconsent.services.specimen_cases import VARIANTS, born, cases
from tests.builders import NOON, a_signature
from tests.exchange.sealed import LATER, RECORD, a_form, a_page

CHILD = date(2016, 1, 1)
PAGES = {
    Outcome.WITHDRAWAL: {"manner": "written", "by": "Ada Rossi", "role": "patient"},
    Outcome.SESSION: {"number": "1", "response": ""},
    Outcome.VOIDING: {"reason": "Another patient."},
}


def bundle_of(sealed):
    return json.loads(fhir_bundle(sealed))


def all_of(bundle, kind):
    resources = (entry["resource"] for entry in bundle["entry"])
    return [one for one in resources if one["resourceType"] == kind]


def the(bundle, kind):
    [one] = all_of(bundle, kind)
    return one


def at(bundle, reference):
    return next(
        entry["resource"] for entry in bundle["entry"] if entry["fullUrl"] == reference["reference"]
    )


def rules(consent):
    return {
        rule["code"][0]["coding"][0]["code"]: rule["type"]
        for rule in consent["provision"].get("provision", ())
    }


def values(data, key):
    """Yield every value under a key, at any depth."""
    if isinstance(data, dict):
        if key in data:
            yield data[key]
        for value in data.values():
            yield from values(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, key)


def unknown_codes(part: BaseModel):
    """Yield codes outside a required value set, which the library names and does not check."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        allowed = (field.json_schema_extra or {}).get("enum_values")
        if allowed and value is not None and value not in allowed:
            yield f"{type(part).__name__}.{name}: {value}"
        for below in value if isinstance(value, list) else [value]:
            if isinstance(below, BaseModel):
                yield from unknown_codes(below)


def faults(bundle):
    """Return what breaks a rule of R4 that its library does not look at."""
    addresses = [entry["fullUrl"] for entry in bundle["entry"]]
    consent = the(bundle, "Consent")
    found = list(unknown_codes(Bundle.model_validate(bundle)))
    found += [one for one in set(addresses) if addresses.count(one) > 1]
    found += [
        one for one in values(bundle, "reference") if str(one) == one and one not in addresses
    ]
    if not consent["policyRule"].get("text"):
        found.append("ppc-1: neither policy nor policyRule")
    if "type" in consent["provision"]:
        found.append("a type in the root provision")
    if not consent["performer"] and consent["status"] == "active":
        found.append("nobody stands behind an active consent")
    return found


@pytest.mark.parametrize(
    ("decision", "status", "said"),
    [
        (Decision.CONSENT, "active", {"lidocaine": "permit", "saline": "permit"}),
        (Decision.PARTIAL, "active", {"lidocaine": "permit", "saline": "deny"}),
        (Decision.REFUSAL, "rejected", {"lidocaine": "deny", "saline": "deny"}),
        (Decision.POSTPONED, "proposed", {}),
    ],
)
def test_a_decision_has_its_status_and_a_rule_for_each_substance(decision, status, said):
    bundle = bundle_of(a_form(decision))
    consent = the(bundle, "Consent")
    assert consent["status"] == status and rules(consent) == said
    assert consent["identifier"][0]["value"].endswith("000001")
    assert at(bundle, consent["performer"][0])["name"] == [{"text": "Ada Rossi"}]
    assert "219/2017" in consent["policyRule"]["text"]
    assert consent["language"] == "it" and bundle["type"] == "collection"


def test_a_specimen_is_never_active_and_is_marked_as_a_test():
    drafted = bundle_of(a_form(state=EditionState.DRAFT))
    assert the(drafted, "Consent")["status"] == "draft"
    assert drafted["meta"]["security"][0]["code"] == "HTEST"
    assert the(drafted, "DocumentReference")["docStatus"] == "preliminary"
    assert "meta" not in bundle_of(a_form())


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_and_decision_keeps_the_rules_of_r4(variant):
    case = cases(text_for("en"))[variant]
    for decision in Decision:
        form = a_form(decision, case.stated, born(case.age, NOON.date()))
        bundle = bundle_of(form)
        assert faults(bundle) == []
        signatures = the(bundle, "Provenance")["signature"]
        assert len(signatures) == len(form.signatures) > 0
        signed = [at(bundle, one["who"])["name"][0]["text"] for one in signatures]
        assert signed == [one.name for one in form.signatures]


def test_family_verifies_beside_the_patient_and_never_decides():
    family = FamilyMember("Lea Rossi", "daughter")
    bundle = bundle_of(a_form(who=Statement(family=family)))
    consent, related = the(bundle, "Consent"), the(bundle, "RelatedPerson")
    assert related["relationship"][0]["text"] == "daughter"
    assert related["relationship"][0]["coding"][0]["code"] == "FAMMEMB"
    verified = [at(bundle, one["verifiedWith"]) for one in consent["verification"]]
    assert verified == [the(bundle, "Patient"), related]
    assert [at(bundle, one) for one in consent["performer"]] == [the(bundle, "Patient")]


def test_parents_decide_on_behalf_of_the_child():
    who = Statement(
        speaker=Speaker.BOTH_PARENTS,
        speaker_name="Lea Rossi",
        other_parent_name="Ugo Rossi",
        paper="Family book",
        heard=True,
        view="Agrees.",
    )
    bundle = bundle_of(a_form(who=who, born=CHILD))
    performers = [at(bundle, one) for one in the(bundle, "Consent")["performer"]]
    assert [one["name"][0]["text"] for one in performers] == ["Lea Rossi", "Ugo Rossi"]
    assert {one["relationship"][0]["coding"][0]["code"] for one in performers} == {"PRN"}
    authors = [a for a in the(bundle, "Provenance")["agent"] if "onBehalfOf" in a]
    assert [at(bundle, one["who"]) for one in authors] == performers


@pytest.mark.parametrize(
    ("kind", "resource"),
    [(InterpreterKind.PROFESSIONAL, "Practitioner"), (InterpreterKind.RELATIVE, "RelatedPerson")],
)
def test_an_interpreter_is_who_fhir_takes_them_for_and_signs_as_interpreter(kind, resource):
    who = Statement(
        no_common_language=True,
        interpreter_kind=kind,
        interpreter_name="Mira Khan",
        interpreter_requested=True,
        professional_declined=True,
        interpreter_because="Nobody else for a week.",
    )
    bundle = bundle_of(a_form(who=who))
    signature = next(
        one
        for one in the(bundle, "Provenance")["signature"]
        if one["type"][0]["code"].endswith(".12")
    )
    signed = at(bundle, signature["who"])
    assert signed["resourceType"] == resource and signed["name"] == [{"text": "Mira Khan"}]
    verified = [at(bundle, one["verifiedWith"]) for one in the(bundle, "Consent")["verification"]]
    assert signed not in verified


@pytest.mark.parametrize(("decision", "kind"), [(Decision.CONSENT, ".7"), (Decision.REFUSAL, ".1")])
def test_only_under_a_yes_is_a_signature_one_of_consent(decision, kind):
    first, *_rest, doctor = the(bundle_of(a_form(decision)), "Provenance")["signature"]
    assert first["type"][0]["code"].endswith(kind)
    assert doctor["type"][0]["code"].endswith(".5")


def test_the_check_holds_every_attempt_in_order_and_how_a_miss_was_cleared_up():
    form = a_form()
    check, health = all_of(bundle_of(form), "QuestionnaireResponse")
    assert check["language"] == "en" and len(check["item"]) == len(form.results) > 5
    for item, result in zip(check["item"], form.results, strict=True):
        assert item["text"] == result.item.question
        given = [one["valueCoding"]["display"] for one in item["answer"]]
        assert given == [result.item.options[option] for option in result.options]
        [understood] = item["item"][0]["answer"]
        assert understood == {"valueBoolean": result.understood}
    assert [len(item["answer"]) for item in check["item"]][:4] == [1, 2, 2, 1]
    [repair] = check["item"][2]["item"][1]["answer"]
    assert repair == {"valueString": "Explained with the picture."}
    told = {one["linkId"]: one for group in health["item"] for one in group.get("item", ())}
    assert told["T01"]["answer"][0]["valueCoding"]["code"] == "no"
    assert "answer" not in told["T02"]
    assert health["item"][-1]["answer"] == [{"valueString": "Drops for sleep."}]


def test_what_was_told_in_private_is_not_in_the_bundle():
    assert b"hits me" not in fhir_bundle(a_form())


@pytest.mark.parametrize(
    ("outcome", "status", "said", "done"),
    [
        (Outcome.WITHDRAWAL, "inactive", {"lidocaine": "deny", "saline": "deny"}, "ABORT"),
        (Outcome.SESSION, "active", {"lidocaine": "permit", "saline": "permit"}, "APPEND"),
        (Outcome.VOIDING, "entered-in-error", {}, "NULLIFY"),
    ],
)
def test_a_later_page_says_how_the_same_consent_stands_now(outcome, status, said, done):
    bundle = bundle_of(a_page(outcome, PAGES[outcome]))
    assert faults(bundle) == []
    consent, provenance = the(bundle, "Consent"), the(bundle, "Provenance")
    before = the(bundle_of(a_form()), "Consent")
    assert consent["identifier"] == before["identifier"]
    assert consent["status"] == status and rules(consent) == said
    assert provenance["activity"]["coding"][0]["code"] == done
    assert provenance["entity"][0]["what"]["identifier"] == consent["identifier"][0]
    document = the(bundle, "DocumentReference")
    assert document["masterIdentifier"]["value"].endswith("000002")
    assert document["relatesTo"][0]["code"] == "appends"


def test_a_withdrawal_denies_from_its_own_moment_on():
    ink = a_signature(signed_at=NOON.replace(month=4))
    page = a_page(Outcome.WITHDRAWAL, PAGES[Outcome.WITHDRAWAL], signature=ink)
    bundle = bundle_of(page)
    [first, _second] = the(bundle, "Consent")["provision"]["provision"]
    assert first["period"]["start"].startswith("2026-04-02T12:00:00")
    [signature] = the(bundle, "Provenance")["signature"]
    assert at(bundle, signature["who"])["resourceType"] == "Patient"


def test_a_session_is_verified_with_the_patient_on_its_day():
    bundle = bundle_of(a_page(Outcome.SESSION, PAGES[Outcome.SESSION], declined=("saline",)))
    consent = the(bundle, "Consent")
    [verified] = consent["verification"]
    assert verified["verificationDate"].startswith("2026-04-02")
    assert rules(consent) == {"lidocaine": "permit", "saline": "deny"}


def test_who_takes_a_consent_back_without_a_place_to_sign_is_named_by_role():
    facts = {"manner": "oral", "by": "", "role": str(Role.GUARDIAN)}
    bundle = bundle_of(a_page(Outcome.WITHDRAWAL, facts))
    assert the(bundle, "Provenance")["agent"][0]["who"] == {"display": "guardian"}


def test_equal_content_gives_equal_bytes_and_every_record_addresses_of_its_own():
    assert fhir_bundle(a_form()) == fhir_bundle(a_form())
    one, other = bundle_of(a_form()), bundle_of(a_form(record_id=LATER))
    assert not {e["fullUrl"] for e in one["entry"]} & {e["fullUrl"] for e in other["entry"]}
    assert RECORD != LATER


def test_what_is_no_bundle_is_not_sealed():
    bundle = bundle_of(a_form())
    del bundle["entry"][0]["resource"]["scope"]
    with pytest.raises(RecordNotStored, match="scope"):
        checked(bundle)


def test_a_fault_that_the_library_does_not_see_is_seen_by_these_tests():
    bundle = bundle_of(a_form())
    bundle["entry"][0]["resource"]["status"] = "agreed"
    bundle["entry"][0]["resource"]["provision"]["type"] = "permit"
    bundle["entry"][1]["resource"]["subject"] = {"reference": "urn:uuid:nobody"}
    found = faults(bundle)
    assert "Consent.status: agreed" in found and "urn:uuid:nobody" in found
    assert "a type in the root provision" in found
