"""The lead opens and closes what doctors can propose; a patient reads what the clinic wrote."""

import pytest
from playwright.sync_api import expect

from litconsent.domain.editions import COMPOUND_PARTS
from tests.browser.pills import choose
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAMES = {"en": "Magnesium water", "it": "Acqua al magnesio"}


def switch(told, compound):
    told.walk.click(told.walk.part(f"formulary-{compound}").locator("label:has(input)"))


def titles(told, path):
    return told.show(path).text()


def test_the_lead_switches_a_substance_on_and_doctors_can_propose_it(story):
    told = story("en", LITCONSENT_LANGUAGES="en,it")
    told.journey.set_up()
    assert "Piroxicam" not in titles(told, "/prepare?lang=en")
    told.show("/formulary?lang=en")
    expect(told.page.get_by_text("Opioids")).to_be_visible()
    switch(told, "piroxicam")
    assert "Last change" in told.text()
    assert "Piroxicam" in titles(told, "/prepare?lang=en")
    told.show("/formulary?lang=it")
    switch(told, "piroxicam")
    assert "Piroxicam" not in titles(told, "/prepare?lang=it")


def test_an_own_entry_left_incomplete_is_refused_by_name_and_loses_nothing(story):
    told = story("en", LITCONSENT_LANGUAGES="en,it")
    told.journey.set_up()
    told.show("/formulary?lang=en")
    page, walk = told.page, told.walk
    page.get_by_text("Add an entry of your own").click()
    choose(told, "entry-group-0", 3)
    choose(told, "entry-off_label-0", 1)
    choose(told, "entry-strength-0", 5)
    for code, name in NAMES.items():
        walk.write(f"entry-name-{code}-0", name)
        for part in COMPOUND_PARTS:
            if (code, part) != ("it", "feel"):
                walk.write(f"entry-{part}-{code}-0", f"{part} <b>{code}</b>.")
    add = page.locator("[data-testid=stFormSubmitButton] button")
    walk.click(add)
    refused = page.locator("[data-testid=stAlert], [class*=st-key-error], [role=alert]").last
    expect(refused).to_contain_text("How it feels (Italiano)")
    expect(page.locator(".st-key-entry-what-en-0 textarea")).to_have_value("what <b>en</b>.")

    walk.write("entry-feel-it-0", "Pizzica.")
    walk.click(add)
    settle(page)
    expect(page.locator(".st-key-entry-name-en-1 input")).to_have_value("")
    assert NAMES["en"] in titles(told, "/prepare?lang=en")


def test_cortisone_and_mixtures_stay_off_until_the_clinic_has_written_why(story):
    told = story("en", LITCONSENT_LANGUAGES="en,it")
    told.journey.set_up()
    told.show("/formulary?lang=en")
    told.walk.tap("formulary-on-methylprednisolone")
    assert "The clinic's own words" in told.text()
    assert "Methylprednisolone" not in titles(told, "/prepare?lang=en")
    told.show("/formulary?lang=en")
    told.walk.tap("formulary-mixing-on")
    assert "One substance a syringe" in titles(told, "/prepare?lang=en")
    told.show("/formulary?lang=en")
    for code in NAMES:
        told.walk.write(f"formulary-words-methylprednisolone-{code}", "For hard scars only.")
    told.walk.tap("formulary-on-methylprednisolone")
    told.walk.write("formulary-mixing-reason", "Fewer pricks")
    told.walk.write("formulary-mixing-stability", "Leaflet of the maker, 2024")
    told.page.locator(".st-key-formulary-mixing-protected label").click()
    settle(told.page)
    told.walk.tap("formulary-mixing-on")
    seen = titles(told, "/prepare?lang=en")
    assert "Methylprednisolone" in seen
    assert "One substance a syringe" not in seen
