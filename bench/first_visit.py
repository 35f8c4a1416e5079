"""A first visit in a real Chromium: an empty cache, until the heading can be read."""

import base64
import time
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from servers import Server

CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
HEADING = "[data-testid=stMain] h1"
VISITS = 5


@dataclass(frozen=True, slots=True)
class Visit:
    """How long a visit took in ms until its heading stood there, and what it loaded in bytes."""

    ms: float
    http_bytes: int
    stream_bytes: int
    requests: int


def visit_in_turn(servers: tuple[Server, ...]) -> dict[str, list[Visit]]:
    """Visit each server several times, one after the other; the first visit is the cold one."""
    found: dict[str, list[Visit]] = {server.side.name: [] for server in servers}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        try:
            for _ in range(1 + VISITS):
                for server in servers:
                    found[server.side.name].append(_visit(browser, server))
        finally:
            browser.close()
    return found


def typical(visits: list[Visit]) -> Visit:
    """Return the medians of all visits but the cold one."""
    warm = visits[1:]
    return Visit(
        median(one.ms for one in warm),
        round(median(one.http_bytes for one in warm)),
        round(median(one.stream_bytes for one in warm)),
        round(median(one.requests for one in warm)),
    )


def _visit(browser: Browser, server: Server) -> Visit:
    context = browser.new_context(
        viewport={"width": 820, "height": 1180}, has_touch=True, locale="en-GB"
    )
    try:
        page, loaded, streamed = context.new_page(), [], []

        def count(event: dict[str, Any]) -> None:
            loaded.append(int(event["encodedDataLength"]))

        def count_frame(event: dict[str, Any]) -> None:
            streamed.append(len(base64.b64decode(event["response"]["payloadData"])))

        line = context.new_cdp_session(page)
        line.send("Network.enable")
        line.on("Network.loadingFinished", count)
        line.on("Network.webSocketFrameReceived", count_frame)
        begun = time.perf_counter()
        page.goto(f"{server.address}/", wait_until="commit")
        page.wait_for_selector(HEADING, timeout=60_000)
        took = (time.perf_counter() - begun) * 1000
        page.wait_for_timeout(2000)  # what comes after the heading belongs to the visit's bytes
        return Visit(took, sum(loaded), sum(streamed), len(loaded))
    finally:
        context.close()
