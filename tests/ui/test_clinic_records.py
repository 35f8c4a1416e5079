"""The records: what was sealed, in the clinic's time, and by a link that works once."""

from dataclasses import replace

import pytest

from litconsent.domain.decisions import Decision
from litconsent.services.clinic import the_clinic
from litconsent.services.decide import decide
from litconsent.services.records import redeem_download
from litconsent.services.seal_record import seal_record
from tests.journey import INK, PASSWORD, USERNAME, Journey
from tests.ui.clinic_screens import TABLET, screen


@pytest.fixture
def sealed(signed_in):
    """Return the record of a patient who wants more time: nobody but the doctor signs."""
    journey = Journey(signed_in, tablet=TABLET).prepare(clinic_language="en")
    journey.hand_over().read().hand_back().sign_in().talk().open_decision()
    decide(signed_in, TABLET, Decision.POSTPONED)
    return seal_record(signed_in, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)


def drawn(page):
    return "".join(one.proto.body for one in page.get("html"))


def test_a_record_shows_what_a_verifier_compares(sealed):
    shown = drawn(screen(page="clinic/record", record=sealed.id))
    assert sealed.sha256 in shown and sealed.chain_head in shown
    assert "python -m litconsent verify" in shown


def test_the_link_appears_only_after_a_tap_and_works_once(sealed):
    page = screen(page="clinic/record", record=sealed.id)
    assert "/document/" not in drawn(page)
    page.button(key="document.show").click().run()
    token = drawn(page).split("/document/")[1].split('"')[0]
    taken = redeem_download(the_clinic(), token, TABLET)
    assert taken is not None and taken[0].startswith(b"%PDF")
    assert redeem_download(the_clinic(), token, TABLET) is None


def test_list_and_record_tell_the_time_of_the_clinics_own_zone(sealed, monkeypatch):
    clinic = the_clinic()
    elsewhere = replace(clinic, settings=replace(clinic.settings, time_zone="Asia/Tokyo"))
    monkeypatch.setattr("litconsent.ui.visit.the_clinic", lambda: elsewhere)
    for page in (screen(page="clinic/records"), screen(page="clinic/record", record=sealed.id)):
        assert "(UTC+09:00)" in drawn(page)


def test_an_unknown_record_is_said_and_gives_no_document(signed_in):
    page = screen(page="clinic/record", record="no-such-record")
    assert len(page.error) == 1 and not [b for b in page.button if b.key.startswith("document")]
