"""The lead exports all records as documents, sees how far it is, and fetches the file once."""

import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from litconsent.domain.decisions import Decision
from litconsent.services.decide import decide
from litconsent.services.seal_record import seal_record
from tests.browser.pictures import picture
from tests.browser.pills import choose
from tests.journey import INK, PASSWORD, USERNAME

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_all_records_leave_as_one_file_by_a_link_that_works_once(story, tmp_path):
    told = story("en")
    journey = told.journey
    journey.to_the_decision()
    decide(told.clinic, journey.tablet, Decision.POSTPONED)
    whose = told.clinic, journey.tablet, journey.episode_id, USERNAME, PASSWORD
    # Playwright's own loop runs in this thread, and sealing needs one of its own.
    with ThreadPoolExecutor() as elsewhere:
        elsewhere.submit(seal_record, *whose, strokes=INK).result()
    told.show("/records?lang=en")
    told.walk.tap("records-export")
    assert "1 record" in told.text()
    told.walk.write("export-first", "not a day")
    assert "From this day: please write the day as day/month/year" in told.text()
    told.walk.write("export-first", "1/1/2031")
    assert "0 records" in told.text()
    told.walk.write("export-first", "")
    choose(told, "export-way", 1)
    picture(told, "export")
    told.walk.tap("export-make")
    assert "1 of 1 records" in told.text()
    picture(told, "export-done")
    link = told.page.locator("a.document")
    address = link.get_attribute("href")
    with told.page.expect_download() as downloading:
        link.click()
    kept = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(kept)
    assert kept.suffix == ".zip"
    with zipfile.ZipFile(kept) as archive:
        assert archive.testzip() is None
        document, listed = archive.namelist()
        assert archive.read(document).startswith(b"%PDF")
        assert b"Ada Rossi" in archive.read(listed) and "Rossi" not in document
    again = told.context.request.get(f"{told.server.address}{address}")
    assert again.status == 410
    assert not list((told.folder / "data" / "exports").iterdir())
