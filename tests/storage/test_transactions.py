"""All or nothing: aborted, crowded, killed and without space."""

import threading

import pytest

from litconsent.domain.errors import UsernameTaken
from litconsent.domain.events import EventKind
from litconsent.storage import database as database_module
from litconsent.storage.database import open_store
from litconsent.storage.errors import DatabaseBusy, DiskFull, FileUnreachable
from tests.builders import NOON, PDF, a_record, an_account, an_episode


def note(books):
    return books.events.append(EventKind.SIGNED_IN, at=NOON, actor="a", tablet="t")


class Rerun(BaseException):
    """A user interface that breaks off its script does not raise an `Exception`."""


@pytest.mark.parametrize("kind", [ValueError, Rerun])
def test_an_exception_takes_everything_back(store, kind):
    with pytest.raises(kind), store.writing() as books:
        books.accounts.add(an_account(), "hash")
        note(books)
        raise kind
    with store.reading() as books:
        assert books.accounts.count() == 0
        assert books.events.head()[0] == 0


def test_after_an_exception_the_next_writer_gets_its_turn(store):
    with pytest.raises(UsernameTaken), store.writing() as books:
        books.accounts.add(an_account(), "hash")
        books.accounts.add(an_account(id="2"), "hash")
    with store.writing() as books:
        assert note(books).seq == 1


def test_readers_cannot_write(store):
    with pytest.raises(FileUnreachable), store.reading() as books:
        note(books)
    with store.writing() as books:
        assert note(books).seq == 1


def test_a_reader_sees_one_moment_while_another_writes(store):
    with store.reading() as before:
        assert before.events.head()[0] == 0
        with store.writing() as books:
            note(books)
        assert before.events.head()[0] == 0
    with store.reading() as after:
        assert after.events.head()[0] == 1


def test_a_writer_that_waits_too_long_is_told_so(store, monkeypatch):
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.05)
    with store.writing(), pytest.raises(DatabaseBusy), store.writing():
        pass


def test_a_writer_of_another_process_is_waited_for_and_then_named_busy(store, database, keys):
    other = open_store(database, keys, lambda: NOON)
    with other._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with store.writing(), pytest.raises(DatabaseBusy), other.writing():
        pass
    other.close()


def test_many_threads_may_read_and_write_at_once(store):
    seen, failures = [], []

    def work(number):
        try:
            with store.writing() as books:
                books.accounts.add(an_account(id=str(number), username=f"u{number}"), "hash")
            with store.reading() as books:
                seen.append(books.accounts.count())
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (failures, max(seen)) == ([], 40)


def test_a_full_disk_keeps_nothing_half_and_goes_on_once_there_is_space(store):
    with store.writing() as books:
        books.episodes.add(an_episode())
    limit_pages(store, extra=4)
    document = PDF + bytes(200_000)
    with pytest.raises(DiskFull), store.writing() as books:
        note(books)
        books.records.add(a_record(document), document)
    with store.reading() as books:
        assert books.events.head()[0] == 0
        assert books.records.latest() == ()
        assert books.episodes.get("episode-1") == an_episode()
    limit_pages(store, extra=1000)
    with store.writing() as books:
        books.records.add(a_record(document, chain_seq=0), document)
        note(books)
    with store.reading() as books:
        assert books.records.pdf("record-1") == document
    assert store.check() == ()
    assert store.verify_chain().events == 1


def limit_pages(store, extra):
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        limit = connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + extra}").scalar_one()
    assert limit == pages + extra
