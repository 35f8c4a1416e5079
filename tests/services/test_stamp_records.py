"""Records are signed at once and stamped when the authority can: queued, tried again, kept."""

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from litconsent.cli.main import main
from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import State
from litconsent.domain.events import EventKind
from litconsent.domain.people import Role
from litconsent.domain.stamps import Level
from litconsent.services.clinic import open_clinic
from litconsent.services.decide import decide, sign
from litconsent.services.keep_stamping import keep_stamping
from litconsent.services.records import issue_download, open_record, redeem_download
from litconsent.services.seal_record import seal_record
from litconsent.services.stamp_records import stamp_records, waiting_stamps
from litconsent.services.verify_file import verify_file
from litconsent.services.void_record import void_record
from litconsent.settings import read_settings
from litconsent.storage.errors import AppendOnly
from tests.authority import a_local_authority
from tests.journey import INK, PASSWORD, USERNAME, Journey


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    with a_local_authority(tmp_path_factory.mktemp("authority") / "tsa") as running:
        yield running


@pytest.fixture
def environ(settings, authority):
    authority.mood = "well"
    return {
        "LITCONSENT_DATA": str(settings.data_dir),
        "LITCONSENT_KEYS": str(settings.keys_dir),
        "LITCONSENT_TSA_URL": authority.url,
        "LITCONSENT_TSA_CA_FILE": str(authority.ca_file),
        "LITCONSENT_TSA_LEVEL": "B-LTA",
    }


@pytest.fixture
def clinic(environ, clock):
    clock.time = datetime.now(UTC)
    opened = open_clinic(read_settings(environ), clock)
    yield opened
    opened.store.close()


@pytest.fixture
def told(clinic):
    """A refusal, sealed while the authority was down."""
    told = Journey(clinic).to_the_decision()
    decide(clinic, told.tablet, Decision.REFUSAL)
    sign(clinic, told.tablet, Role.PATIENT, strokes=INK)
    told.record = seal_record(clinic, told.tablet, told.episode_id, USERNAME, PASSWORD, strokes=INK)
    return told


def files_of(clinic, record):
    with clinic.store.reading() as books:
        return books.records.pdf(record.id), books.stamps.pdf(record.id)


def test_a_record_is_signed_at_once_and_stamped_when_the_authority_is_back(
    clinic, clock, authority, told
):
    [waiting] = waiting_stamps(clinic)
    assert waiting.record_id == told.record.id and waiting.tries == 0
    for mood in ("down", "page", "another"):
        authority.mood, asked = mood, authority.asked
        [tried] = stamp_records(clinic)
        assert tried.pending and tried.problem and authority.asked == asked + 1
        assert stamp_records(clinic) == ()
        clock.time = tried.next_try
    assert tried.tries == 3 and tried.next_try - tried.queued_at >= timedelta(minutes=7)
    assert open_record(clinic, told.tablet, told.record.id).stamp.pending
    authority.mood, clock.time = "well", datetime.now(UTC) + timedelta(minutes=8)
    [done] = stamp_records(clinic)
    assert (done.pending, done.level, done.authority) == (
        *(False, Level.LTA),
        "Example Time Authority",
    )
    assert waiting_stamps(clinic) == stamp_records(clinic) == ()


def test_record_and_stamped_edition_are_both_known_and_both_handed_out(clinic, told):
    [done] = stamp_records(clinic)
    signed, edition = files_of(clinic, told.record)
    both = verify_file(signed, clinic), verify_file(edition, clinic)
    assert all(one.stands for one in both)
    plain, stamped = (one.verdict for one in both)
    assert plain.valid and plain.sha256 == told.record.sha256 and plain.stamped_at is None
    assert stamped.valid and stamped.sha256 == done.sha256 and stamped.stamped_at
    for wanted, bytes_ in ((False, signed), (True, edition)):
        token = issue_download(clinic, told.tablet, told.record.id, stamped=wanted)
        content, name = redeem_download(clinic, token, told.tablet)
        assert content == bytes_ and name.endswith("-stamped.pdf") == wanted
    with clinic.store.reading() as books:
        last = books.events.of_episode(told.episode_id)
        noted = [one for one in last if one.kind is EventKind.RECORD_STAMPED]
    assert [one.data["sha256"] for one in noted] == [done.sha256]
    assert clinic.store.verify_chain().whole
    void_record(clinic, told.tablet, told.record.id, "Wrong patient chosen")
    for file in (signed, edition):
        assert verify_file(file, clinic).ending.state is State.VOIDED


def test_a_stamped_edition_is_never_changed(clinic, told):
    [done] = stamp_records(clinic)
    with pytest.raises(AppendOnly), clinic.store._transaction(writing=True) as connection:
        connection.exec_driver_sql("UPDATE stamps SET sha256 = 'x'")
    assert files_of(clinic, told.record)[1][:5] == b"%PDF-" and done.size


def test_who_died_while_asking_gives_the_record_back_and_two_ask_only_once(
    clinic, clock, authority, told
):
    authority.mood, asked = "slow", authority.asked
    authority.hold.clear()
    both = [threading.Thread(target=stamp_records, args=(clinic,)) for _ in range(2)]
    for one in both:
        one.start()
    until = time.monotonic() + 10
    while authority.asked == asked and time.monotonic() < until:
        time.sleep(0.01)
    assert stamp_records(clinic) == ()  # taken, and no transaction is open meanwhile
    clock.move(minutes=5)
    assert waiting_stamps(clinic)[0].next_try <= clock.time
    authority.hold.set()
    for one in both:
        one.join(timeout=30)
    assert authority.asked == asked + 2  # for the seal and for the archive
    assert not waiting_stamps(clinic)


def test_the_app_stamps_by_itself_while_it_runs(clinic, told):
    ended = keep_stamping(clinic, pause=0.02)
    until = time.monotonic() + 20
    while waiting_stamps(clinic) and time.monotonic() < until:
        time.sleep(0.02)
    ended.set()
    assert not waiting_stamps(clinic)


def test_a_clinic_without_an_authority_queues_nothing_and_its_files_are_as_small(clinic, told):
    with_room = told.record.size
    alone = replace(clinic, settings=replace(clinic.settings, time_stamps=None))
    again = told.prepare().hand_over().read().hand_back().sign_in()
    again.talk().open_decision()
    decide(alone, told.tablet, Decision.REFUSAL)
    sign(alone, told.tablet, Role.PATIENT, strokes=INK)
    record = seal_record(alone, told.tablet, told.episode_id, USERNAME, PASSWORD, strokes=INK)
    assert [one.record_id for one in waiting_stamps(clinic)] != [record.id]
    assert record.size < with_room - 20_000 and stamp_records(alone) == ()


def test_the_command_says_what_became_of_each_record(
    clinic, told, authority, environ, monkeypatch, capsys
):
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    authority.mood = "down"
    assert main(["stamp"]) == 1
    said = capsys.readouterr().out
    assert told.record.id in said and "cannot be reached" in said and "1 waiting" in said
    main(["doctor"])
    assert "1 awaited since" in capsys.readouterr().out
    authority.mood = "well"
    assert main(["stamp"]) == 0
    assert "B-LTA" in capsys.readouterr().out
    assert main(["stamp"]) == 0
    assert capsys.readouterr().out == "0 waiting\n"
