"""The messages between a browser and the server, made by hand as an attacker would."""

from collections.abc import Iterable

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from websockets.sync.client import ClientConnection

from litconsent.ui.web.tablet import tablet_hash
from tests.journey import Journey
from tests.serving import Server


def a_tablet(server: Server, clinic) -> tuple[str, Journey]:
    """Return the cookie of a tablet never seen before, and the journey that it goes on."""
    cookie = server.tablet()
    return cookie, Journey(clinic, tablet=tablet_hash(cookie.split("=", 1)[1]))


def rerun(*, page: str = "", query: str = "", taps: Iterable[str] = ()) -> bytes:
    """Return the message that asks for a page by the hash of its address, with buttons tapped."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = page
    message.rerun_script.page_script_hash = calc_hash(page) if page else ""
    for tap in taps:
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.trigger_value = tap, True
    return message.SerializeToString()


def answer(stream: ClientConnection, message: bytes) -> tuple[str, bytes]:
    """Send a message; return the session's id and all that was drawn until its last run ended."""
    session, drawn = "", b""
    stream.send(message)
    while True:
        forward = ForwardMsg()
        forward.ParseFromString(stream.recv(timeout=10))
        session = forward.new_session.initialize.session_id or session
        if forward.WhichOneof("type") == "delta":
            drawn += forward.delta.SerializeToString()
        # A page that sends its reader elsewhere runs again at once.
        early = forward.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
        if forward.WhichOneof("type") == "script_finished" and not early:
            return session, drawn
