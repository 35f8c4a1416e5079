"""What a patient says about a risk reaches the doctor, holds up a yes, and never a no."""

import json
import re
from io import BytesIO
from zoneinfo import ZoneInfo

import pikepdf
import pypdfium2
import pytest

from litconsent.domain.answers import Presence
from litconsent.domain.checks import UNSURE
from litconsent.domain.decisions import Decision
from litconsent.domain.errors import NotReadyForConsent
from litconsent.domain.events import EventKind
from litconsent.domain.people import FamilyMember, Role
from litconsent.domain.talk_map import Reading
from litconsent.domain.understanding import Feeling, Rating, Sight, TeachBack
from litconsent.i18n.text import text_for
from litconsent.services.answer import answer_item, choose_language, note_read, tell_presence
from litconsent.services.clinic import open_clinic
from litconsent.services.consultation import open_consultation
from litconsent.services.decide import decide, deciding, sign
from litconsent.services.read_leaflet import open_reading
from litconsent.services.records import issue_download, redeem_download
from litconsent.services.seal_record import seal_record
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey

NOT_YET, UNDERSTOOD = Sight(feeling=Feeling.NOT_YET), Sight(feeling=Feeling.UNDERSTOOD)


@pytest.fixture
def clinic(settings, clock):
    opened = open_clinic(settings, clock)
    Journey(opened).set_up()
    yield opened
    opened.store.close()


def reading(clinic, **prepare):
    return Journey(clinic).prepare(**prepare).hand_over()


def sealed(clinic, journey, decision=Decision.CONSENT):
    decide(clinic, TABLET, decision)
    signer = deciding(clinic, TABLET).signer
    while signer and signer.role is not Role.CLINICIAN:
        sign(clinic, TABLET, signer.role, strokes=INK)
        signer = deciding(clinic, TABLET).signer
    record = seal_record(clinic, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)
    pdf, _name = redeem_download(clinic, issue_download(clinic, TABLET, record.id), TABLET)
    return pdf


def printed(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def kinds(clinic, journey):
    with clinic.store.reading() as books:
        return [event.kind for event in books.events.of_episode(journey.episode_id)]


def test_each_risk_and_each_substance_asks_and_the_other_chapters_do_not(clinic):
    reading(clinic)
    chapters = open_reading(clinic, TABLET).leaflet.chapters
    asking = [chapter.id for chapter in chapters if chapter.ask_understood]
    assert asking == ["substances", "compound:lidocaine", "reactions", "risks", "never"]


def test_an_answer_stays_through_another_language_and_is_noted_each_time(clinic):
    journey = reading(clinic)
    note_read(clinic, TABLET, "risks", NOT_YET)
    choose_language(clinic, TABLET, "en")
    note_read(clinic, TABLET, "risks", Sight(more=True))
    kept = open_reading(clinic, TABLET).answers.seen["risks"]
    assert (kept.feeling, kept.more) == (Feeling.NOT_YET, True)
    note_read(clinic, TABLET, "risks", UNDERSTOOD)
    assert open_reading(clinic, TABLET).answers.seen["risks"].feeling is Feeling.UNDERSTOOD
    assert kinds(clinic, journey).count(EventKind.UNDERSTANDING_TOLD) == 2
    assert kinds(clinic, journey).count(EventKind.CHAPTER_READ) == 1
    told, shown = EventKind.UNDERSTANDING_TOLD, EventKind.CHAPTER_READ
    assert kinds(clinic, journey).index(shown) < kinds(clinic, journey).index(told)


def test_not_yet_is_on_the_doctors_map_in_the_doctors_language(clinic):
    journey = reading(clinic, language="it", clinic_language="en")
    note_read(clinic, TABLET, "risks", NOT_YET)
    journey.read(misses=("Q10",)).hand_back().sign_in()
    places = {p.chapter.id: p for p in open_consultation(clinic, TABLET, journey.episode_id).places}
    assert places["risks"].sight.for_doctor and places["risks"].needs_talk
    assert places["what"].reading is Reading.READ and not places["what"].needs_talk
    assert [p.chapter.id for p in places.values() if p.missed] == ["rights"]
    titles = {c.title for c in clinic.library.edition("en").chapters}
    assert places["risks"].chapter.title in titles


def test_not_yet_holds_up_a_yes_until_the_doctor_notes_it_and_never_a_no(clinic):
    journey = reading(clinic)
    note_read(clinic, TABLET, "risks", NOT_YET)
    journey.read().hand_back().sign_in().talk().open_decision()
    with pytest.raises(NotReadyForConsent):
        decide(clinic, TABLET, Decision.CONSENT)
    decide(clinic, TABLET, Decision.REFUSAL)


def test_a_rating_is_noted_once_and_again_when_it_changes(clinic):
    journey = reading(clinic).read().hand_back().sign_in()
    partly = {"B1": TeachBack(Rating.PARTLY, "Drew the layers")}
    journey.talk(teach_back=partly)
    journey.talk(teach_back=partly, answered="Yes")
    journey.talk(teach_back={"B1": TeachBack(Rating.UNDERSTOOD, "Drew the layers")})
    assert kinds(clinic, journey).count(EventKind.TEACH_BACK_RATED) == 2


def test_the_sealed_form_says_what_was_not_clear_and_how_it_was_repaired(clinic):
    journey = reading(clinic, language="it", clinic_language="en")
    note_read(clinic, TABLET, "risks", NOT_YET)
    journey.read().hand_back().sign_in()
    journey.talk(
        resolved={"risks": "Shown on the picture"},
        teach_back={"B4": TeachBack(Rating.PARTLY, "Named pus only at first")},
    ).open_decision()
    with pikepdf.open(BytesIO(sealed(clinic, journey))) as opened:
        data = json.loads(opened.attachments["record.json"].get_file().read_bytes())
    assert data["understanding"] == [
        {
            "chapter": "risks",
            "said": "not_yet",
            "wanted_more": False,
            "resolved": "Shown on the picture",
        }
    ]
    assert data["teach_back"] == {"B4": {"rating": "partly", "repair": "Named pus only at first"}}


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (Presence.ALONE, "wanted to read alone"),
        (Presence.FAMILY_LATER, "alone first and with family later"),
        (Presence.FAMILY_READS, "wanted family to read along"),
    ],
)
def test_a_wish_to_read_without_family_is_the_doctors_alone_and_no_sealed_form_tells_it(
    clinic, wish, says
):
    journey = reading(
        clinic, language="en", clinic_language="en", family=FamilyMember("Bea Verdi", "daughter")
    )
    journey.read()
    tell_presence(clinic, TABLET, wish, pressed=False, private="")
    journey.hand_back().sign_in().talk(family_stayed_silent=True).open_decision()
    pdf = sealed(clinic, journey, Decision.REFUSAL)
    assert (says in printed(pdf)) is (wish is Presence.FAMILY_READS)
    with pikepdf.open(BytesIO(pdf)) as opened:
        told = [
            name
            for name, file in opened.attachments.items()
            if f'"{wish}"'.encode() in file.get_file().read_bytes()
        ]
    assert told == (["record.json"] if wish is Presence.FAMILY_READS else [])


