"""No, and not today: as easy as yes, and with a record of the same rank."""

from dataclasses import replace

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import State, state_of
from litconsent.domain.people import FamilyMember, Role
from litconsent.domain.plans import PlannedCompound
from litconsent.services.decide import deciding
from tests.browsing import LYING
from tests.builders import a_plan

pytestmark = pytest.mark.browser


def state(told, episode_id):
    with told.clinic.store.reading() as books:
        return state_of(books.events.of_episode(episode_id))


def type_name(told, role):
    told.page.locator("[data-testid=stExpander] summary").last.click()
    told.walk.write(f"typed-{role}", "Anna Verdi")


def test_patient_refuses_without_signing(story):
    told = story("en")
    journey = told.journey.to_the_decision(language="en", clinic_language="en")
    told.show()
    boxes = [box.bounding_box() for box in told.walk.part("decide-").locator("button").all()]
    assert len(boxes) == 4
    assert len({round(box["width"]) for box in boxes}) == 1
    assert len({round(box["height"]) for box in boxes}) == 1
    told.walk.tap("decide-refusal")
    told.walk.tap("sign-pass")
    type_name(told, "clinician")
    told.walk.submit("seal")
    told.page.wait_for_selector(".st-key-card_record")
    assert "No. I do not want this treatment." in told.text()
    assert state(told, journey.episode_id) is State.REFUSED


def test_a_long_answer_is_no_larger_than_a_short_one(story):
    told = story("ur")
    compounds = (PlannedCompound("lidocaine", "Neck"), PlannedCompound("ketoprofen", "Neck"))
    told.journey.to_the_decision(
        language="ur", clinic_language="en", plan=replace(a_plan(), compounds=compounds)
    )
    told.show()
    boxes = [box.bounding_box() for box in told.walk.part("decide-").locator("button").all()]
    assert len(boxes) == 5
    assert len({round(box["height"]) for box in boxes}) == 1


def test_on_a_lying_tablet_no_answer_and_no_place_to_sign_is_below_the_edge(story):
    told = story("en")
    long = "Painful points in the neck, at night and when the head turns. " * 4
    compounds = (PlannedCompound("lidocaine", long), PlannedCompound("ketoprofen", long))
    told.journey.to_the_decision(
        language="en", clinic_language="en", plan=replace(a_plan(), compounds=compounds)
    )
    told.page.set_viewport_size({"width": LYING[0], "height": LYING[1]})
    told.show()
    boxes = [box.bounding_box() for box in told.walk.part("decide-").locator("button").all()]
    assert len(boxes) == 5
    assert max(box["y"] + box["height"] for box in boxes) <= LYING[1]
    told.walk.tap("decide-refusal")
    bar = told.page.locator(".st-key-navbar").bounding_box()
    sheet = told.page.locator(".lit-pad-sheet").bounding_box()
    assert sheet["y"] + sheet["height"] <= bar["y"]


def test_patient_needs_more_time(story):
    told = story("it")
    journey = told.journey.to_the_decision()
    told.show()
    told.walk.tap("decide-postponed")
    assert "Per il medico" in told.text()
    told.walk.draw()
    told.walk.submit("seal")
    told.page.wait_for_selector(".st-key-card_record")
    assert "Non oggi. Ho bisogno di più tempo." in told.text()
    assert state(told, journey.episode_id) is State.POSTPONED


def test_patient_asks_first_and_the_tablet_goes_back(story):
    told = story("en")
    told.journey.to_the_decision(language="en", clinic_language="en")
    told.show()
    told.walk.tap("decide-question")
    assert "Thank you" in told.text()
    assert "Neck" not in told.text()


def test_family_takes_part_after_the_patient_and_never_replaces_them(story):
    told = story("en")
    family = FamilyMember("Bea Verdi", "daughter")
    journey = told.journey.to_the_decision(language="en", clinic_language="en", family=family)
    told.show()
    told.walk.tap("decide-consent")
    assert told.walk.part("sign-patient").count() and not told.walk.part("sign-family").count()
    told.walk.draw()
    told.walk.tap("sign-patient")
    assert "does not replace the patient's." in told.text()
    told.walk.draw()
    told.walk.tap("sign-family")
    signed = [s.role for s in deciding(told.clinic, journey.tablet).signatures]
    assert signed == [Role.PATIENT, Role.FAMILY]
    assert told.walk.part("seal-username").count()


def test_a_yes_is_closed_and_a_no_is_open_while_a_point_is_not_cleared_up(story):
    told = story("en")
    journey = told.journey.set_up().prepare(language="en", clinic_language="en").hand_over()
    journey.read(misses=["Q10"]).hand_back().sign_in().talk().open_decision()
    told.show()
    yes = told.walk.part("decide-consent").locator("button")
    assert yes.is_disabled()
    assert "the doctor must talk with you" in told.text()
    told.walk.tap("decide-refusal")
    assert deciding(told.clinic, journey.tablet).decision is Decision.REFUSAL
