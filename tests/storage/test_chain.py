"""The audit trail: what was edited, taken away, added or swapped behind its back is named."""

import hashlib
import hmac
import json
import threading

import pytest

from litconsent.domain.events import Event, EventKind
from litconsent.storage.database import open_store
from litconsent.storage.events import GENESIS
from litconsent.storage.keys import derive_keys
from tests.builders import NOON, PDF, a_record, an_episode

FREE = (
    "DROP TRIGGER events_no_update",
    "DROP TRIGGER events_no_delete",
    "PRAGMA foreign_keys = 0",
)


def note(store, count=1, kind=EventKind.SIGNED_IN, **data):
    with store.writing() as books:
        return [
            books.events.append(kind, at=NOON, actor="account:1", tablet="t", data=data)
            for _ in range(count)
        ][-1]


@pytest.fixture
def trail(store):
    note(store, 20, word="è una prova")
    return store


def test_an_untouched_trail_is_whole(trail):
    verdict = trail.verify_chain()
    assert (verdict.whole, verdict.first_bad_seq, verdict.events) == (True, None, 20)
    with trail.reading() as books:
        assert (20, verdict.head) == books.events.head()


def test_an_empty_trail_is_whole(store):
    verdict = store.verify_chain()
    assert (verdict.whole, verdict.events, verdict.head) == (True, 0, GENESIS)


@pytest.mark.parametrize(
    ("tampering", "first_bad"),
    [
        ("UPDATE events SET kind = 'record.read' WHERE seq = 7", 7),
        ("UPDATE events SET at = '2026-03-02T12:00:00.000001+00:00' WHERE seq = 7", 7),
        ("UPDATE events SET actor = 'patient' WHERE seq = 7", 7),
        ("UPDATE events SET tablet = 'u' WHERE seq = 7", 7),
        ("UPDATE events SET episode_id = 'x' WHERE seq = 7", 7),
        ("UPDATE events SET data = '{}' WHERE seq = 7", 7),
        ("UPDATE events SET data = data || ' ' WHERE seq = 7", 7),
        ("UPDATE events SET data = 'no JSON' WHERE seq = 7", 7),
        ("UPDATE events SET prev = 'x' WHERE seq = 7", 7),
        ("UPDATE events SET head = 'x' WHERE seq = 7", 7),
        ("DELETE FROM events WHERE seq = 1", 1),
        ("DELETE FROM events WHERE seq = 7", 7),
        ("DELETE FROM events WHERE seq BETWEEN 7 AND 9", 7),
        ("UPDATE events SET seq = seq + 100 WHERE seq = 7", 7),
        (
            "INSERT INTO events SELECT 21, kind, at, actor, tablet, episode_id, data, "
            "(SELECT head FROM events WHERE seq = 20), 'forged' FROM events WHERE seq = 3",
            21,
        ),
    ],
)
def test_tampering_is_found_and_its_first_place_named(trail, raw, tampering, first_bad):
    raw(*FREE, tampering)
    verdict = trail.verify_chain()
    assert (verdict.whole, verdict.first_bad_seq) == (False, first_bad)


def test_two_swapped_events_are_found(trail, raw):
    raw(
        *FREE,
        "UPDATE events SET seq = 1000 WHERE seq = 5",
        "UPDATE events SET seq = 5 WHERE seq = 12",
        "UPDATE events SET seq = 12 WHERE seq = 1000",
    )
    assert trail.verify_chain().first_bad_seq == 5


def test_two_events_with_swapped_contents_are_found(store, raw):
    for number in range(6):
        note(store, number=number)
    swap = "UPDATE events SET data = json_object('number', 6 - seq) WHERE seq IN (2, 4)"
    raw(*FREE, swap)
    assert store.verify_chain().first_bad_seq == 2


def test_checking_from_a_known_event_sees_what_came_after_it(trail, raw):
    raw(*FREE, "UPDATE events SET actor = 'x' WHERE seq = 15")
    verdict = trail.verify_chain(since=10)
    assert (verdict.first_bad_seq, verdict.events) == (15, 4)
    assert trail.verify_chain(since=15).events == 5


def test_checking_from_an_event_that_is_gone_is_no_success(trail):
    assert not trail.verify_chain(since=99).whole


def test_a_cut_tail_is_found_by_a_head_known_from_elsewhere(trail, raw):
    with trail.reading() as books:
        anchor = dict([books.events.head()])
    raw(*FREE, "DELETE FROM events WHERE seq > 15")
    assert trail.verify_chain().whole  # the chain alone cannot see this
    verdict = trail.verify_chain(anchors=anchor)
    assert (verdict.whole, verdict.first_bad_seq) == (False, 16)


def test_a_cut_tail_is_found_by_the_head_in_a_sealed_record(trail, raw):
    with trail.writing() as books:
        books.episodes.add(an_episode())
        seq, head = books.events.head()
        books.records.add(a_record(chain_seq=seq, chain_head=head), PDF)
    assert trail.verify_chain().whole
    raw(*FREE, "DELETE FROM events WHERE seq > 18")
    assert trail.verify_chain().first_bad_seq == 19


def test_a_trail_rewritten_with_the_key_is_found_by_an_anchor(trail, database, keys, tmp_path):
    with trail.reading() as books:
        anchor = dict([books.events.head()])
    forged = open_store(tmp_path / "forged.db", keys, lambda: NOON)
    note(forged, 20, word="something else")
    assert forged.verify_chain().whole
    assert forged.verify_chain(anchors=anchor).first_bad_seq == 20
    forged.close()


def test_another_key_cannot_continue_the_trail(trail):
    trail._chain_key = derive_keys(b"a stolen file, but not the key..").chain
    assert trail.verify_chain().first_bad_seq == 1


def test_anyone_with_the_key_can_check_an_event_without_this_software(store, keys):
    event = note(store, word="è")
    payload = (
        '{"actor":"account:1","at":"2026-03-02T12:00:00.000000+00:00","data":{"word":"è"},'
        '"episode_id":null,"kind":"account.signed_in","seq":1,"tablet":"t"}'
    )
    message = "litconsent event 1\n" + "0" * 64 + "\n" + payload
    assert event.head == hmac.new(keys.chain, message.encode(), hashlib.sha256).hexdigest()
    assert json.loads(payload)["seq"] == event.seq


def test_an_event_comes_back_as_it_was_appended(store):
    with store.writing() as books:
        books.episodes.add(an_episode())
        given = books.events.append(
            EventKind.DECIDED,
            at=NOON,
            actor="patient",
            tablet="t",
            episode_id="episode-1",
            data={"decision": "refusal", "list": ("a", "b")},
        )
    assert isinstance(given, Event)
    with store.reading() as books:
        assert books.events.of_episode("episode-1") == (given,)
        found = books.events.of_episodes(["episode-1", "none"])
    assert found == {"episode-1": (given,), "none": ()}


def test_many_writers_at_once_never_fork_the_trail(store, database, keys):
    other = open_store(database, keys, lambda: NOON)  # as another process would
    failures = []

    def write(which):
        try:
            for _ in range(25):
                note(which)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(s,)) for s in (store, other) * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert failures == []
    verdict = store.verify_chain()
    assert (verdict.whole, verdict.events) == (True, 200)