def test_the_sealed_form_tells_two_misses_from_one(clinic):
    journey = reading(clinic, language="en", clinic_language="en")
    once = next(one for one in open_reading(clinic, TABLET).leaflet.check if one.id != "Q06")
    answer_item(clinic, TABLET, once.id, next(o for o in once.options if o != once.correct))
    journey.read(misses=("Q06",)).hand_back().sign_in()
    journey.talk(resolved={"Q06": "Shown on the picture"}).open_decision()
    text = printed(sealed(clinic, journey)).replace("\u2068", "")
    assert text.count("Not understood in two tries.") == 1
    assert "Not understood in two tries. The doctor explained it: Shown on the picture" in text
    assert text.count("Understood after another explanation.") == 1


def test_who_does_not_know_says_so_and_the_doctor_explains_it(clinic):
    journey = reading(clinic, language="en", clinic_language="en")
    asked = open_reading(clinic, TABLET).leaflet.check[0]
    answer_item(clinic, TABLET, asked.id, UNSURE)
    result = open_reading(clinic, TABLET).results[0]
    assert result.missed
    assert result.open
    journey.read(misses=(asked.id,)).hand_back().sign_in()
    talk = open_consultation(clinic, TABLET, journey.episode_id)
    [left] = [result for result in talk.results if result.for_doctor]
    assert left.options[0] == UNSURE
    journey.talk(resolved={asked.id: "Shown on the picture"}).open_decision()
    pdf = sealed(clinic, journey)
    assert printed(pdf).count("Answer: I do not know") == 1
    with pikepdf.open(BytesIO(pdf)) as opened:
        bundle = opened.attachments["record.fhir.json"].get_file().read_bytes().decode()
    assert re.search(rf'"{asked.id}\.{UNSURE}",\s*"display":\s*"I do not know"', bundle)


def test_the_trail_of_a_form_says_each_day_once_and_each_hour_by_the_clinics_clock(clinic, clock):
    journey = reading(clinic, language="it", clinic_language="it").read().hand_back()
    first = clock().astimezone(ZoneInfo("Europe/Rome"))
    clock.move(days=3)
    then = clock().astimezone(ZoneInfo("Europe/Rome"))
    journey.sign_in().talk().open_decision()
    trail = printed(sealed(clinic, journey)).split("Che cosa è successo, in ordine")[1]
    _ = text_for("it")
    assert trail.count(_.day(first)) == trail.count(_.day(then)) == 1
    before, after = trail.split(_.day(then))
    assert f"{first:%H:%M:%S} Proposta scritta" in before
    assert f"{then:%H:%M:%S} Decisione espressa" in after
    assert after.index(_.narrow_day(then)) < after.index("Che cosa")
