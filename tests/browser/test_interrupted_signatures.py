"""The server is killed between two signatures, and the round goes on where it was."""

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.people import FamilyMember, Role
from litconsent.services.decide import deciding
from tests.browsing import RECONNECTED_MS
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CONNECTED = "() => document.querySelector('.stApp')?.dataset.testConnectionState === 'CONNECTED'"


def interrupted(told):
    """Kill the server without a warning, start it again, and wait for the tablet to come back."""
    told.kill()
    told.restart()
    told.page.wait_for_function(CONNECTED, timeout=RECONNECTED_MS)
    settle(told.page)


def signed(told):
    now = deciding(told.clinic, told.journey.tablet)
    assert now.decision is Decision.CONSENT
    return [signature.role for signature in now.signatures]


def test_a_server_killed_after_each_signature_loses_none_and_asks_the_next_person(story):
    told = story("en")
    told.journey.set_up()
    journey = told.journey.prepare(
        language="en", clinic_language="en", family=FamilyMember("Marco Rossi", "son")
    )
    journey.hand_over().read().hand_back().sign_in().talk(family_stayed_silent=True)
    journey.open_decision()
    told.show()
    told.walk.tap("decide-consent")
    interrupted(told)
    assert "Please sign" in told.text() and signed(told) == []
    told.walk.draw()
    told.walk.tap("sign-patient")
    interrupted(told)
    assert "For Marco Rossi" in told.text() and signed(told) == [Role.PATIENT]
    told.walk.draw()
    told.walk.tap("sign-family")
    interrupted(told)
    assert "For the doctor" in told.text() and signed(told) == [Role.PATIENT, Role.FAMILY]
    told.walk.draw()
    told.walk.submit("seal")
    told.page.wait_for_selector('[class*="st-key-document-show"]')
    with told.clinic.store.reading() as books:
        (record,) = books.records.latest(9)
        roles = [one.role for one in books.signatures.of_round(journey.episode_id, record.round)]
    assert roles == [Role.PATIENT, Role.FAMILY, Role.CLINICIAN]
    assert told.clinic.store.verify_chain().whole


def test_a_server_killed_while_it_seals_leaves_one_whole_record_or_none(story):
    told = story("en")
    told.journey.to_the_decision(language="en", clinic_language="en")
    told.show()
    told.walk.tap("decide-consent")
    told.walk.draw()
    told.walk.tap("sign-patient")
    told.walk.draw()
    told.walk.part("seal-username").locator("input").fill("dr.verdi")
    told.walk.part("seal-password").locator("input").fill("a quiet room with a view")
    told.page.evaluate(
        "() => document.querySelector('[data-testid=stFormSubmitButton] button').click()"
    )
    told.page.wait_for_timeout(400)  # in the middle of hashing, drawing or sealing
    interrupted(told)
    with told.clinic.store.reading() as books:
        before = books.records.latest(9)
        kinds = [event.kind.value for event in books.events.of_episode(told_episode(books))]
    assert len(before) == kinds.count("episode.sealed")
    assert told.clinic.store.verify_chain().whole and told.clinic.store.check() == ()
    if not before:
        assert "For the doctor" in told.text()
        told.walk.draw()
        told.walk.submit("seal")
    told.page.wait_for_selector('[class*="st-key-bar-clinic"]')
    with told.clinic.store.reading() as books:
        assert len(books.records.latest(9)) == 1


def told_episode(books):
    """Return the id of the one episode."""
    (episode,) = books.episodes.newest_first()
    return episode.id
