"""Nothing leaves the clinic while a patient reads, decides and signs, and nothing complains."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import LYING, chromium, tablet
from tests.walking import Walk, app_server

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def test_no_request_leaves_this_machine_on_the_whole_way(browser: Browser, tmp_path: Path) -> None:
    with (
        app_server(tmp_path) as (server, clinic),
        tablet(browser, f"{server.address}/?lang=it", LYING) as (page, traffic),
    ):
        sockets: list[str] = []
        page.on("websocket", lambda one: sockets.append(one.url))
        screens = list(Walk(page, clinic, "it").whole())
        refused = page.evaluate(
            """() => fetch("https://example.com/").then(() => "", why => String(why))"""
        )
    stray = [one for one in traffic.asked if not one.startswith(server.address + "/")]
    assert [one for one in stray if "example.com" not in one] == []
    assert "TypeError" in refused, "the page's own policy must stop a request that tries to leave"
    assert all(one.startswith(f"ws://127.0.0.1:{server.port}/") for one in sockets)
    assert screens[-1] == "records"
    assert len(traffic.asked) > 20
    assert [one for one in traffic.complaints if "example.com" not in one] == []
