"""A record is there at once, and the running app has it stamped without anybody asking."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from litconsent.domain.decisions import Decision
from litconsent.services.decide import decide
from litconsent.services.seal_record import seal_record
from litconsent.settings import read_settings
from tests.authority import a_local_authority
from tests.journey import INK, PASSWORD, USERNAME

pytestmark = pytest.mark.browser


def test_the_record_says_that_its_stamp_is_awaited_and_later_who_gave_it(story, tmp_path):
    with a_local_authority(tmp_path / "tsa") as authority:
        authority.mood = "slow"
        wanted = {
            "LITCONSENT_TSA_URL": authority.url,
            "LITCONSENT_TSA_CA_FILE": str(authority.ca_file),
        }
        told = story("en", **wanted)
        journey = told.journey.to_the_decision(language="en", clinic_language="en")
        decide(journey.clinic, journey.tablet, Decision.POSTPONED)
        stamps = read_settings(wanted).time_stamps
        clinic = replace(
            journey.clinic, settings=replace(journey.clinic.settings, time_stamps=stamps)
        )
        given = (clinic, journey.tablet, journey.episode_id, USERNAME, PASSWORD)
        # The browser has this thread's event loop, and sealing wants one of its own.
        with ThreadPoolExecutor(1) as apart:
            record = apart.submit(seal_record, *given, strokes=INK).result()
        told.show(f"/record?record={record.id}&lang=en")
        assert "The seal holds without it." in told.text()
        authority.hold.set()
        for _ in range(60):
            if "by Example Time Authority" in told.text():
                break
            told.page.wait_for_timeout(500)
            told.show(f"/record?record={record.id}&lang=en")
        told.walk.tap("document-stamped")
        with told.page.expect_download() as download:
            told.page.locator("a.document").click()
        stamped = download.value.path().read_bytes()
    assert len(stamped) == record.size and b"Example Time" in bytes.fromhex(contents(stamped))


def contents(pdf):
    start = pdf.rindex(b"/Contents <") + len(b"/Contents <")
    return pdf[start : pdf.index(b">", start)].decode()
