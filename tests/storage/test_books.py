"""What is put into a book comes out of it as it was."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from litconsent.domain.answers import Answers, Notes
from litconsent.domain.errors import RecordUnknown, StaleDraft, UsernameTaken
from litconsent.domain.people import FamilyMember, Role
from litconsent.domain.plans import PlannedCompound
from litconsent.domain.signatures import Method
from litconsent.domain.statements import Statement
from litconsent.domain.tablets import Mode, Tablet
from litconsent.storage.columns import canonical_json, utc_text
from litconsent.storage.downloads import Wanted
from litconsent.storage.errors import AlreadySealed, AlreadySigned
from litconsent.storage.setup_codes import SetupCode
from litconsent.storage.throttle import Throttle
from tests.builders import (
    NOON,
    PDF,
    a_letterhead,
    a_patient,
    a_plan,
    a_record,
    a_signature,
    an_account,
    an_episode,
)

LATER = NOON + timedelta(minutes=1)


def test_the_letterhead_is_replaced_and_not_multiplied(store):
    with store.writing() as books:
        assert books.letterhead.get() is None
        books.letterhead.put(a_letterhead())
        books.letterhead.put(a_letterhead(name="Clinica Nuova"))
        assert books.letterhead.get() == a_letterhead(name="Clinica Nuova")


def test_a_setup_code_counts_its_tries_and_its_use(store):
    with store.writing() as books:
        assert books.setup_codes.get() is None
        books.setup_codes.put("old", NOON)
        books.setup_codes.put("hash", LATER)
        books.setup_codes.count_try()
        books.setup_codes.count_try()
        assert books.setup_codes.get() == SetupCode("hash", LATER, tries=2)
        books.setup_codes.use(NOON)
        assert books.setup_codes.get().used_at == NOON


def test_accounts_are_found_by_id_and_by_user_name(store):
    bob = an_account(id="2", username="bob", active=False)
    with store.writing() as books:
        books.accounts.add(an_account(), "hash")
        books.accounts.add(bob, "hash of bob")
        assert books.accounts.by_id("2") == bob
        assert books.accounts.by_id("3") is None
        assert books.accounts.by_username("bob") == (bob, "hash of bob")
        assert books.accounts.by_username("Bob") is None
        assert books.accounts.all() == (bob, an_account())
        books.accounts.set_password_hash("2", "new")
        assert books.accounts.by_username("bob")[1] == "new"
        assert books.accounts.by_username("dr.bianchi")[1] == "hash"


def test_a_user_name_is_given_once(store):
    with store.writing() as books:
        books.accounts.add(an_account(), "hash")
        with pytest.raises(UsernameTaken):
            books.accounts.add(an_account(id="2"), "hash")
        assert books.accounts.count() == 1


def test_a_throttle_starts_at_zero_and_can_be_cleared(store):
    with store.writing() as books:
        assert books.throttle.get("k") == Throttle()
        books.throttle.put("k", Throttle(5))
        books.throttle.put("k", Throttle(6, LATER))
        assert books.throttle.get("k") == Throttle(6, LATER)
        books.throttle.clear("k")
        assert books.throttle.get("k") == Throttle()


def test_a_tablet_is_what_it_was_made_last(store):
    tablet = Tablet("h", Mode.PATIENT, None, "episode-1", 3, "ar")
    with store.writing() as books:
        assert books.tablets.get("h") is None
        assert books.tablets.seen_at("h") is None
        books.tablets.put(Tablet("h", Mode.CLINIC, "account-1"), NOON)
        books.tablets.put(tablet, NOON)
        books.tablets.touch("h", LATER)
        assert books.tablets.get("h") == tablet
        assert books.tablets.seen_at("h") == LATER


def test_an_edition_is_kept_once_under_its_hash(store):
    with store.writing() as books:
        assert books.editions.get("h") is None
        books.editions.put("h", "lit", "ar", {"title": "علاج", "n": [1, 2]})
        books.editions.put("h", "lit", "ar", {"title": "another"})
        assert books.editions.get("h") == {"title": "علاج", "n": [1, 2]}


def test_an_episode_comes_back_equal(store):
    compounds = (
        PlannedCompound("lidocaine", "Sì, perché «funziona»", "20 mg"),
        PlannedCompound("ketoprofen", "الألم", off_label=True),
    )
    episode = an_episode(
        patient=a_patient(name="Ｏ'Brien <b>Ada</b>"),
        plan=a_plan(compounds=compounds, areas=("knee", "neck")),
        who=Statement(family=FamilyMember("Bea Verdi", "daughter"), paper="Decree 1"),
        specimen=True,
    )
    with store.writing() as books:
        books.episodes.add(episode)
        assert books.episodes.get("episode-1") == episode
        assert books.episodes.get("episode-2") is None


def test_the_latest_episodes_come_first(store):
    with store.writing() as books:
        for number in (2, 1, 3):
            at = NOON + timedelta(days=number)
            books.episodes.add(an_episode(id=str(number), prepared_at=at))
        assert [episode.id for episode in books.episodes.newest_first()] == ["3", "2", "1"]
        assert [episode.id for episode in islice(books.episodes.newest_first(), 1)] == ["3"]


def test_a_draft_that_another_tab_saved_is_not_overwritten(store):
    with store.writing() as books:
        assert books.drafts.get("e", "patient") == ({}, 0)
        assert books.drafts.save("e", "patient", {"a": 1}, 0, NOON) == 1
        assert books.drafts.save("e", "patient", {"a": 2}, 1, NOON) == 2
        for stale in (0, 1, 3):
            with pytest.raises(StaleDraft):
                books.drafts.save("e", "patient", {"a": "lost"}, stale, NOON)
        assert books.drafts.get("e", "patient") == ({"a": 2}, 2)
        assert books.drafts.get("e", "clinic") == ({}, 0)


def test_a_draft_cannot_begin_at_a_version_that_never_was(store):
    with pytest.raises(StaleDraft), store.writing() as books:
        books.drafts.save("e", "patient", {}, 1, NOON)


def test_answers_and_notes_survive_a_draft(store):
    answers = Answers(pressed=False, read=("why", "how"), questions="Posso guidare?\nE poi?")
    notes = Notes(resolved={"Q10": "We drew it."}, acknowledged=("ketoprofen",))
    with store.writing() as books:
        books.drafts.save("e", "patient", answers.to_data(), 0, NOON)
        books.drafts.save("e", "clinic", notes.to_data(), 0, NOON)
    with store.reading() as books:
        assert Answers.from_data(books.drafts.get("e", "patient")[0]) == answers
        assert Notes.from_data(books.drafts.get("e", "clinic")[0]) == notes


def test_signatures_come_back_in_their_order_and_stroke_for_stroke(store):
    family = a_signature(role=Role.FAMILY, method=Method.TYPED, strokes=(), typed="Bea Verdi")
    with store.writing() as books:
        books.episodes.add(an_episode())
        books.signatures.add("episode-1", "7", a_signature())
        books.signatures.add("episode-1", "7", family)
        books.signatures.add("episode-1", "9", a_signature())
        assert books.signatures.of_round("episode-1", "7") == (a_signature(), family)
        assert books.signatures.of_round("episode-1", "8") == ()


def test_a_role_signs_once_in_a_round(store):
    with store.writing() as books:
        books.episodes.add(an_episode())
        books.signatures.add("episode-1", "7", a_signature())
        with pytest.raises(AlreadySigned) as refused:
            books.signatures.add("episode-1", "7", a_signature(name="Somebody else"))
    assert refused.value.role is Role.PATIENT


def test_a_record_is_found_by_all_that_names_it(store):
    record = a_record(specimen=True)
    with store.writing() as books:
        books.episodes.add(an_episode())
        books.records.add(record, PDF)
        assert books.records.get("record-1") == record
        assert books.records.by_sha256(record.sha256) == record
        assert books.records.of_episode("episode-1") == books.records.latest() == (record,)
        assert books.records.pdf("record-1") == PDF
        assert books.records.get("other") is books.records.by_sha256("other") is None
        with pytest.raises(RecordUnknown):
            books.records.pdf("other")


def test_one_decision_is_sealed_once_and_the_error_brings_its_record(store):
    with store.writing() as books:
        books.episodes.add(an_episode())
        books.records.add(a_record(), PDF)
    with pytest.raises(AlreadySealed) as refused, store.writing() as books:
        books.records.add(a_record(b"another", id="record-2"), b"another")
    assert refused.value.record == a_record()
    with store.writing() as books:
        books.records.add(a_record(b"another", id="record-2", round="2"), b"another")
        assert [r.id for r in books.records.latest()] == ["record-2", "record-1"]
        assert [r.id for r in books.records.of_episode("episode-1")] == ["record-1", "record-2"]


@pytest.fixture
def issued(store):
    with store.writing() as books:
        books.episodes.add(an_episode())
        books.records.add(a_record(), PDF)
        books.downloads.add("token", "record-1", "tablet", LATER)
    return store


def redeem(store, ticket="token", tablet="tablet", at=NOON):
    with store.writing() as books:
        return books.downloads.redeem(ticket, tablet, at)


def test_a_download_is_redeemed_once(issued):
    assert redeem(issued) == Wanted("record-1", stamped=False)
    assert redeem(issued) is None


@pytest.mark.parametrize(
    "wrong", [{"tablet": "another"}, {"ticket": "another"}, {"at": LATER}], ids=str
)
def test_a_download_is_not_for_another_tablet_nor_for_later(issued, wrong):
    assert redeem(issued, **wrong) is None
    assert redeem(issued) == Wanted("record-1", stamped=False)


def test_expired_downloads_are_forgotten(issued):
    with issued.writing() as books:
        books.downloads.forget_expired(LATER)
    assert redeem(issued) is None


def test_a_time_without_a_zone_is_refused(store):
    with pytest.raises(StatementError), store.writing() as books:
        books.episodes.add(an_episode(prepared_at=datetime(2026, 3, 2, 12, 0)))


def test_times_come_back_in_utc(store):
    rome = NOON.astimezone(timezone(timedelta(hours=1)))
    with store.writing() as books:
        books.episodes.add(an_episode(prepared_at=rome))
        stored = books.episodes.get("episode-1").prepared_at
    assert stored == NOON
    assert stored.tzinfo is UTC


@given(st.lists(st.datetimes(timezones=st.timezones()), min_size=2, max_size=5))
def test_the_order_of_stored_times_is_the_order_of_time(moments):
    instants = [replace_fold(moment) for moment in moments]
    assert sorted(instants, key=utc_text) == sorted(instants)


def replace_fold(moment):
    return moment.replace(fold=0).astimezone(UTC)


@given(st.dictionaries(st.text(), st.integers() | st.text() | st.none() | st.booleans()))
def test_canonical_json_is_one_text_for_one_value(value):
    turned = dict(reversed(value.items()))
    assert canonical_json(value) == canonical_json(turned)
