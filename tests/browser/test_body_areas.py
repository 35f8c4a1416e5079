"""The doctor touches the body or its names; the patient sees what was marked."""

import pytest
from playwright.sync_api import expect

from litconsent.domain.areas import Area
from tests.builders import a_plan
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BODY = "[class*='st-key-picture-body-areas'] .lit-figure"


def chosen(page):
    return page.locator(".st-key-prepare-areas button[aria-pressed=true]").all_text_contents()


def marked(page):
    return page.locator(f"{BODY} text[data-part][font-weight='600']").all_text_contents()


def test_an_area_is_chosen_by_a_touch_by_its_name_and_by_the_keyboard(story):
    told = story("en")
    page = told.page
    told.journey.set_up()
    told.show("/prepare?lang=en")
    page.locator(f"{BODY} path[data-part=neck]").first.tap()
    settle(page)
    assert (chosen(page), marked(page)) == (["Neck"], ["Neck"])

    # Beside the small elbow, no further than a finger is wide.
    box = page.locator(f"{BODY} path[data-part=elbow]").last.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] + 12, box["y"] + box["height"] / 2)
    settle(page)
    assert chosen(page) == ["Neck", "Elbow"]

    page.get_by_role("button", name="Knee").focus()
    page.keyboard.press("Enter")
    settle(page)
    page.locator(f"{BODY} text[data-part=neck]").tap()
    settle(page)
    assert chosen(page) == ["Elbow", "Knee"]
    assert sorted(marked(page)) == ["Elbow", "Knee"]

    # A touch far from every area, here on the head, changes nothing.
    box = page.locator(BODY).bounding_box()
    page.touchscreen.tap(box["x"] + 4, box["y"] + 4)
    settle(page)
    assert chosen(page) == ["Elbow", "Knee"]

    told.show("/prepare?lang=it")
    assert chosen(page) == ["Gomito", "Ginocchio"]
    expect(page.locator(f"{BODY} svg")).to_have_attribute(
        "aria-label", page.locator(f"{BODY} desc").inner_html()
    )


def test_the_patient_sees_the_areas_of_the_plan_and_cannot_change_them(story):
    told = story("it")
    plan = a_plan(areas=(Area.LOWER_BACK, Area.KNEE))
    told.journey.to_the_decision(language="it", clinic_language="it", plan=plan)
    told.show("/?lang=it")
    page = told.page
    assert marked(page) == ["Ginocchio", "Zona lombare"]
    assert "Segnate: Zona lombare e Ginocchio." in (
        page.locator(f"{BODY} svg").get_attribute("aria-label")
    )
    assert "Zona lombare · Ginocchio · " in told.text()
    page.locator(f"{BODY} path[data-part=neck]").first.tap()
    settle(page)
    assert marked(page) == ["Ginocchio", "Zona lombare"]
