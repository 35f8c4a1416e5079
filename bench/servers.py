"""The two servers that are compared: each on a fresh port, with data that is thrown away."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from litconsent.domain.editions import Chapter
from litconsent.services.clinic import open_clinic
from litconsent.services.read_leaflet import open_public
from litconsent.settings import PROJECT, Settings
from litconsent.ui.web.options import LOCKED

BENCH = Path(__file__).resolve().parent
START_SECONDS = 60.0
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two sides: how it is started, where its reading begins, its settings."""

    name: str
    script: Path
    health: str
    page: str
    starts: tuple[str, ...]
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Server:
    """A running side."""

    side: Side
    port: int
    pid: int
    start_ms: float

    @property
    def address(self) -> str:
        """Return where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def rss_kb(self) -> int:
        """Return its resident memory in kB."""
        lines = Path(f"/proc/{self.pid}/status").read_text("ascii").splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("VmRSS:")))

    def cpu_ms(self) -> float:
        """Return the processor time that it used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / TICK


def chapters() -> tuple[Chapter, ...]:
    """Return the chapters that a visitor of a new clinic reads, in English."""
    with tempfile.TemporaryDirectory(prefix="litconsent-bench-") as folder:
        place = Path(folder)
        clinic = open_clinic(Settings(place / "data", place / "keys", PROJECT / "content"))
        try:
            return open_public(clinic, "en").chapters
        finally:
            clinic.store.close()


def sides(shown: tuple[Chapter, ...]) -> tuple[Side, Side]:
    """Return our app and the floor."""
    ours = tuple(f"chapter={chapter.id}" for chapter in shown)
    floor = tuple(f"number={number}" for number in range(len(shown)))
    return (
        Side("ours", PROJECT / "app.py", "/healthz", "read", ours),
        Side("floor", BENCH / "floor_app.py", "/_stcore/health", "", floor),
    )


@contextmanager
def running(side: Side, shown: tuple[Chapter, ...], folder: Path) -> Iterator[Server]:
    """Serve a side until the block ends, whatever happens in it."""
    folder.mkdir(parents=True)
    shutil.copytree(PROJECT / ".streamlit", folder / ".streamlit")
    (folder / "chapters.json").write_text(json.dumps([_markdown(one) for one in shown]), "utf-8")
    port = _free_port()
    with (folder / "server.log").open("wb") as log:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(side.script), *_options(port)],
            cwd=folder,
            env=_environment(folder) | dict(side.settings),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _await_health(process, port, side.health, folder / "server.log")
        yield Server(side, port, process.pid, (time.perf_counter() - begun) * 1000)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _markdown(chapter: Chapter) -> str:
    texts = [text for block in chapter.blocks for text in block.text]
    return "\n\n".join([f"# {chapter.title}", *texts])


def _options(port: int) -> list[str]:
    # Our app locks these itself; the floor gets the same, so that the pages alone differ.
    plain = {key: value for key, value in LOCKED.items() if isinstance(value, bool | int)}
    given = [f"--{key}={str(value).lower()}" for key, value in plain.items()]
    return [*given, f"--server.port={port}", "--server.address=127.0.0.1"]


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LITCONSENT_")}
    return kept | {
        "LITCONSENT_DATA": str(folder / "data"),
        "LITCONSENT_KEYS": str(folder / "keys"),
        "XDG_CACHE_HOME": str(folder / "cache"),  # as on a machine that never ran the app
        "BENCH_CHAPTERS": str(folder / "chapters.json"),
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_health(process: subprocess.Popen[bytes], port: int, path: str, log: Path) -> None:
    latest = time.monotonic() + START_SECONDS
    while time.monotonic() < latest and process.poll() is None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            line.request("GET", path)
            if line.getresponse().status == 200:
                return
        except OSError:
            pass
        finally:
            line.close()
        time.sleep(0.02)
    raise SystemExit(f"the server did not start:\n{log.read_text('utf-8')}")
