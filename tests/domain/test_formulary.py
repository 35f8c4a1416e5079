"""What a clinic may offer: what is on out of the box, what is locked, what needs its own words."""

from dataclasses import asdict

import pytest

from litconsent.content.library import Library
from litconsent.domain.clinic_entries import (
    CLINIC_PART,
    Additions,
    OwnEntry,
    own_page,
    with_additions,
)
from litconsent.domain.editions import COMPOUND_PARTS, OffLabel, Setting, Strength
from litconsent.domain.errors import (
    ClassLocked,
    CompoundNotOffered,
    CompoundUnknown,
    LanguageUnavailable,
    MixingNotOffered,
    MixtureOfOne,
    SettingNotProtected,
    TextMissing,
)
from litconsent.domain.events import Event, EventKind
from litconsent.domain.formulary import (
    Formulary,
    check_class,
    check_plan,
    check_switching_on,
    formulary_of,
)
from litconsent.domain.leaflets import compose
from litconsent.domain.mixtures import MixingTerms, Mixture
from litconsent.domain.plans import PlannedCompound
from litconsent.settings import PROJECT
from tests.builders import NOON, a_plan

LANGUAGES = ("en", "it")
STANDARD = {"lidocaine", "ketoprofen", "saline", "sterile-water", "needle-alone"}
TERMS = MixingTerms("Fewer pricks", "Leaflet of the maker, 2024", protected=True)
WORDS = {part: f"Our words about {part}." for part in COMPOUND_PARTS}


@pytest.fixture(scope="module")
def edition():
    return Library(PROJECT / "content").edition("en")


def an_entry(**changes):
    pages = {code: own_page(code, "Ozone", WORDS, "We wrote this.") for code in LANGUAGES}
    given = ["own-1", "K04", True, OffLabel.USUALLY, Strength.UNKNOWN, pages | changes]
    return OwnEntry(*given)


def after(edition, *told):
    facts = enumerate(told, 1)
    events = [Event(n, kind, NOON, "account:1", "t", data=data) for n, (kind, data) in facts]
    return formulary_of(edition, events)


def test_out_of_the_box_five_are_on_and_everything_else_is_off(edition):
    assert formulary_of(edition, ()).on == STANDARD
    assert len(edition.compounds) > len(STANDARD)


@pytest.mark.parametrize("group", ["K05", "K09", "K12", "K13", "K10", "K99", ""])
def test_nothing_of_a_locked_class_can_be_offered(edition, group):
    with pytest.raises(ClassLocked):
        check_class(edition, group)


def test_every_locked_class_says_why_and_no_patient_reads_it(edition):
    locked = [one for one in edition.classes.values() if one.setting is Setting.LOCKED]
    assert {one.id for one in locked} == {"K05", "K09", "K12", "K13"}
    read = " ".join(
        line for part in compose(edition).chapters for block in part.blocks for line in block.text
    )
    assert all(one.why and one.why not in read for one in locked)


def test_a_compound_that_nobody_describes_is_not_switched_on(edition):
    with pytest.raises(CompoundUnknown):
        check_switching_on(edition, Formulary(), "botulinum", {}, LANGUAGES)


@pytest.mark.parametrize("texts", [{}, {"en": "Because."}, {"en": "Because.", "it": ""}])
def test_a_corticosteroid_needs_the_clinics_own_words_in_every_language(edition, texts):
    with pytest.raises(TextMissing):
        check_switching_on(edition, Formulary(), "methylprednisolone", texts, LANGUAGES)


def test_with_its_own_words_a_corticosteroid_can_be_offered_and_they_are_read(edition):
    texts = {"en": "We use it rarely.", "it": "Lo usiamo di rado."}
    check_switching_on(edition, Formulary(), "methylprednisolone", texts, LANGUAGES)
    event = (EventKind.COMPOUND_ON, {"compound": "methylprednisolone", "texts": texts})
    offered = after(edition, event).offer(edition).compounds["methylprednisolone"]
    assert offered.parts[-1].id == f"methylprednisolone.{CLINIC_PART}"
    assert offered.parts[-1].text == ("We use it rarely.",)


