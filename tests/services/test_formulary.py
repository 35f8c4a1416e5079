"""What the lead offers is what doctors can propose and patients read; what was read is kept."""

import json
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from litconsent.domain.clinic_entries import CLINIC_PART
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import COMPOUND_PARTS, OffLabel, Strength, Topic
from litconsent.domain.errors import (
    ClassLocked,
    CompoundNotOffered,
    CompoundUnknown,
    CosmeticAmongOthers,
    MixingNotOffered,
    NotAllowed,
    TextMissing,
    UnprintableCharacter,
)
from litconsent.domain.mixtures import MixingTerms, Mixture
from litconsent.domain.people import AccountRole, Role
from litconsent.domain.plans import PlannedCompound
from litconsent.services.accounts import add_account
from litconsent.services.change_formulary import (
    Typed,
    add_entry,
    allow_mixing,
    stop_mixing,
    switch_off,
    switch_on,
)
from litconsent.services.clinic import open_clinic
from litconsent.services.decide import decide, sign
from litconsent.services.read_formulary import read_offer, view_formulary
from litconsent.services.read_leaflet import open_public, open_reading
from litconsent.services.records import issue_download, redeem_download
from litconsent.services.seal_record import seal_record
from litconsent.services.sign_in import sign_in
from tests.builders import a_plan
from tests.journey import INK, OTHER_TABLET, PASSWORD, TABLET, USERNAME, Journey

TERMS = MixingTerms("Fewer pricks", "Leaflet of the maker, 2024", protected=True)
OUT_OF_THE_BOX = {"lidocaine", "ketoprofen", "saline", "sterile-water", "needle-alone"}


@pytest.fixture
def clinic(settings, clock):
    """A clinic that offers two languages, so that its own words are needed in these."""
    opened = open_clinic(replace(settings, languages=("en", "it")), clock)
    Journey(opened).set_up()
    yield opened
    opened.store.close()


def typed(**changes):
    words = {
        "en": {part: f"Our English words on {part}." for part in COMPOUND_PARTS},
        "it": {part: f"Le nostre parole su {part}." for part in COMPOUND_PARTS},
    }
    given = {
        "group": "K04",
        "medicine": True,
        "off_label": OffLabel.USUALLY,
        "strength": Strength.UNKNOWN,
        "names": {"en": "Paracetamol to inject", "it": "Paracetamolo da iniettare"},
        "parts": words,
    }
    return Typed(**given | changes)


def planned(*compounds, **changes):
    chosen = tuple(PlannedCompound(one, f"Why {one}", off_label=True) for one in compounds)
    return a_plan(compounds=chosen, **changes)


def offered(clinic, language="en"):
    return set(read_offer(clinic, language).edition.compounds)


def test_out_of_the_box_five_compounds_are_offered_and_no_topic(clinic):
    assert offered(clinic) == OUT_OF_THE_BOX
    assert read_offer(clinic, "it").topics == frozenset()
    assert not read_offer(clinic, "it").mixing


def test_what_is_switched_on_can_be_read_and_proposed_and_after_that_no_longer(clinic):
    with pytest.raises(CompoundNotOffered):
        Journey(clinic).prepare(plan=planned("piroxicam"))
    switch_on(clinic, TABLET, "piroxicam")
    assert open_public(clinic, "it").chapter("compound:piroxicam")
    old = Journey(clinic).prepare(plan=planned("piroxicam"))
    switch_off(clinic, TABLET, "piroxicam")
    assert open_public(clinic, "it").chapter("compound:piroxicam") is None
    with pytest.raises(CompoundNotOffered):
        Journey(clinic).prepare(plan=planned("piroxicam"))
    old.hand_over()
    assert open_reading(clinic, TABLET).leaflet.chapter("compound:piroxicam")


def test_only_the_lead_looks_at_the_formulary_and_changes_it(clinic):
    add_account(
        clinic,
        TABLET,
        username="bruno",
        name="Dr. Bruno Neri",
        role=AccountRole.CLINICIAN,
        password=PASSWORD,
    )
    sign_in(clinic, OTHER_TABLET, "bruno", PASSWORD)
    for change in (
        lambda: view_formulary(clinic, OTHER_TABLET, "en"),
        lambda: switch_on(clinic, OTHER_TABLET, "piroxicam"),
        lambda: switch_off(clinic, OTHER_TABLET, "saline"),
        lambda: add_entry(clinic, OTHER_TABLET, typed()),
        lambda: allow_mixing(clinic, OTHER_TABLET, TERMS),
        lambda: stop_mixing(clinic, OTHER_TABLET),
    ):
        with pytest.raises(NotAllowed):
            change()
    assert offered(clinic) == OUT_OF_THE_BOX


def test_a_change_says_when_it_was_made_and_by_whom(clinic):
    assert view_formulary(clinic, TABLET, "en").changed_at is None
    switch_off(clinic, TABLET, "saline")
    view = view_formulary(clinic, TABLET, "en")
    assert (view.changed_at, view.changed_by) == (clinic.clock(), "Dr. Anna Verdi")


@pytest.mark.parametrize("group", ["K05", "K09", "K10", "K12", "K13"])
def test_nothing_of_a_locked_class_can_be_added(clinic, group):
    with pytest.raises(ClassLocked):
        add_entry(clinic, TABLET, typed(group=group))


