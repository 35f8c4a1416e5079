"""A slow beat that wakes a page whose server was restarted or whose tablet was passed on.

The page asks for its pulse by a small request of its own: a run of the script, even of a fragment,
would cost each reading tablet a hundred times as much.
"""

import secrets
from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from litconsent.domain.tablets import Tablet
from litconsent.ui.web.tablet import tablet_of

_STARTED = secrets.token_hex(8)  # another one after each start of the server


def pulse_of(now: Tablet) -> str:
    """Return what changes as soon as a page that was drawn for this tablet is no longer right."""
    return f"{_STARTED}.{now.epoch}.{now.mode}"


def pulse_route(look: Callable[[str, bool], Tablet]) -> Route:
    """Return the route ``/pulse``; ``look`` tells what the tablet with this hash is now.

    Its second argument tells whether somebody touched the page since it asked last: to read and to
    type is use, although the script does not run.
    """

    async def pulse(request: Request) -> Response:
        tablet = tablet_of(request.scope)
        if tablet is None:
            return Response(status_code=403)
        touched = request.query_params.get("touched") == "1"
        now = await to_thread.run_sync(look, tablet, touched)
        return PlainTextResponse(pulse_of(now), headers={"cache-control": "no-store"})

    return Route("/pulse", pulse)
