"""The one style sheet and its fonts, as routes."""

import hashlib
from functools import cache
from importlib.resources import files

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from litconsent.ui.web.assets import FOREVER
from litconsent.ui.web.font_cutting import piece_bytes
from litconsent.ui.web.fonts import LATIN, font_faces


@cache
def style_sheet() -> str:
    """Return the font faces followed by the theme."""
    return (
        font_faces() + "\n" + files("litconsent.ui.theme").joinpath("theme.css").read_text("utf-8")
    )


@cache
def style_address() -> str:
    """Return the address of the style sheet, new whenever its content is."""
    return f"./theme.css?v={hashlib.sha256(style_sheet().encode()).hexdigest()[:12]}"


def head_links() -> str:
    """Return what a page's head needs so that its first paint already looks right."""
    return (
        f'<link rel="preload" href="./font/{LATIN.file_name}" as="font" type="font/woff2"'
        " crossorigin>"
        f'<link rel="stylesheet" href="{style_address()}">'
        '<link rel="icon" href="./icon.svg" type="image/svg+xml">'
    )


async def _style(_request: Request) -> Response:
    return Response(style_sheet(), media_type="text/css", headers={"cache-control": FOREVER})


async def _icon(_request: Request) -> Response:
    drawn = files("litconsent.ui.theme").joinpath("icon.svg").read_bytes()
    return Response(
        drawn, media_type="image/svg+xml", headers={"cache-control": "public, max-age=86400"}
    )


async def _font(request: Request) -> Response:
    piece = await to_thread.run_sync(piece_bytes, request.path_params["name"])
    if piece is None:
        return Response(status_code=404)
    return Response(piece, media_type="font/woff2", headers={"cache-control": FOREVER})


ROUTES = (
    Route("/theme.css", _style),
    Route("/icon.svg", _icon),
    Route("/font/{name}", _font),
)
