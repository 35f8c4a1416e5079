"""The ASGI application: Streamlit between our gate, our routes and our error page."""

import gc
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    asynccontextmanager,
    nullcontext,
)
from functools import partial
from threading import Thread
from typing import Any, TypedDict

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from streamlit.starlette import App

from litconsent.i18n.text import working_languages
from litconsent.ui.web.assets import CompressedAssets
from litconsent.ui.web.documents import Redeem, document_route
from litconsent.ui.web.failure import show_failure
from litconsent.ui.web.font_cutting import piece_bytes
from litconsent.ui.web.fonts import LATIN
from litconsent.ui.web.gate import Gate
from litconsent.ui.web.headers import SecurityHeaders, policy
from litconsent.ui.web.index import index, template
from litconsent.ui.web.options import lock_options
from litconsent.ui.web.organisation import PATHS, ShortTicket
from litconsent.ui.web.spoken import Languages, SpokenLanguages
from litconsent.ui.web.theme import ROUTES

# Each page is drawn in a thread. With Python's usual 5 ms the loop that sends what was drawn waits
# for other pages' threads at every message.
SWITCH_SECONDS = 0.001


class Shell(TypedDict):
    """The arguments of Streamlit's ``App``, apart from the script."""

    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]
    lifespan: Callable[[Any], AbstractAsyncContextManager[dict[str, Any] | None]]
    on_script_error: Callable[[Exception], bool | None]


def shell(
    *,
    redeem: Redeem,
    page_paths: Sequence[str],
    allowed_hosts: Sequence[str] = (),
    routes: Sequence[Route] = (),
    running: Callable[[], AbstractContextManager[None]] = nullcontext,
    organisation: bool = False,
    languages: Languages = working_languages,
) -> Shell:
    """Return everything that stands around the script, and lock Streamlit's options.

    ``page_paths`` are the addresses of all pages, without slash; ``allowed_hosts`` the names under
    which tablets reach this server besides the loopback; ``routes`` further addresses of our own;
    ``running`` is entered once, before the first request, and left at the end; ``organisation``
    opens the way to and from an organisation's own sign-in; ``languages`` tells which are offered.
    """
    lock_options()
    pages = [Route(f"/{path.strip('/')}", index) for path in dict.fromkeys(("", *page_paths))]
    ours = [*pages, *ROUTES, document_route(redeem), Route("/healthz", _healthy), *routes]
    paths, folders = _addresses(ours)
    paths |= PATHS if organisation else set()
    return Shell(
        routes=ours,
        middleware=[
            Middleware(SpokenLanguages, languages=languages),
            Middleware(SecurityHeaders, content_security_policy=policy(template())),
            Middleware(Gate, hosts=allowed_hosts, paths=paths, folders=folders),
            Middleware(CompressedAssets),
            *([Middleware(ShortTicket)] if organisation else ()),
        ],
        lifespan=_lifespan_of(running),
        on_script_error=partial(show_failure, languages=languages),
    )


def create_app(
    main_script: str,
    *,
    redeem: Redeem,
    page_paths: Sequence[str],
    allowed_hosts: Sequence[str] = (),
    routes: Sequence[Route] = (),
) -> App:
    """Return the application around a script; see ``shell`` for the arguments."""
    around = shell(redeem=redeem, page_paths=page_paths, allowed_hosts=allowed_hosts, routes=routes)
    return App(main_script, **around)


def _addresses(routes: Sequence[Route]) -> tuple[set[str], tuple[str, ...]]:
    folders = tuple(route.path.partition("{")[0] for route in routes if "{" in route.path)
    return {route.path for route in routes if "{" not in route.path}, folders


async def _healthy(_request: Request) -> Response:
    return PlainTextResponse("ok")


def _lifespan_of(
    running: Callable[[], AbstractContextManager[None]],
) -> Callable[[Any], AbstractAsyncContextManager[dict[str, Any] | None]]:
    @asynccontextmanager
    async def lifespan(_app: App) -> AsyncIterator[dict[str, Any] | None]:
        with running():
            Thread(target=piece_bytes, args=(LATIN.file_name,), daemon=True).start()
            gc.collect()
            gc.freeze()  # what start-up made stays; later collections need not look at it
            sys.setswitchinterval(SWITCH_SECONDS)
            yield None

    return lifespan