def test_what_nobody_describes_cannot_be_switched_on_or_off(clinic):
    for change in (switch_on, switch_off):
        with pytest.raises(CompoundUnknown):
            change(clinic, TABLET, "snake-oil")


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("part", COMPOUND_PARTS)
def test_an_own_entry_lacks_nothing_in_any_language(clinic, language, part):
    words = {code: dict(parts) for code, parts in typed().parts.items()}
    words[language][part] = " "
    with pytest.raises(TextMissing) as refused:
        add_entry(clinic, TABLET, typed(parts=words))
    assert refused.value.field == f"entry.{part}.{language}"
    assert offered(clinic) == OUT_OF_THE_BOX


def test_an_own_entry_says_how_sure_it_is_and_whether_it_is_licensed(clinic):
    for field in ("strength", "off_label"):
        with pytest.raises(TextMissing) as refused:
            add_entry(clinic, TABLET, typed(**{field: None}))
        assert refused.value.field == f"entry.{field}"


def test_a_character_that_no_document_can_show_is_named(clinic):
    with pytest.raises(UnprintableCharacter) as refused:
        add_entry(clinic, TABLET, typed(names={"en": "Para\U0001fa7a", "it": "Para"}))
    assert refused.value.field == "entry.name.en"


def test_an_own_entry_is_read_as_written_and_says_that_the_clinic_wrote_it(clinic):
    entry = add_entry(clinic, TABLET, typed())
    page = open_public(clinic, "it").chapter(f"compound:{entry.id}")
    assert page.title == "Paracetamolo da iniettare"
    assert [block.text[0] for block in page.blocks[:-1]] == [
        f"Le nostre parole su {part}." for part in COMPOUND_PARTS
    ]
    assert page.blocks[-1].id == f"{entry.id}.{CLINIC_PART}"
    assert "ambulatorio" in page.blocks[-1].text[0]


def test_an_episode_keeps_the_clinics_words_when_the_entry_is_switched_off(clinic):
    entry = add_entry(clinic, TABLET, typed())
    journey = Journey(clinic).prepare(plan=planned("saline", entry.id))
    switch_off(clinic, TABLET, entry.id)
    journey.hand_over()
    page = open_reading(clinic, TABLET).leaflet.chapter(f"compound:{entry.id}")
    assert page.blocks[0].text == ("Le nostre parole su what.",)


def test_a_cortisone_asks_for_the_clinics_own_words_in_every_language(clinic):
    with pytest.raises(TextMissing) as refused:
        switch_on(clinic, TABLET, "methylprednisolone", {"en": "We use it for scars."})
    assert refused.value.field == "clinic_text.it"
    words = {"en": "We use it for scars.", "it": "Lo usiamo per le cicatrici."}
    switch_on(clinic, TABLET, "methylprednisolone", words)
    page = open_public(clinic, "it").chapter("compound:methylprednisolone")
    assert page.blocks[-1].text == ("Lo usiamo per le cicatrici.",)


def test_a_cosmetic_product_never_shares_a_consent(clinic):
    entry = add_entry(clinic, TABLET, typed(group="K14"))
    with pytest.raises(CosmeticAmongOthers):
        Journey(clinic).prepare(plan=planned("saline", entry.id))
    Journey(clinic).prepare(plan=planned(entry.id)).hand_over()
    assert open_reading(clinic, TABLET).leaflet.block("evidence.cosmetic")


def test_a_topic_is_read_where_it_is_offered_and_an_episode_keeps_what_it_began_with(clinic):
    before = Journey(clinic).prepare()
    assert open_public(clinic, "en").block("alternatives.laser") is None
    switch_on(clinic, TABLET, Topic.LASER)
    assert open_public(clinic, "en").block("alternatives.laser")
    assert open_public(clinic, "en").block("evidence.veins") is None
    after = Journey(clinic).prepare()
    switch_off(clinic, TABLET, Topic.LASER)
    after.hand_over()
    assert open_reading(clinic, TABLET).leaflet.block("alternatives.laser")
    after.read().hand_back().sign_in()
    before.hand_over()
    assert open_reading(clinic, TABLET).leaflet.block("alternatives.laser") is None


def test_a_mixture_is_proposed_only_where_the_clinic_mixes(clinic):
    plan = planned("lidocaine", "saline", mixture=Mixture(("lidocaine", "saline"), TERMS))
    with pytest.raises(MixingNotOffered):
        Journey(clinic).prepare(plan=plan)
    allow_mixing(clinic, TABLET, TERMS)
    assert read_offer(clinic, "en").mixing
    Journey(clinic).prepare(plan=plan)
    stop_mixing(clinic, TABLET)
    with pytest.raises(MixingNotOffered):
        Journey(clinic).prepare(plan=plan)


def test_a_sealed_form_says_what_was_mixed_and_holds_the_clinics_own_page(clinic):
    entry = add_entry(clinic, TABLET, typed())
    allow_mixing(clinic, TABLET, TERMS)
    plan = planned("lidocaine", entry.id, mixture=Mixture(("lidocaine", entry.id), TERMS))
    journey = Journey(clinic).prepare(plan=plan, language="it", clinic_language="en")
    journey.hand_over().read().hand_back().sign_in()
    journey.talk(acknowledged=("lidocaine", entry.id)).open_decision()
    decide(clinic, TABLET, Decision.CONSENT)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    record = seal_record(clinic, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)
    pdf, _name = redeem_download(clinic, issue_download(clinic, TABLET, record.id), TABLET)
    with pikepdf.open(BytesIO(pdf)) as opened:
        data = json.loads(opened.attachments["record.json"].get_file().read_bytes())
    assert data["plan"]["mixture"]["terms"]["stability"] == TERMS.stability
    words = json.dumps(data, ensure_ascii=False)
    assert "Le nostre parole su licence." in words
    assert "Our English words on licence." in words
