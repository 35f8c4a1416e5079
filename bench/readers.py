"""Tablets without a screen: each reads over its own WebSocket and turns a chapter at times."""

import asyncio
import http.client
import random
import time
from dataclasses import dataclass, field

from servers import Server
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

TURN_SECONDS = (4.0, 6.0)  # five on the average, so that turns do not fall together
RAMP_SECONDS = 10.0  # all tablets of a clinic do not arrive in one breath
PATIENCE_SECONDS = 30.0
STEP = "nav_next."
BACK = "nav_back."


class PageBroken(Exception):
    """The server answered, but not with the page that was asked for."""


@dataclass(slots=True)
class Seen:
    """What all tablets of one run saw: turns count from the moment when all have arrived."""

    arrivals: list[float] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Reader:
    """One tablet with one open page."""

    def __init__(self, server: Server, stream: ClientConnection, query: str) -> None:
        self.server, self.stream, self.query = server, stream, query
        self.script = ""
        self.buttons: dict[str, str] = {}
        self.kept: set[str] = set()
        self.received = 0

    async def run(self, pressed: str = "") -> float:
        """Run the page once, with a button pressed or none; return the milliseconds it took."""
        self.received = 0
        begun = time.perf_counter()
        await self.stream.send(self._request(pressed))
        self.buttons = {}
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not self._last(ForwardMsg.FromString(await self._message())):
                pass
        return (time.perf_counter() - begun) * 1000

    async def turn(self) -> float:
        """Turn to the next chapter, from the last one back; return the milliseconds it took."""
        before = self.number()
        last = self.server.side.name == "ours" and before == len(self.server.side.starts) - 1
        way = BACK if last else STEP
        took = await self.run(self.buttons[f"{way}{before}"])
        if self.number() != (before + (-1 if last else 1)) % len(self.server.side.starts):
            raise PageBroken(f"chapter {before} led to {self.number()}")
        return took

    def number(self) -> int:
        """Return which chapter is open, by the key of its button.

        :raises PageBroken: if the page has no such button.
        """
        found = next((key for key in self.buttons if key.startswith(STEP)), None)
        if found is None:
            raise PageBroken(f"no way on: {sorted(self.buttons)}")
        return int(found.removeprefix(STEP))

    async def _message(self) -> bytes:
        raw = await self.stream.recv()
        if isinstance(raw, str):
            raise PageBroken(raw)
        self.received += len(raw)
        return raw

    def _request(self, pressed: str) -> bytes:
        request = BackMsg()
        state = request.rerun_script
        state.query_string = self.query
        state.page_script_hash = self.script
        state.page_name = "" if self.script else self.server.side.page
        state.cached_message_hashes.extend(self.kept)
        state.context_info.url = f"{self.server.address}/{self.server.side.page}"
        state.context_info.locale = "en"
        if pressed:
            state.widget_states.widgets.add(id=pressed, trigger_value=True)
        return bytes(request.SerializeToString())

    def _last(self, message: ForwardMsg) -> bool:
        kind = message.WhichOneof("type")
        if message.metadata.cacheable:
            self.kept.add(message.hash)
        if kind == "new_session":
            self.script = message.new_session.page_script_hash
            self.buttons = {}  # a page that switches to another begins to draw anew
        elif kind == "navigation":
            self.script = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta":
            self._note(message.delta)
        return kind == "script_finished" and (
            message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        )

    def _note(self, delta: Delta) -> None:
        if delta.add_block.id.find("callout_failure_") >= 0:
            raise PageBroken("the page showed the failure panel")
        element = delta.new_element
        if element.WhichOneof("type") == "exception":
            raise PageBroken(element.exception.message)
        if element.WhichOneof("type") == "button":
            # the id ends with the key that the page gave to the button
            self.buttons[element.button.id.rpartition("-")[2]] = element.button.id


async def read(server: Server, tablets: int, seconds: float, seen: Seen) -> None:
    """Let so many tablets arrive within the ramp and read for so many seconds after it."""
    steady = time.monotonic() + RAMP_SECONDS
    async with asyncio.TaskGroup() as group:
        for number in range(tablets):
            wait = RAMP_SECONDS * number / tablets
            group.create_task(_tablet(server, number, wait, (steady, steady + seconds), seen))


async def walk_once(server: Server) -> None:
    """Open every chapter once, so that what a server keeps for all is there already."""
    async with await _open(server) as stream:
        reader = Reader(server, stream, server.side.starts[0])
        await reader.run()
        for _ in server.side.starts[1:]:
            await reader.turn()


async def _tablet(
    server: Server, number: int, wait: float, span: tuple[float, float], seen: Seen
) -> None:
    chance, (steady, until) = random.Random(number), span
    await asyncio.sleep(wait)
    try:
        async with await _open(server) as stream:
            reader = Reader(server, stream, server.side.starts[number % len(server.side.starts)])
            seen.arrivals.append(await reader.run())
            while time.monotonic() + TURN_SECONDS[1] < until:
                await asyncio.sleep(chance.uniform(*TURN_SECONDS))
                counts = time.monotonic() >= steady
                took = await reader.turn()
                if counts:
                    seen.turns.append(took)
                    seen.sizes.append(reader.received)
            await asyncio.sleep(until - time.monotonic())
    except (OSError, TimeoutError, WebSocketException, PageBroken, KeyError) as error:
        seen.errors.append(f"tablet {number}: {type(error).__name__}: {error}")


async def _open(server: Server) -> connect:
    cookie = await asyncio.to_thread(_first_page, server)
    return connect(
        f"ws://127.0.0.1:{server.port}/_stcore/stream",
        origin=server.address,  # type: ignore[arg-type]
        subprotocols=["streamlit", "none"],  # type: ignore[list-item]
        additional_headers={"Accept-Language": "en"} | ({"Cookie": cookie} if cookie else {}),
        max_size=None,
    )


def _first_page(server: Server) -> str:
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE_SECONDS)
    try:
        line.request("GET", f"/{server.side.page}", headers={"Accept-Language": "en"})
        answer = line.getresponse()
        answer.read()
        if answer.status != 200:
            raise PageBroken(f"the first page answered {answer.status}")
        given = answer.headers.get_all("set-cookie") or []
        return "; ".join(one.split(";")[0] for one in given)
    finally:
        line.close()
