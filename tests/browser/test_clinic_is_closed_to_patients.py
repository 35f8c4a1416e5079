"""A patient with the tablet in hand finds no way into the clinic, and trying leaves a trace."""

import pytest

from litconsent.domain.events import EventKind
from tests.walking import settle

pytestmark = pytest.mark.browser

ADDRESSES = ["/prepare", "/records", "/record?record=x", "/consultation?episode=x", "/accounts"]


def denied(told, episode_id):
    with told.clinic.store.reading() as books:
        return [
            event.data["action"]
            for event in books.events.of_episode(episode_id)
            if event.kind is EventKind.ACCESS_DENIED
        ]


def sees_the_clinic(told):
    return told.page.locator('[class*="st-key-bar-"], [class*="st-key-board"]').count() > 0


def test_patient_types_the_addresses_of_the_clinic(story):
    told = story("en")
    journey = told.journey.set_up().prepare(language="en").hand_over()
    for address in ADDRESSES:
        told.show(address)
        assert not sees_the_clinic(told) and "First, just you" in told.text()
        assert not told.page.locator("[role=dialog]").count()
        assert told.page.url.rstrip("/") == told.server.address
    assert denied(told, journey.episode_id) == [
        f"page:{address[1:].partition('?')[0]}" for address in ADDRESSES
    ]


def test_patient_goes_back_and_opens_a_second_tab(story):
    told = story("en")
    journey = told.journey.set_up().prepare(language="en")
    told.show("/records")
    assert sees_the_clinic(told)
    told.show(f"/episode?episode={journey.episode_id}")
    told.walk.tap("episode-hand_over")
    assert not sees_the_clinic(told)
    for _ in range(3):
        told.page.go_back()
        told.page.wait_for_selector("[data-testid=stMain] h1")
        settle(told.page)
        assert not sees_the_clinic(told)
    told.page = told.context.new_page()
    told.show("/records")
    assert not sees_the_clinic(told)


def test_a_stranger_without_an_account_sees_no_page_of_the_clinic(story):
    told = story("en")
    told.journey.set_up().prepare(language="en")
    stranger = told.context.browser.new_context()
    told.page = stranger.new_page()
    for address in ADDRESSES:
        told.show(address)
        assert not sees_the_clinic(told) and "Understand, ask, decide" in told.text()
    stranger.close()
