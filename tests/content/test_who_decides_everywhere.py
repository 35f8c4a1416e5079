"""What holds in every jurisdiction and every situation, shown on random ones."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litconsent.content.faults import ContentFault, ContentInvalid
from litconsent.content.who_decides_file import jurisdictions_with_rules, read_rulebook
from litconsent.domain.authority import Delegation, Parents, Representative, Scope
from litconsent.domain.decisions import Decision
from litconsent.domain.obstacles import Obstacle
from litconsent.domain.people import Role
from litconsent.domain.rulings import Override, ruling
from litconsent.domain.signing import next_place
from litconsent.domain.situations import (
    Capacity,
    Device,
    Family,
    Hearing,
    Interpreter,
    Situation,
    Witness,
)
from litconsent.domain.variants import Meaning
from litconsent.settings import PROJECT

BOOKS = {
    code: read_rulebook(PROJECT / "content", code)
    for code in jurisdictions_with_rules(PROJECT / "content")
}
WORDS = st.sampled_from(["", "because"])


def made(kind, **given_fields):
    return st.none() | st.builds(kind, **given_fields)


SITUATIONS = st.builds(
    Situation,
    age=st.integers(5, 99),
    parents=made(Parents, justification=WORDS),
    representative=made(Representative, reference=WORDS),
    hearing=st.builds(Hearing, why_not=WORDS),
    family=st.builds(Family),
    interpreter=made(Interpreter, doctors_reason=WORDS),
    cannot_sign=st.frozensets(st.sampled_from([Role.PATIENT, Role.PARENT, Role.GUARDIAN])),
    cannot_read=st.frozensets(st.sampled_from([Role.PATIENT, Role.PARENT])),
    witnesses=st.lists(st.builds(Witness), max_size=3).map(tuple),
    device=made(Device),
    delegation=made(Delegation),
    same_person=st.lists(
        st.frozensets(st.sampled_from(list(Role)), min_size=2, max_size=3), max_size=2
    ).map(tuple),
    adults_only=st.booleans(),
    off_label=st.booleans(),
    sessions=st.integers(1, 8),
)
OVERRIDES = st.builds(
    Override,
    reason=WORDS,
    base=st.sampled_from(["", "V01", "V07", "V08", "V11", "V13", "V15", "V19", "V99"]),
    lifted=st.frozensets(st.sampled_from(list(Obstacle))),
)
anywhere = pytest.mark.parametrize("code", sorted(BOOKS))


@anywhere
@settings(max_examples=300, deadline=None)
@given(situation=SITUATIONS, override=OVERRIDES, signed=st.sets(st.sampled_from(list(Role))))
def test_no_yes_is_complete_without_the_signatures_that_its_variant_needs(
    code, situation, override, signed
):
    found = ruling(situation, BOOKS[code], override)
    if next_place(found.variant, Decision.CONSENT, signed, list(Role)) is None:
        needed = {p.role for p in found.signers if Decision.CONSENT in p.required_for}
        assert needed <= signed
    # And a yes that nothing stops has somebody whose word it is.
    assert found.stops or found.variant.deciding


@anywhere
@settings(max_examples=300, deadline=None)
@given(situation=SITUATIONS, override=OVERRIDES)
def test_no_way_of_the_family_replaces_a_patient_who_can_decide(code, situation, override):
    capable = replace(
        situation,
        age=max(situation.age, 18),
        capacity=Capacity.CAPABLE,
        representative=None,
        delegation=None,
    )
    found = ruling(capable, BOOKS[code], override)
    assert found.variant.deciding == {Role.PATIENT}
    family = [p for signer in found.signers for p in (signer, *signer.also)]
    assert all(p.meaning is Meaning.TOOK_PART for p in family if p.role is Role.FAMILY)


@anywhere
@settings(max_examples=300, deadline=None)
@given(situation=SITUATIONS, override=OVERRIDES)
def test_only_the_patients_own_act_lets_a_delegate_decide(code, situation, override):
    found = ruling(situation, BOOKS[code], override)
    if Role.DELEGATE in found.variant.deciding:
        assert situation.delegation and situation.delegation.scope is Scope.DECISION
        assert situation.capacity is not Capacity.INCAPABLE and situation.age >= 18
        patient = found.signers[0]
        assert patient.role is Role.PATIENT and patient.meaning is Meaning.DESIGNATES
        assert Decision.CONSENT in patient.required_for


@anywhere
@settings(max_examples=300, deadline=None)
@given(situation=SITUATIONS, override=OVERRIDES)
def test_a_no_and_a_not_today_need_nobody_but_the_doctor(code, situation, override):
    found = ruling(situation, BOOKS[code], override)
    for decision in (Decision.REFUSAL, Decision.POSTPONED):
        needed = [p.role for p in found.signers if decision in p.required_for]
        assert needed == [Role.CLINICIAN]


@anywhere
@settings(max_examples=300, deadline=None)
@given(situation=SITUATIONS)
def test_a_minors_no_stops_and_cannot_be_lifted(code, situation):
    refusing = replace(
        situation, age=min(situation.age, 17), hearing=replace(situation.hearing, dissents=True)
    )
    override = Override("because", lifted=frozenset(Obstacle))
    found = ruling(refusing, BOOKS[code], override)
    assert Obstacle.DISSENT in [stop.obstacle for stop in found.stops]


@anywhere
def test_every_stop_cites_a_source_that_is_spelled_out(code):
    book = BOOKS[code]
    assert all(stop.sources for stop in book.stops)
    assert book.unverified <= set(book.law)


def test_the_packs_differ_where_the_law_does():
    sixteen = Situation(16, adults_only=False, hearing=Hearing(heard=True))
    assert ruling(sixteen, BOOKS["uk"]).variant.deciding == {Role.PATIENT}
    assert ruling(sixteen, BOOKS["it"]).variant.deciding == frozenset()
    nine = Situation(9, parents=Parents(), adults_only=False, hearing=Hearing(heard=True))
    assert ruling(nine, BOOKS["uk"]).variant.deciding == {Role.PARENT}
    assert ruling(nine, BOOKS["it"]).variant.deciding == {Role.PARENT, Role.OTHER_PARENT}


@pytest.mark.parametrize(
    ("before", "after", "detail"),
    [
        ('"minor", "legal_carer"', '"minor", "legal_career"', "when: legal_career"),
        ('role = "guardian"', 'role = "gardian"', "role = gardian"),
        ('variant = "V11"', 'variant = "V99"', "variant: V99"),
        ('sources = ["L06"]', 'sources = ["L99"]', "sources: L99"),
        ('"parent interpreter"', '"parent parent"', "parent parent"),
        ('ending = "withdrawal"', 'ending = "refusal"', "ending = withdrawal"),
        ("adult = 18", 'adult = "18"', "adult"),
    ],
)
def test_a_mistake_in_a_pack_is_named_with_its_place(tmp_path, before, after, detail):
    whole = (PROJECT / "content/jurisdictions/it/who_decides.toml").read_text()
    assert before in whole
    folder = tmp_path / "jurisdictions" / "it"
    folder.mkdir(parents=True)
    (folder / "who_decides.toml").write_text(whole.replace(before, after))
    with pytest.raises(ContentInvalid) as raised:
        read_rulebook(tmp_path, "it")
    [problem] = raised.value.problems
    assert problem.detail == detail
    assert problem.file == "jurisdictions/it/who_decides.toml"
    assert problem.fault in (
        ContentFault.WRONG_VALUE,
        ContentFault.WRONG_TYPE,
        ContentFault.MISSING_KEY,
    )
