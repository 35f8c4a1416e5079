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


def test_what_was_chosen_survives_a_refresh_and_another_language(story):
    told = story("en")
    page, walk = told.page, told.walk
    told.journey.set_up()
    told.show("/prepare?lang=en")
    page.locator(f"{BODY} path[data-part=knee]").first.tap()
    settle(page)
    page.reload()
    settle(page)
    assert (chosen(page), marked(page)) == (["Knee"], ["Knee"])
    walk.tap("topbar-settings")
    walk.tap("topbar-it")
    assert (chosen(page), marked(page)) == (["Ginocchio"], ["Ginocchio"])
    walk.tap("prepare-areas", list(Area).index(Area.NECK))
    assert marked(page) == ["Ginocchio", "Collo"]


def test_the_patient_sees_the_areas_in_the_chapter_and_beside_the_decision(story):
    told = story("it")
    page, walk, journey = told.page, told.walk, told.journey
    plan = a_plan(areas=(Area.LOWER_BACK, Area.KNEE), body_area="a destra")
    journey.set_up().prepare(language="it", clinic_language="it", plan=plan).hand_over()
    told.show("/?lang=it")
    walk.pick("presence-", 0)
    walk.pick("pressed-", 0)
    walk.tap("nav_next")
    said = "Segnate: Zona lombare · Ginocchio."
    assert marked(page) == ["Ginocchio", "Zona lombare"]
    assert said in page.locator(f"{BODY} svg").get_attribute("aria-label")
    assert said in page.locator(f"{BODY} figcaption").inner_text()
    page.locator(f"{BODY} path[data-part=neck]").first.tap()
    settle(page)
    assert marked(page) == ["Ginocchio", "Zona lombare"]

    journey.read().hand_back().sign_in().talk().open_decision()
    told.show("/?lang=it")
    assert "Zona lombare · Ginocchio · " in told.text()
    small = page.locator("[class*='st-key-plan_body'] svg")
    expect(small).to_have_attribute("aria-label", said)
    assert set(
        small.locator("[data-part]").evaluate_all("all => all.map(one => one.dataset.part)")
    ) == {"knee", "lower_back"}


def test_the_next_patient_begins_without_the_areas_of_the_last(story):
    told = story("en")
    page, walk, journey = told.page, told.walk, told.journey
    journey.set_up()
    told.show("/")
    screens = walk.prepare()
    while next(screens) != "prepare":
        pass
    page.locator(f"{BODY} path[data-part=neck]").first.tap()
    settle(page)
    next(screens)
    assert "Neck · " in told.text()
    walk.tap("bar-clinic-prepare")
    assert (chosen(page), marked(page)) == ([], [])