def test_what_is_switched_off_is_offered_no_more(edition):
    told = (
        (EventKind.COMPOUND_ON, {"compound": "mepivacaine", "texts": {}}),
        (EventKind.COMPOUND_OFF, {"compound": "lidocaine"}),
    )
    offered = after(edition, *told).offer(edition).compounds
    assert "mepivacaine" in offered and "lidocaine" not in offered


def test_an_own_entry_is_offered_from_the_moment_it_is_added(edition):
    found = after(edition, (EventKind.ENTRY_ADDED, {"entry": asdict(an_entry())}))
    assert found.own["own-1"] == an_entry()
    offered = found.offer(edition)
    assert offered.compounds["own-1"].name == "Ozone"
    assert offered.claims["own-1"].strengths == (Strength.UNKNOWN,)
    assert offered.hash == edition.hash


@pytest.mark.parametrize("part", COMPOUND_PARTS)
def test_an_own_entry_without_a_part_is_refused_with_part_and_language(part):
    with pytest.raises(TextMissing) as refused:
        own_page("it", "Ozono", WORDS | {part: " \n "}, "Lo abbiamo scritto noi.")
    assert refused.value.field == f"entry.{part}.it"


def test_an_own_entry_without_a_name_is_refused():
    with pytest.raises(TextMissing):
        own_page("en", "  ", WORDS, "We wrote this.")


def test_an_own_entry_is_not_offered_again_once_a_language_came_that_it_lacks(edition):
    found = after(edition, (EventKind.ENTRY_ADDED, {"entry": asdict(an_entry())}))
    with pytest.raises(LanguageUnavailable):
        check_switching_on(edition, found, "own-1", {}, (*LANGUAGES, "de"))


def test_an_addition_is_not_shown_in_a_language_in_which_nobody_wrote_it(edition):
    entry = OwnEntry(
        "own-1", "K04", True, OffLabel.NO, Strength.UNKNOWN, {"it": an_entry().pages["it"]}
    )
    with pytest.raises(LanguageUnavailable):
        with_additions(edition, Additions(own=(entry,)))
    assert "own-1" not in Formulary(frozenset({"own-1"}), {"own-1": entry}).offer(edition).compounds


def test_a_plan_with_what_is_not_offered_is_refused(edition):
    plan = a_plan(compounds=(PlannedCompound("piroxicam", "Reason"),))
    with pytest.raises(CompoundNotOffered) as refused:
        check_plan(edition, formulary_of(edition, ()), plan)
    assert refused.value.compound == "piroxicam"


def test_a_mixture_needs_a_reason_a_reference_and_a_protected_setting():
    with pytest.raises(TextMissing):
        MixingTerms(" ", "Leaflet", protected=True)
    with pytest.raises(TextMissing):
        MixingTerms("Fewer pricks", "", protected=True)
    with pytest.raises(SettingNotProtected):
        MixingTerms("Fewer pricks", "Leaflet", protected=False)


def test_one_substance_is_no_mixture():
    with pytest.raises(MixtureOfOne):
        Mixture(("saline", "saline"), TERMS)


def test_only_what_is_planned_can_be_mixed():
    with pytest.raises(CompoundNotOffered):
        a_plan(mixture=Mixture(("lidocaine", "saline"), TERMS))


def test_a_mixture_is_refused_until_the_clinic_mixes(edition):
    compounds = (PlannedCompound("lidocaine", "A"), PlannedCompound("saline", "B"))
    plan = a_plan(compounds=compounds, mixture=Mixture(("lidocaine", "saline"), TERMS))
    with pytest.raises(MixingNotOffered):
        check_plan(edition, formulary_of(edition, ()), plan)
    check_plan(edition, after(edition, (EventKind.MIXING_ON, asdict(TERMS))), plan)
    told = ((EventKind.MIXING_ON, asdict(TERMS)), (EventKind.MIXING_OFF, {}))
    with pytest.raises(MixingNotOffered):
        check_plan(edition, after(edition, *told), plan)


def test_one_changed_word_of_an_addition_changes_its_hash():
    entry = an_entry()
    other = an_entry(it=own_page("it", "Ozone", WORDS | {"feel": "Nothing."}, "We wrote this."))
    assert Additions((entry,)).hash != Additions((other,)).hash
    assert Additions().hash == ""
    assert Additions.from_data(asdict(Additions((entry,)))) == Additions((entry,))
