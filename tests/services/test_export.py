"""Exports: what is in them, who may make and fetch them, and that nothing of them stays."""

import csv
import io
import os
import zipfile
from datetime import date

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.errors import NotAllowed, NothingToExport
from litconsent.domain.events import EventKind
from litconsent.domain.selections import Selection
from litconsent.services.clinic import open_clinic
from litconsent.services.decide import decide
from litconsent.services.export_records import Order, Way, count_records, export_records
from litconsent.services.hand_out import hand_out
from litconsent.services.records import records
from litconsent.services.seal_record import seal_record
from litconsent.services.sign_in import sign_in
from litconsent.services.sign_out import sign_out
from litconsent.services.waiting_files import FETCHED_WITHIN
from litconsent.settings import PROJECT, Settings
from tests.builders import a_patient
from tests.conftest import Clock
from tests.journey import INK, OTHER_TABLET, PASSWORD, TABLET, USERNAME, Journey

FORMULA = "=HYPERLINK(1)"


def seal(clinic, name="Ada Rossi", decision=Decision.POSTPONED):
    journey = Journey(clinic).prepare(patient=a_patient(name=name), language="en")
    journey.hand_over().read().hand_back().sign_in().talk().open_decision()
    decide(clinic, TABLET, decision)
    return seal_record(clinic, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)


@pytest.fixture(scope="module")
def clock():
    return Clock()


@pytest.fixture(scope="module")
def clinic(tmp_path_factory, clock):
    """Yield a clinic with a postponement, and a day later a refusal with a formula for a name."""
    root = tmp_path_factory.mktemp("exports")
    opened = open_clinic(Settings(root / "data", root / "keys", PROJECT / "content"), clock)
    Journey(opened).set_up()
    seal(opened)
    clock.move(days=1)
    Journey(opened).sign_in()
    seal(opened, FORMULA, Decision.REFUSAL)
    yield opened
    opened.store.close()


@pytest.fixture
def sealed(clinic):
    """Return the clinic with nothing waiting to be fetched."""
    for file in files(clinic):
        file.unlink()
    return clinic


def order(way=Way.LIST, **parts):
    named = parts.pop("named", False)
    return Order(Selection(**parts), way, "it", named=named)


def fetched(clinic, wanted, tablet=TABLET):
    *before, last = export_records(clinic, tablet, wanted)
    assert not any(step.token for step in before)
    content, name = hand_out(clinic, last.token, tablet)
    return b"".join(content), name


def files(clinic):
    folder = clinic.settings.data_dir / "exports"
    return list(folder.iterdir()) if folder.exists() else []


def test_the_list_opens_in_a_spreadsheet_of_the_clinics_language(sealed):
    content, name = fetched(sealed, order())
    assert name.endswith(".csv") and content.startswith(b"\xef\xbb\xbf")
    head, first, second = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    assert "Paziente" in head and "Ada Rossi" in first and "1961-05-17" in first
    assert first[0] == "2026-05-04T11:30:00+02:00"
    assert f"'{FORMULA}" in second and len(head) == len(first) == len(second)


def test_the_archive_holds_each_document_as_it_was_sealed_and_the_list(sealed):
    content, name = fetched(sealed, order(Way.DOCUMENTS))
    with zipfile.ZipFile(io.BytesIO(content)) as archive, sealed.store.reading() as books:
        assert archive.testzip() is None and name.endswith(".zip")
        held = {books.records.pdf(row.record.id) for row in records(sealed, TABLET)}
        names = [one for one in archive.namelist() if one.endswith(".pdf")]
        assert {archive.read(one) for one in names} == held and len(names) == 2
        assert not any("Rossi" in one or "HYPERLINK" in one for one in archive.namelist())
        listed = archive.read("documenti.csv").decode()
        assert all(one in listed for one in names)


def test_names_stand_in_the_names_of_files_only_when_it_is_wanted(sealed):
    content, _name = fetched(sealed, order(Way.DOCUMENTS, named=True))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first, second, _list = archive.namelist()
    assert first.startswith("Ada-Rossi-postponed-") and second.startswith("HYPERLINK-1-refusal-")


