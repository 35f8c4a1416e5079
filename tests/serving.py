"""A real server in a process of its own, around a small script that a test writes."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PROJECT = Path(__file__).parents[1]

ENTRY = """
from litconsent.ui.asgi import create_app
handed_out = {"once": (b"%PDF-1.7 a document", "Consenso perché.pdf")}
app = create_app(
    MAIN, redeem=lambda token, tablet: handed_out.pop(token, None), page_paths=PATHS
)
"""


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def cookies(self) -> list[str]:
        return self.headers.get_all("set-cookie") or []


@dataclass(frozen=True)
class Server:
    """Where a server listens and what it wrote."""

    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Send a request exactly as given; ``_`` in a header's name stands for ``-``."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, path, headers=sent)
        got = line.getresponse()
        answer = Answer(got.status, got.headers, got.read())
        line.close()
        return answer

    def tablet(self) -> str:
        """Return the cookie header of a tablet that this server has not seen before."""
        found = self.ask("/").cookies
        return next(one.split(";")[0] for one in found if one.startswith("litconsent-tablet="))

    def stream(
        self, cookie: str | None, session: str = "", headers: dict[str, str] | None = None
    ) -> ClientConnection:
        """Open the WebSocket as a browser does, or as a thief would."""
        sent = {"Cookie": cookie} if cookie else {}
        return connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            origin=self.address,
            subprotocols=["streamlit", "none", *([session] if session else [])],
            additional_headers=sent | (headers or {}),
            max_size=None,
            close_timeout=1,  # a test that never reads what the server draws has not to wait for it
        )


@contextmanager
def serving(
    folder: Path, main: str, paths: tuple[str, ...] = (), **environment: str
) -> Iterator[Server]:
    """Serve a script until the block ends."""
    (folder / "main.py").write_text(main, "utf-8")
    entry = ENTRY.replace("MAIN", repr(str(folder / "main.py"))).replace("PATHS", repr(paths))
    (folder / "entry.py").write_text(entry, "utf-8")
    port, log = free_port(), folder / "server.log"
    with log.open("wb") as written:
        command = [sys.executable, "-m", "uvicorn", "entry:app", f"--port={port}"]
        process = subprocess.Popen(
            [*command, "--no-server-header"],
            cwd=PROJECT,
            env=os.environ | {"PYTHONPATH": f"{folder}:{PROJECT}"} | environment,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        yield await_health(Server(port, log))
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    """Return a port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_health(server: Server) -> Server:
    """Return the server once it answers; fail with its log after a minute and a half."""
    for _ in range(450):  # several start at once on a busy machine
        try:
            if server.ask("/healthz").status == 200:
                return server
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(server.log.read_text("utf-8"))


def run_script(stream: ClientConnection) -> tuple[str, str]:
    """Run the script once; return the session's id and all the text that it drew."""
    request = BackMsg()
    request.rerun_script.query_string = ""
    stream.send(request.SerializeToString())
    session, drawn = "", []
    while True:
        message = ForwardMsg()
        message.ParseFromString(stream.recv(timeout=20))
        session = message.new_session.initialize.session_id or session
        if message.WhichOneof("type") == "delta":
            drawn.append(re.sub(rb"[^\x20-\x7e]", b" ", message.delta.SerializeToString()).decode())
        if message.WhichOneof("type") == "script_finished":
            return session, " ".join(drawn)
