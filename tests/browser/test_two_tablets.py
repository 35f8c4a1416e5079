"""One doctor at the desk and the patient at another tablet: real browsers beside each other."""

from collections.abc import Iterator

import pytest

from litconsent.domain.events import EventKind
from litconsent.services.consultation import look_at_episode
from litconsent.services.read_leaflet import open_reading
from tests.browser.beside import beside
from tests.walking import settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LIVE_MS = 15_000  # a few beats of the desk, on a busy machine
BEAT_MS = 40_000  # two beats of a page that somebody else took the tablet from


@pytest.fixture
def desk(story) -> Iterator:
    """Return a doctor's desk at the page on which an episode is handed over."""
    told = story("en")
    told.prepared = told.journey.set_up().prepare(language="en", clinic_language="en")
    told.show(f"/episode?episode={told.prepared.episode_id}")
    yield told


def shown_code(desk) -> str:
    desk.walk.tap("episode-other")
    return desk.page.locator("p.pairing").inner_text()


def told_at_the_desk(desk, words):
    desk.page.wait_for_function(
        "words => document.querySelector('.st-key-card_live')?.innerText.includes(words)",
        arg=words,
        timeout=LIVE_MS,
    )


def test_a_typed_code_opens_the_patients_tablet_and_the_desk_sees_live_where_they_are(desk):
    code = shown_code(desk)
    with beside(desk) as patient:
        patient.walk.tap("welcome-join")
        patient.walk.write("join-code", code.lower())
        patient.walk.tap("nav_next-join")
        assert "First, just you" in patient.text()
        told_at_the_desk(desk, "Has just begun")
        patient.walk.pick("presence-", 0)
        patient.walk.pick("pressed-", 0)
        patient.walk.tap("nav_next")
        told_at_the_desk(desk, "Reads chapter 1 of 17")
        patient.walk.tap("nav_next")
        told_at_the_desk(desk, "1 of 17")
        assert "Sign out" in desk.text()


def test_the_scanned_address_opens_a_tablet_that_was_never_seen(desk):
    code = shown_code(desk)
    with beside(desk, path=f"/join?code={code.replace(' ', '')}") as patient:
        assert "I have a code" in patient.text()
        patient.walk.tap("nav_next-join")
        assert "First, just you" in patient.text()
        assert "code" not in patient.page.url
        patient.show("/records")
        assert "First, just you" in patient.text()


def test_a_wrong_code_is_answered_in_words_and_opens_nothing(desk):
    with beside(desk, path="/join?code=AAAAAAAA") as stranger:
        stranger.walk.tap("nav_next-join")
        assert "does not open anything" in stranger.text()


def test_a_newer_hand_over_frees_the_older_tablet_by_itself_and_keeps_every_answer(desk):
    first = shown_code(desk)
    with beside(desk, path=f"/join?code={first}") as older, beside(desk) as newer:
        older.walk.tap("nav_next-join")
        older.walk.pick("presence-", 0)
        older.walk.pick("pressed-", 0)
        older.walk.tap("nav_next")
        told_at_the_desk(desk, "Reads chapter 1")
        newer.show(f"/join?code={shown_code(desk)}")
        newer.walk.tap("nav_next-join")
        assert "1 of 17" not in newer.text() and "First, just you" not in newer.text()
        older.page.wait_for_function(
            "() => document.querySelector('h1')?.innerText === 'This tablet is free'",
            timeout=BEAT_MS,
        )
        reading = open_reading(desk.clinic, newer.journey.tablet)
        assert reading.answers.step.startswith("chapter/")


def test_the_board_shows_a_new_state_by_itself(desk):
    code = shown_code(desk)
    desk.show("/")
    assert "Prepared." in desk.text()
    with beside(desk, path=f"/join?code={code}") as patient:
        patient.walk.tap("nav_next-join")
        desk.page.wait_for_function(
            "() => document.body.innerText.includes('The patient has the tablet.')",
            timeout=LIVE_MS,
        )
        settle(desk.page)
        desk.walk.tap("board-hand")
        told_at_the_desk(desk, "Has just begun")


def test_a_desk_that_watches_neither_stays_awake_nor_fills_the_trail(desk):
    code = shown_code(desk)
    with beside(desk, path=f"/join?code={code}") as patient:
        patient.walk.tap("nav_next-join")
        told_at_the_desk(desk, "Has just begun")
        with desk.clinic.store.reading() as books:
            before, seen = books.events.head(), books.tablets.seen_at(desk.journey.tablet)
        desk.page.wait_for_timeout(12_000)
        with desk.clinic.store.reading() as books:
            assert books.events.head() == before
            assert books.tablets.seen_at(desk.journey.tablet) == seen


def test_a_doctor_signed_in_on_the_other_tablet_is_signed_out_before_the_patient_reads(desk):
    code = shown_code(desk)
    with beside(desk) as other:
        other.journey.sign_in()
        other.show(f"/join?code={code}")
        assert "Starting signs them out" in other.text()
        other.walk.tap("nav_next-join")
        assert "First, just you" in other.text()
        for _ in range(2):
            other.page.go_back()
            settle(other.page)
            assert not other.page.locator('[class*="st-key-bar-"]').count()
        with desk.clinic.store.reading() as books:
            assert len(books.events.of_clinic(EventKind.SIGNED_OUT)) == 1


def test_a_doctor_begins_the_talk_while_the_patient_still_has_a_tablet(desk):
    code = shown_code(desk)
    with beside(desk, path=f"/join?code={code}") as patient:
        patient.walk.tap("nav_next-join")
        desk.show(f"/consultation?episode={desk.prepared.episode_id}")
        assert "The patient still has a tablet" in desk.text()
        assert not desk.walk.part("talk-decide").count()
        desk.walk.tap("talk-begin")
        assert desk.walk.part("talk-decide").count()
        patient.page.wait_for_function(
            "() => document.querySelector('h1')?.innerText === 'Thank you'", timeout=BEAT_MS
        )
        talk = look_at_episode(desk.clinic, desk.journey.tablet, desk.prepared.episode_id)
        assert not talk.held