def test_days_and_decisions_select(sealed):
    def count(**parts):
        return count_records(sealed, TABLET, Selection(**parts))

    assert count() == 2
    assert count(first=date(2026, 5, 5)) == 1 and count(last=date(2026, 5, 4)) == 1
    assert count(first=date(2026, 5, 4), last=date(2026, 5, 5)) == 2
    assert count(decisions=frozenset({Decision.REFUSAL})) == 1
    assert count(decisions=frozenset()) == 0
    with pytest.raises(NothingToExport):
        list(export_records(sealed, TABLET, order(decisions=frozenset({Decision.CONSENT}))))


def test_each_exported_record_is_noted(sealed):
    fetched(sealed, order(Way.DOCUMENTS))
    for row in records(sealed, TABLET):
        with sealed.store.reading() as books:
            last = books.events.of_episode(row.episode.id)[-1]
        assert last.kind is EventKind.RECORD_EXPORTED
        assert last.data == {"record": row.record.id, "way": "documents"}


def test_an_export_is_fetched_once_by_the_tablet_that_made_it_and_its_file_is_gone(sealed):
    *_steps, last = export_records(sealed, TABLET, order())
    assert hand_out(sealed, last.token, OTHER_TABLET) is None
    content, _name = hand_out(sealed, last.token, TABLET)
    assert files(sealed) == []
    assert b"".join(content)
    assert hand_out(sealed, last.token, TABLET) is None


def test_an_export_expires(sealed, clock):
    *_steps, last = export_records(sealed, TABLET, order())
    clock.move(seconds=FETCHED_WITHIN.total_seconds())
    assert hand_out(sealed, last.token, TABLET) is None


def test_the_file_that_waits_is_private_and_unreadable_without_its_link(sealed):
    list(export_records(sealed, TABLET, order(Way.DOCUMENTS)))
    [file] = files(sealed)
    assert file.stat().st_mode & 0o077 == 0 and file.parent.stat().st_mode & 0o077 == 0
    content = file.read_bytes()
    # Long enough that half a megabyte of ciphertext does not hold it by chance.
    assert b"Ada Rossi" not in content and b"%PDF-1.7" not in content
    assert not content.startswith(b"PK\x03\x04")


def test_nothing_is_kept_or_noted_of_an_export_that_is_broken_off(sealed):
    with sealed.store.reading() as books:
        before = books.events.head()
    steps = export_records(sealed, TABLET, order(Way.DOCUMENTS))
    next(steps)
    assert len(files(sealed)) == 1
    steps.close()
    assert files(sealed) == []
    with sealed.store.reading() as books:
        assert books.events.head() == before


def test_signing_out_stops_an_export_under_way(sealed):
    sign_in(sealed, OTHER_TABLET, USERNAME, PASSWORD)
    steps = export_records(sealed, OTHER_TABLET, order(Way.DOCUMENTS))
    next(steps)
    sign_out(sealed, OTHER_TABLET)
    with pytest.raises(NotAllowed):
        list(steps)
    assert files(sealed) == []


def test_what_a_crash_left_behind_is_deleted_by_the_next_export(sealed, clock):
    list(export_records(sealed, TABLET, order()))
    [left] = files(sealed)
    long_ago = clock().timestamp() - 3 * FETCHED_WITHIN.total_seconds()
    os.utime(left, (long_ago, long_ago))
    list(export_records(sealed, TABLET, order()))
    assert left not in files(sealed) and len(files(sealed)) == 1


def test_a_tablet_that_was_handed_on_fetches_nothing_of_the_clinic(sealed):
    sign_in(sealed, OTHER_TABLET, USERNAME, PASSWORD)
    *_steps, last = export_records(sealed, OTHER_TABLET, order())
    Journey(sealed, OTHER_TABLET).prepare().hand_over()
    assert hand_out(sealed, last.token, OTHER_TABLET) is None
