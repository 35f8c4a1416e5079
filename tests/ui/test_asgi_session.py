"""A Streamlit session belongs to the tablet that opened it; its id alone opens nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import connect

from litconsent.ui.web.tablet import tablet_hash
from tests.serving import Server, run_script, serving

SCRIPT = """
import secrets
import streamlit as st
from litconsent.ui.web.tablet import this_tablet
st.text("secret=" + st.session_state.setdefault("secret", secrets.token_hex(8)) + ".")
st.text(f"tablet={this_tablet()}.")
"""
FAILING = "import streamlit as st\nraise RuntimeError('/etc/shadow of Ada')"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("session"), SCRIPT) as running:
        yield running


def value(drawn: str, name: str) -> str:
    found = re.search(rf"{name}=(\w+)\.", drawn)
    assert found, drawn
    return found[1]


def test_script_learns_the_hash_and_never_the_cookie(server: Server) -> None:
    cookie = server.tablet()
    with server.stream(cookie) as stream:
        _, drawn = run_script(stream)
    assert value(drawn, "tablet") == tablet_hash(cookie.split("=", 1)[1])


def test_known_session_id_with_another_cookie_takes_over_nothing(server: Server) -> None:
    with server.stream(server.tablet()) as owner:
        session, drawn = run_script(owner)
        with server.stream(server.tablet(), session) as thief:
            stolen_session, stolen = run_script(thief)
        assert stolen_session != session
        assert value(stolen, "secret") != value(drawn, "secret")
        assert value(run_script(owner)[1], "secret") == value(drawn, "secret")


def test_forged_identity_header_takes_over_nothing(server: Server) -> None:
    cookie = server.tablet()
    forged = {"X-Litconsent-Tablet": tablet_hash(cookie.split("=", 1)[1])}
    with server.stream(cookie) as owner:
        session, drawn = run_script(owner)
        with server.stream(server.tablet(), session, forged) as thief:
            assert value(run_script(thief)[1], "secret") != value(drawn, "secret")


def test_closed_session_is_not_handed_to_another_tablet(server: Server) -> None:
    with server.stream(server.tablet()) as owner:
        session, drawn = run_script(owner)
    with server.stream(server.tablet(), session) as thief:
        assert value(run_script(thief)[1], "secret") != value(drawn, "secret")


def test_owner_gets_the_session_back_after_a_broken_line(server: Server) -> None:
    cookie = server.tablet()
    with server.stream(cookie) as before:
        session, drawn = run_script(before)
    with server.stream(cookie, session) as after:
        assert value(run_script(after)[1], "secret") == value(drawn, "secret")


@pytest.mark.parametrize(
    "cookie", [None, "litconsent-tablet=short", "litconsent-tablet=" + "!" * 43]
)
def test_stream_needs_a_tablet(server: Server, cookie: str | None) -> None:
    with pytest.raises(InvalidStatus) as refused:
        server.stream(cookie)
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", None])
def test_stream_needs_our_own_origin(server: Server, origin: str | None) -> None:
    with pytest.raises(InvalidStatus):
        connect(
            f"ws://127.0.0.1:{server.port}/_stcore/stream",
            origin=origin,
            subprotocols=["streamlit"],
            additional_headers={"Cookie": server.tablet()},
        )


def test_garbage_closes_only_its_own_line(server: Server) -> None:
    with server.stream(server.tablet()) as owner:
        _, drawn = run_script(owner)
        with server.stream(server.tablet()) as other:
            other.send(b"\xff\xfe garbage")
            with pytest.raises(ConnectionClosedError, match="1002"):
                for _ in range(20):
                    other.recv(timeout=5)
        assert value(run_script(owner)[1], "secret") == value(drawn, "secret")


def test_failing_page_shows_a_number_and_logs_the_cause(tmp_path: Path) -> None:
    with serving(tmp_path, FAILING) as failing:
        with failing.stream(failing.tablet()) as stream:
            _, drawn = run_script(stream)
        shown = re.search(r"\d{4}-\d{4}", drawn)
        log = failing.log.read_text("utf-8")
    assert shown and f"reference {shown[0]}" in log
    assert "shadow of Ada" in log
    assert "shadow" not in drawn
    assert "Traceback" not in drawn
