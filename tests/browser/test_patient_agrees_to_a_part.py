"""Yes to one compound, no to another: asked one by one, nothing chosen beforehand."""

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.plans import PlannedCompound
from litconsent.services.decide import deciding
from tests.builders import a_plan

pytestmark = pytest.mark.browser

PLAN = a_plan(
    compounds=(
        PlannedCompound("lidocaine", "Painful points"),
        PlannedCompound("ketoprofen", "Tablets hurt"),
    )
)


@pytest.fixture
def told(story):
    told = story("en")
    told.journey.to_the_decision(language="en", clinic_language="en", plan=PLAN)
    told.show()
    told.walk.tap("decide-partial")
    return told


def test_patient_agrees_to_a_part(told):
    done = told.walk.part("part-done").locator("button")
    assert done.is_disabled() and "Please say yes or no to each." in told.text()
    told.walk.tap("part-lidocaine", 0)
    assert done.is_disabled()
    told.walk.tap("part-ketoprofen", 1)
    told.walk.tap("part-done")
    assert "Yes, but not to all of it." in told.text()
    assert "No to: Ketoprofen" in told.text()
    told.walk.draw()
    told.walk.tap("sign-patient")
    told.walk.draw()
    told.walk.submit("seal")
    told.page.wait_for_selector(".st-key-card_record")
    assert "Yes, but not to all of it." in told.text()


def test_a_no_to_each_is_a_refusal(told):
    told.walk.tap("part-lidocaine", 1)
    told.walk.tap("part-ketoprofen", 1)
    told.walk.tap("part-done")
    assert deciding(told.clinic, told.journey.tablet).decision is Decision.REFUSAL


def test_back_leads_to_all_the_answers(told):
    told.walk.tap("nav_back-part")
    boxes = [box.bounding_box() for box in told.walk.part("decide-").locator("button").all()]
    assert len(boxes) == 5
    assert len({(round(box["width"]), round(box["height"])) for box in boxes}) == 1
