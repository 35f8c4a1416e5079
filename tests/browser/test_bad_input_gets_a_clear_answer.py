"""Bad input: a sentence that says what to do, and nothing of what was typed is lost."""

import pytest
from playwright.sync_api import expect

from tests.walking import settle

pytestmark = pytest.mark.browser

GOOD = {
    "name": "Ada Rossi",
    "birth": "17/05/1961",
    "identifier": "A-1",
    "diagnosis": "Neck pain",
    "area": "Neck",
    "alternatives": "Exercises",
    "without": "It may stay",
}


def alert(told):
    return told.page.locator("[data-testid=stAlert]")


def filled(told, licence=True, **changes):
    told.journey.set_up()
    told.show("/prepare")
    for key, text in {**GOOD, **changes}.items():
        told.walk.write(f"prepare-{key}", text)
    told.walk.tap("prepare-sessions", 2)
    told.walk.pick("prepare-lidocaine")
    told.walk.write("prepare-reason-lidocaine", "Painful points")
    if licence:
        told.walk.tap("prepare-off_label-lidocaine", 0)
    told.walk.tap("prepare-language", 0)
    told.walk.tap("prepare-done")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "x" * 40 + " y" * 130}, "this is too long"),
        ({"name": "Ada\u202eRossi"}, "invisible character"),
        ({"birth": "17/05/2061"}, "lies in the future"),
        ({"birth": "31/02/1961"}, "day/month/year"),
        ({"diagnosis": ""}, "Please fill in: Diagnosis"),
        ({"name": "Ada \U0001f9ff"}, "cannot print the character"),
        ({"licence": False}, "Please fill in: Licence of lidocaine, for this use"),
    ],
)
def test_a_wrong_entry_is_named_and_everything_typed_stays(story, changes, said):
    told = story("en")
    filled(told, **changes)
    expect(alert(told)).to_contain_text(said)
    told.page.reload()
    settle(told.page)
    kept = told.walk.part("prepare-area").locator("input").first
    expect(kept).to_have_value("Neck")


@pytest.mark.parametrize("name", ["O<Brien & <b>", "فاطمة الزهراء", "王小明", "*Ada* _R_ $x$"])
def test_a_name_in_any_script_or_with_signs_is_shown_as_it_is(story, name):
    told = story("en")
    filled(told, name=name)
    assert name in told.text()
    assert told.page.locator("main b").count() == 0


def test_a_wrong_setup_code_is_said_and_the_form_keeps_what_was_typed(story):
    told = story("it")
    told.walk.tap("welcome-clinic")
    for key in ("code", "clinic", "place", "phone", "name", "username"):
        told.walk.part(f"set_up-{key}").locator("input").fill("ABCD")
    told.walk.part("set_up-password").locator("input").fill("una frase abbastanza lunga")
    told.page.locator("[data-testid=stFormSubmitButton] button").click()
    settle(told.page)
    expect(alert(told)).to_contain_text("Il codice")
    expect(told.walk.part("set_up-place").locator("input")).to_have_value("ABCD")


def test_an_empty_and_a_one_dot_signature_are_not_taken(story):
    told = story("en")
    told.journey.to_the_decision(language="en", clinic_language="en")
    told.show()
    told.walk.tap("decide-consent")
    told.walk.tap("sign-patient")
    expect(alert(told)).to_contain_text("Please sign again")
    box = told.page.locator("canvas").bounding_box()
    told.page.mouse.click(box["x"] + 200, box["y"] + 80)
    settle(told.page)
    told.walk.tap("sign-patient")
    expect(alert(told)).to_contain_text("Please sign again")
    told.walk.draw()
    told.walk.tap("sign-patient")
    assert told.walk.part("seal-username").count()


def test_an_unknown_language_in_the_address_shows_a_language_we_have(story):
    told = story("en")
    told.show("/?lang=../../etc/passwd")
    assert told.page.locator("html").get_attribute("lang") in ("en", "it")


def test_wrong_passwords_are_answered_and_then_have_to_wait(story):
    told = story("en")
    told.journey.set_up()
    told.show("/")
    told.walk.tap("bar-sign_out")
    told.walk.tap("welcome-clinic")
    for number in range(6):
        told.walk.part("sign_in-username").locator("input").fill("dr.verdi")
        told.walk.part("sign_in-password").locator("input").fill(f"wrong {number}")
        told.page.locator("[data-testid=stFormSubmitButton] button").click()
        settle(told.page)
    expect(alert(told)).to_contain_text("Too many tries")
