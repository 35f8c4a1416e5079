"""A record checked by somebody without an account: what is told, what is refused, what is kept."""

import http.client
import re
from html import escape
from pathlib import Path

import pytest

from litconsent.domain.course import Manner
from litconsent.domain.decisions import Decision
from litconsent.domain.file_problems import Problem
from litconsent.domain.people import Role
from litconsent.i18n.file_words import ENDING, PROBLEM
from litconsent.i18n.text import text_for, working_languages
from litconsent.services.decide import decide, sign
from litconsent.services.seal_record import seal_record
from litconsent.services.withdraw_consent import withdraw_consent
from litconsent.ui.web.quota import Quota
from litconsent.ui.web.verify import EACH
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey
from tests.serving import Answer, Server
from tests.walking import app_server

EDGE = "the-edge-of-a-part"
HEAD = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
FOOT = f"\r\n--{EDGE}--\r\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    with app_server(tmp_path_factory.mktemp("verify")) as (server, clinic):
        journey = Journey(clinic).to_the_decision()
        decide(clinic, TABLET, Decision.CONSENT)
        sign(clinic, TABLET, Role.PATIENT, strokes=INK)
        who = (clinic, TABLET, journey.episode_id, USERNAME, PASSWORD)
        record = seal_record(*who, strokes=INK)
        with clinic.store.reading() as books:
            pdf = books.records.pdf(record.id)
        yield server, clinic, record, pdf


def form(*files: bytes) -> bytes:
    return b"".join(HEAD.encode() + file + b"\r\n" for file in files) + f"--{EDGE}--\r\n".encode()


def send(server: Server, body, language="en", edge=f"; boundary={EDGE}", **headers) -> Answer:
    """Send a form as a browser does; headers are replaced by those given, or left out as None."""
    sent = {
        "Origin": server.address,
        "Content-Type": f"multipart/form-data{edge}",
    } | headers
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    given = {name.replace("_", "-"): value for name, value in sent.items() if value}
    line.request("POST", f"/verify?lang={language}", body=body, headers=given)
    got = line.getresponse()
    answer = Answer(got.status, got.headers, got.read())
    line.close()
    return answer


def found(answer: Answer) -> tuple[str, str]:
    """Return the kind of an answer and its sentence."""
    hit = re.search(r'data-found="(\w+)"><h1><span[^>]*>.</span><span>(.*?)</span>', answer.text)
    assert hit, answer.text
    return hit[1], hit[2]


@pytest.mark.parametrize("code", working_languages())
def test_the_form_is_there_for_everybody_in_their_language_and_without_a_script(place, code):
    answer = place[0].ask(f"/verify?lang={code}")
    text = text_for(code)
    assert answer.status == 200 and not answer.cookies
    assert f'<html lang="{code}" dir="{"rtl" if text.rtl else "ltr"}">' in answer.text
    assert escape(text("Check a record")) in answer.text
    assert '<label for="file">' in answer.text and "<script" not in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_a_record_is_said_to_be_whole_and_nothing_of_its_patient_is_told(place):
    server, clinic, record, pdf = place
    with clinic.store.reading() as books:
        before = books.events.head()
    answer = send(server, form(pdf), "it")
    text = text_for("it")
    assert answer.status == 200
    assert found(answer) == ("good", escape(text(PROBLEM[Problem.NONE])))
    assert record.sha256 in answer.text and clinic.seal().fingerprint in answer.text
    with clinic.store.reading() as books:
        episode = books.episodes.get(record.episode_id)
        assert books.events.head() == before
    for told in (episode.patient.name, record.id, record.episode_id, "Anna Verdi"):
        assert told not in answer.text


def test_a_withdrawal_is_told_to_whoever_holds_the_very_file_and_to_nobody_else(place):
    server, clinic, record, pdf = place
    withdraw_consent(clinic, TABLET, record.id, Manner.ORAL)
    told = ENDING["withdrawn"]
    holder = send(server, form(pdf))
    assert found(holder)[0] == "ended" and told in holder.text
    other = send(server, form(pdf + b"\n"))
    assert found(other) == ("bad", PROBLEM[Problem.BYTES_APPENDED]) and told not in other.text


@pytest.mark.parametrize(
    ("file", "problem"), [(b"", Problem.EMPTY), (b"<script>alert(1)</script>", Problem.NOT_A_PDF)]
)
def test_what_is_no_record_gets_its_sentence_and_is_never_shown(place, file, problem):
    answer = send(place[0], form(file))
    assert found(answer) == ("bad", PROBLEM[problem])
    assert "<script" not in answer.text


def most_memory(server: Server) -> int:
    """Return the most memory that the process which listens there ever took, in kB."""
    mine = f"--port={server.port}".encode()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and mine in (folder / "cmdline").read_bytes().split(b"\0"):
            return int(re.findall(r"VmHWM:\s*(\d+)", (folder / "status").read_text())[0])
    raise AssertionError("no such process")


def test_200_megabytes_get_their_sentence_and_take_no_memory(place):
    server = place[0]
    before = most_memory(server)
    size = 200_000_000
    pieces = (bytes(1_000_000) for _ in range(size // 1_000_000))
    length = str(len(HEAD) + size + len(FOOT))
    answer = send(
        server,
        (piece for part in ([HEAD.encode()], pieces, [FOOT.encode()]) for piece in part),
        Content_Length=length,
    )
    assert answer.status == 413
    assert found(answer) == ("bad", PROBLEM[Problem.TOO_LARGE])
    assert most_memory(server) - before < 90_000


FIELD = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"\r\n\r\nx{FOOT}'.encode()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"file=1", {"Content_Type": "application/x-www-form-urlencoded"}),
        (form(b"%PDF-"), {"edge": ""}),
        (form(b"%PDF-", b"%PDF-"), {}),
        (FIELD, {}),
        (b"\0" * 2000, {}),
    ],
    ids=["another form", "no boundary", "two files", "a field", "noise"],
)
def test_what_is_not_this_form_is_answered_by_the_form(place, body, headers):
    answer = send(place[0], body, **headers)
    assert answer.status == 400
    assert "data-found" not in answer.text and '<label for="file">' in answer.text


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example"])
def test_another_site_cannot_send_the_form(place, origin):
    assert send(place[0], form(b""), Origin=origin).status == 403


def test_who_asks_too_often_has_to_wait_and_the_form_stays(place):
    server = place[0]
    answers = [send(server, form(b"")).status for _ in range(EACH + 1)]
    assert 429 in answers and server.ask("/verify").status == 200


def test_a_quota_is_for_each_for_all_and_for_a_minute():
    now = [0.0]
    quota = Quota(2, 3, 60, clock=lambda: now[0])
    assert [quota.admits(who) for who in "aaabcc"] == [True, True, False, True, False, False]
    now[0] = 60.0
    assert quota.admits("a") and quota.admits("c")
