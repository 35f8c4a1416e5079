"""Two tablets and one desk work on one episode at once: three real browsers, one server."""

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.events import EventKind
from litconsent.domain.pairings import Purpose
from litconsent.services.consultation import look_at_episode
from litconsent.services.decide import deciding
from litconsent.services.offer_pairing import offer_pairing
from litconsent.services.redeem_pairing import redeem_pairing
from tests.browser.beside import beside
from tests.journey import OTHER_TABLET, Journey
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TAP = "key => document.querySelector(`.st-key-${key} button`).click()"


@pytest.fixture
def desk(story):
    """Return a desk where the talk goes on; the patient has read everything on a tablet."""
    told = story("en")
    told.prepared = told.journey.set_up().prepare(language="en", clinic_language="en")
    code = offer_pairing(told.clinic, told.journey.tablet, told.prepared.episode_id, Purpose.READ)
    redeem_pairing(told.clinic, OTHER_TABLET, code.code)
    Journey(told.clinic, OTHER_TABLET, told.prepared.episode).read().hand_back()
    told.show(f"/consultation?episode={told.prepared.episode_id}")
    yield told


def give(desk, tablet):
    """Let the desk show a code for the decision, and type it on a tablet."""
    desk.walk.tap("talk-other")
    tablet.show(f"/join?code={desk.page.locator('p.pairing').inner_text()}")
    tablet.walk.tap("nav_next-join")
    assert "What do you decide?" in tablet.text()


def events(desk, kind):
    with desk.clinic.store.reading() as books:
        found = books.events.of_episode(desk.prepared.episode_id)
    return [event for event in found if event.kind is kind]


def test_two_tablets_decide_at_the_same_moment_and_the_one_that_holds_it_counts(desk):
    with beside(desk) as older, beside(desk) as newer:
        give(desk, older)
        desk.show(f"/consultation?episode={desk.prepared.episode_id}")
        desk.walk.tap("talk-begin")
        give(desk, newer)
        assert "What do you decide?" in older.text()  # it does not know yet
        older.page.evaluate(TAP, "decide-refusal")
        newer.page.evaluate(TAP, "decide-consent")
        settle(older.page)
        settle(newer.page)
        assert "Thank you" in older.text() and "Please sign" in newer.text()
        assert [event.data["decision"] for event in events(desk, EventKind.DECIDED)] == ["consent"]
        newer.walk.draw()
        newer.walk.tap("sign-patient")
        newer.walk.draw()
        newer.walk.submit("seal")
        newer.page.wait_for_selector('[class*="st-key-document-show"]')
    with desk.clinic.store.reading() as books:
        assert [record.decision for record in books.records.latest(9)] == [Decision.CONSENT]


def test_notes_typed_at_the_desk_while_the_patient_decides_are_kept_and_disturb_nothing(desk):
    with beside(desk) as tablet:
        give(desk, tablet)
        tablet.walk.tap("decide-consent")
        desk.walk.write("talk-answered", "She asked about driving; I said not today.")
        tablet.walk.draw()
        tablet.walk.tap("sign-patient")
        desk.walk.pick("talk-privacy")
        now = deciding(desk.clinic, tablet.journey.tablet)
        assert now.decision is Decision.CONSENT and len(now.signatures) == 1
        talk = look_at_episode(desk.clinic, desk.journey.tablet, desk.prepared.episode_id)
        assert talk.notes.answered.startswith("She asked") and talk.notes.privacy_notice
        assert "Patient" in desk.walk.part("card_live").inner_text()


def test_notes_typed_at_two_desks_are_both_kept_and_both_shown(desk):
    with beside(desk) as second:
        second.journey.sign_in()
        second.show(f"/consultation?episode={desk.prepared.episode_id}")
        desk.walk.write("talk-answered", "Not today")
        second.walk.pick("talk-privacy")
        assert "Notes from another window were added" in second.text()
        assert second.walk.part("talk-answered").locator("textarea").input_value() == "Not today"
        desk.walk.write("talk-answered", "Not today; tomorrow yes")
        assert desk.walk.part("talk-privacy").locator("input").is_checked()
        talk = look_at_episode(desk.clinic, desk.journey.tablet, desk.prepared.episode_id)
        assert talk.notes.privacy_notice
        assert talk.notes.answered == "Not today; tomorrow yes"
