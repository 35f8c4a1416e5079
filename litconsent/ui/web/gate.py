"""The gate in front of Streamlit: what is not listed is closed, and a session belongs to a tablet.

Streamlit alone hands a live session to whoever presents its id. Here the hash of the tablet's
cookie becomes the session's identity, so the id alone takes over nothing.
"""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from litconsent.ui.web.tablet import IDENTITY_HEADER, tablet_of

STREAM = "/_stcore/stream"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
OPEN_PATHS = frozenset({STREAM, "/_stcore/health", "/_stcore/host-config"})
OPEN_FOLDERS = ("/static/", "/_stcore/bidi-components/litconsent.")
REFUSED = 1008  # WebSocket close code: policy violation


class Gate:
    """Middleware that lets through our own paths, own hosts, own origin and known tablets."""

    def __init__(
        self,
        app: ASGIApp,
        hosts: Collection[str] = (),
        paths: Collection[str] = (),
        folders: Collection[str] = (),
    ) -> None:
        self.app = app
        self.hosts = LOOPBACK | {host.lower().rstrip(".") for host in hosts}
        self.paths = OPEN_PATHS | set(paths)
        self.folders = (*OPEN_FOLDERS, *folders)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is refused; pass on the rest with the tablet's identity in a header."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        tablet = tablet_of(scope)
        if scope["path"] == STREAM and tablet is None:
            refusal = refusal or 403
        if refusal:
            await _refuse(refusal, scope, receive, send)
            return
        await self.app(_with_identity(scope, tablet), receive, send)

    def _refusal(self, scope: Scope) -> int | None:
        headers = Headers(scope=scope)
        if _host_name(headers.get("host", "")) not in self.hosts:
            return 400
        if not _same_origin(scope, headers):
            return 403
        if scope["path"] not in self.paths and not scope["path"].startswith(self.folders):
            return 404
        return None


def _same_origin(scope: Scope, headers: Headers) -> bool:
    origin = headers.get("origin")
    if origin is None:  # browsers always name the origin of a WebSocket and of a POST
        return scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}
    return urlsplit(origin).netloc == headers.get("host")


def _host_name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _with_identity(scope: Scope, tablet: str | None) -> Scope:
    name = IDENTITY_HEADER.encode()
    kept = [(key, value) for key, value in scope["headers"] if key.lower() != name]
    if tablet is not None:
        kept.append((name, tablet.encode()))
    return {**scope, "headers": kept}


async def _refuse(status: int, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": REFUSED})
        return
    words = {400: "Bad request", 403: "Forbidden", 404: "Not found"}[status]
    await PlainTextResponse(words, status)(scope, receive, send)
