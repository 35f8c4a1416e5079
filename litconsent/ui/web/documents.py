"""The one way by which a document leaves: a token that works once, for one tablet."""

import html
from collections.abc import Callable
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from litconsent.i18n.text import N_, text_for
from litconsent.ui.web.index import request_language
from litconsent.ui.web.tablet import tablet_of
from litconsent.ui.web.theme import head_links

Redeem = Callable[[str, str], tuple[bytes, str] | None]

GONE = N_("This link was used or has expired. Ask the staff for a new one.")


def document_route(redeem: Redeem) -> Route:
    """Return the route ``/document/{token}``; ``redeem`` is called once for each request."""

    async def document(request: Request) -> Response:
        tablet = tablet_of(request.scope)
        found = None
        if tablet is not None and request.method == "GET":
            found = await to_thread.run_sync(redeem, request.path_params["token"], tablet)
        if found is None:
            return _gone(request)
        return _document(*found, download=request.query_params.get("download") == "1")

    return Route("/document/{token}", document)


def _document(content: bytes, file_name: str, *, download: bool) -> Response:
    way = "attachment" if download else "inline"
    return Response(
        content,
        media_type="application/pdf",
        headers={
            "cache-control": "no-store",
            "content-disposition": f"{way}; filename*=UTF-8''{quote(file_name, safe='')}",
        },
    )


def _gone(request: Request) -> Response:
    text = text_for(request_language(request))
    direction = "rtl" if text.rtl else "ltr"
    links = head_links().replace('"./', '"../')
    return HTMLResponse(
        f'<!doctype html><html lang="{text.code}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(text(GONE))}</title>{links}</head>"
        f'<body class="plain"><main><h1>{html.escape(text(GONE))}</h1></main></body></html>',
        status_code=410,
        headers={"cache-control": "no-store"},
    )
