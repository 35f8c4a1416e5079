"""A real Chromium, and what it asked for while a test drove it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Request, sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
UPRIGHT, LYING = (820, 1180), (1180, 820)
# A page asks a server that is gone ever more seldom, in the end once a minute.
RECONNECTED_MS = 240_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run a browser until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@dataclass
class Traffic:
    """The addresses a page asked for, the bytes it got, and the complaints it made."""

    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    received: int = 0


@contextmanager
def tablet(
    browser: Browser, address: str, size: tuple[int, int] = UPRIGHT
) -> Iterator[tuple[Page, Traffic]]:
    """Open a fresh tablet with a touch screen at an address and wait for the page's heading."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, has_touch=True, device_scale_factor=2
    )
    page, traffic = context.new_page(), Traffic()
    line = context.new_cdp_session(page)
    line.send("Network.enable")

    def count(event: dict[str, float]) -> None:
        traffic.received += int(event["encodedDataLength"])

    def note(request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            traffic.asked.append(request.url)

    line.on("Network.loadingFinished", count)
    page.on("request", note)
    page.on("pageerror", lambda error: traffic.complaints.append(str(error)))
    page.on(
        "console",
        lambda said: traffic.complaints.append(said.text) if said.type == "error" else None,
    )
    page.goto(address)
    page.wait_for_selector("[data-testid=stMain] h1")
    yield page, traffic
    context.close()
