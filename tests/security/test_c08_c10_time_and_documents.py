"""C08 and C10: how long anything stays open, and the one way by which a document leaves."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role
from litconsent.services.clinic import open_clinic
from litconsent.services.decide import decide, sign
from litconsent.services.records import TOKEN_VALID_FOR, issue_download
from litconsent.services.seal_record import seal_record
from litconsent.settings import PROJECT, read_settings
from litconsent.ui.web.options import LOCKED
from tests.journey import INK, PASSWORD, USERNAME
from tests.security.wire import a_tablet
from tests.walking import app_server

CLOSED = [
    "/_stcore/metrics",
    "/_stcore/agent",
    "/_stcore/upload_file/x/y",
    "/media/x.pdf",
    "/component/x/index.html",
    "/app/static/x.pdf",
    "/docs",
    "/openapi.json",
    "/static/../../etc/passwd",
]
PUBLISHES = re.compile(r"\bst\.(download_button|image|pdf|audio|video|file_uploader|logo)\b")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return a running server, and a sealed record on a tablet that the doctor has."""
    with app_server(tmp_path_factory.mktemp("documents")) as (server, clinic):
        cookie, journey = a_tablet(server, clinic)
        journey.to_the_decision()
        decide(clinic, journey.tablet, Decision.CONSENT)
        sign(clinic, journey.tablet, Role.PATIENT, strokes=INK)
        seal = (clinic, journey.tablet, journey.episode_id, USERNAME, PASSWORD)
        record = seal_record(*seal, strokes=INK)
        yield server, clinic, cookie, journey, record


def token(place):
    _server, clinic, _cookie, journey, record = place
    return issue_download(clinic, journey.tablet, record.id)


def test_c08_times_out_of_the_box_are_no_longer_than_the_promise():
    settings = read_settings({})
    assert settings.cover_minutes <= 2 and settings.idle_minutes <= 10
    assert settings.cover_minutes <= settings.lock_minutes <= 15
    assert LOCKED["server.disconnectedSessionTTL"] <= 60


def test_c10_a_document_leaves_once_for_the_tablet_that_asked_and_is_kept_by_nobody(place):
    server, _clinic, cookie, _journey, record = place
    once = token(place)
    first = server.ask(f"/document/{once}", Cookie=cookie)
    assert first.status == 200 and first.body[:5] == b"%PDF-"
    assert len(first.body) == record.size
    assert first.headers["cache-control"] == "no-store"
    assert "Rossi" not in first.headers["content-disposition"]
    again = server.ask(f"/document/{once}", Cookie=cookie)
    assert again.status == 410 and b"%PDF" not in again.body


def test_c10_another_tablet_or_none_gets_no_document_and_does_not_use_the_link_up(place):
    server, _clinic, cookie, _journey, _record = place
    once = token(place)
    assert server.ask(f"/document/{once}", Cookie=server.tablet()).status == 410
    assert server.ask(f"/document/{once}").status == 410
    assert server.ask(f"/document/{once}", "POST", Cookie=cookie).status in (403, 405)
    assert server.ask(f"/document/{once}", "HEAD", Cookie=cookie).status in (405, 410)
    assert server.ask(f"/document/{once}", Cookie=cookie).status == 200


def test_c10_a_link_is_worth_nothing_after_a_minute(place):
    server, clinic, cookie, journey, record = place
    assert timedelta(seconds=60) >= TOKEN_VALID_FOR
    past = replace(clinic, clock=lambda: datetime.now(UTC) - timedelta(seconds=61))
    late = issue_download(past, journey.tablet, record.id)
    assert server.ask(f"/document/{late}", Cookie=cookie).status == 410


@pytest.mark.parametrize("guess", ["x", "", "%00", "../x", "a" * 5000, "'; DROP TABLE records --"])
def test_c10_a_guessed_link_opens_nothing(place, guess):
    server, _clinic, cookie, _journey, _record = place
    path = "/document/" + re.sub(r"[^\w.%/]", lambda m: f"%{ord(m[0]):02X}", guess)
    answer = server.ask(path, Cookie=cookie)
    assert answer.status in (301, 400, 404, 410) and b"%PDF" not in answer.body


@pytest.mark.parametrize("path", CLOSED)
def test_c10_every_other_way_out_is_closed(place, path):
    server, _clinic, cookie, _journey, _record = place
    assert server.ask(path, Cookie=cookie).status in (400, 404)


def test_c10_no_screen_hands_bytes_to_the_media_manager():
    sources = [*(PROJECT / "pages").rglob("*.py"), *(PROJECT / "litconsent").rglob("*.py")]
    assert len(sources) > 100
    found = [str(one) for one in sources if PUBLISHES.search(one.read_text("utf-8"))]
    assert found == []
    assert PUBLISHES.search("st.download_button('x')")


def test_c10_a_restart_of_the_clinic_does_not_revive_a_used_link(place):
    server, clinic, cookie, _journey, _record = place
    once = token(place)
    assert server.ask(f"/document/{once}", Cookie=cookie).status == 200
    again = open_clinic(clinic.settings)
    assert server.ask(f"/document/{once}", Cookie=cookie).status == 410
    again.store.close()
