"""A browser for each file of stories, and a clinic whose tablet stands where a story begins."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import Error as PlaywrightError

from litconsent.services.clinic import Clinic, open_clinic
from litconsent.settings import PROJECT, Settings
from tests.browsing import UPRIGHT, chromium
from tests.journey import Journey
from tests.serving import Server, await_health, free_port
from tests.walking import Walk, journey_of, settle

# A machine that runs two stories at once can take long to draw what a tap asked for.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS / 2)

_TOLD = pytest.StashKey[list["Story"]]()


@dataclass
class Story:
    """A real server, a real tablet, and the hand of the person who holds it."""

    folder: Path
    server: Server
    clinic: Clinic
    context: BrowserContext
    page: Page
    process: subprocess.Popen[bytes]
    language: str = "en"
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def walk(self) -> Walk:
        return Walk(self.page, self.clinic, self.language)

    @property
    def journey(self) -> Journey:
        return journey_of(self.page, self.clinic)

    def show(self, path: str = "/") -> "Story":
        """Open an address on the tablet and wait for what it shows."""
        self.page.goto(f"{self.server.address}{path}")
        self.page.wait_for_selector("[data-testid=stMain] h1")
        settle(self.page)
        return self

    def text(self) -> str:
        return self.page.locator("[data-testid=stMain]").inner_text()

    def last_seen(self) -> str:
        """Return where the tablet stands, what it shows, and the last words of its server."""
        log = self.server.log.read_text("utf-8", "replace").splitlines()[-20:]
        shown = self.page.evaluate("document.body?.innerText")
        return "\n".join([self.page.url, str(shown), *log])

    def kill(self) -> None:
        """Kill the server as a power cut of the process would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def restart(self) -> None:
        self.process = start(self.folder, self.server.port, **self.environment)
        await_health(self.server)


def start(folder: Path, port: int, **environment: str) -> subprocess.Popen[bytes]:
    places = {
        "LITCONSENT_DATA": str(folder / "data"),
        "LITCONSENT_KEYS": str(folder / "keys"),
    }
    with (folder / "server.log").open("ab") as written:
        return subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "app:app", f"--port={port}", "--no-server-header"],
            cwd=PROJECT,
            env=os.environ | places | environment,
            stdout=written,
            stderr=subprocess.STDOUT,
        )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def story(
    request: pytest.FixtureRequest, browser: Browser, tmp_path: Path
) -> Iterator[Callable[..., Story]]:
    """Return a function that begins a story in a language; all is stopped at the end.

    Settings of the server can be given by their names; ``{port}`` in them is where it listens.
    """
    with ExitStack() as ends:
        told_now = request.node.stash.setdefault(_TOLD, [])

        def begin(language: str = "en", **environment: str) -> Story:
            settings = Settings(tmp_path / "data", tmp_path / "keys", PROJECT / "content")
            clinic = open_clinic(settings)
            ends.callback(clinic.store.close)
            port = free_port()
            places = {name: value.format(port=port) for name, value in environment.items()}
            process = start(tmp_path, port, **places)
            server = await_health(Server(port, tmp_path / "server.log"))
            context = browser.new_context(
                viewport={"width": UPRIGHT[0], "height": UPRIGHT[1]}, has_touch=True
            )
            context.set_default_timeout(PATIENCE_MS)
            ends.callback(context.close)
            page = context.new_page()
            told = Story(tmp_path, server, clinic, context, page, process, language, places)
            told_now.append(told)
            ends.callback(lambda: (told.process.kill(), told.process.wait(10)))
            return told.show(f"/?lang={language}")

        yield begin


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add to a failure what each tablet showed when it happened."""
    report = yield
    if report.when == "call" and report.failed:
        for told in item.stash.get(_TOLD, []):
            with suppress(PlaywrightError):
                report.sections.append(("what the tablet showed", told.last_seen()))
    return report
