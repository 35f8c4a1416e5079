"""The one way by which a document leaves: a token that works once, for one tablet."""

import html
from collections.abc import Callable, Iterator
from pathlib import PurePath
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from litconsent.i18n.text import N_, text_for
from litconsent.ui.web.index import request_language
from litconsent.ui.web.plain_page import plain_page
from litconsent.ui.web.tablet import tablet_of

Content = bytes | Iterator[bytes]
Redeem = Callable[[str, str], tuple[Content, str] | None]
_PDF = ".pdf"
_TYPES = {_PDF: "application/pdf", ".csv": "text/csv; charset=utf-8", ".zip": "application/zip"}

GONE = N_("This link was used or has expired. Ask the staff for a new one.")


def document_route(redeem: Redeem) -> Route:
    """Return the route ``/document/{token}``; ``redeem`` is called once for each request."""

    async def document(request: Request) -> Response:
        tablet = tablet_of(request.scope)
        found = None
        if tablet is not None and request.method == "GET":
            found = await to_thread.run_sync(redeem, request.path_params["token"], tablet)
        if found is None:
            return await _gone(request)
        return _document(*found, download=request.query_params.get("download") == "1")

    return Route("/document/{token}", document)


def _document(content: Content, file_name: str, *, download: bool) -> Response:
    kind = PurePath(file_name).suffix
    # Only a PDF is shown by the browser itself; everything else is a file to be kept.
    way = "inline" if kind == _PDF and not download else "attachment"
    headers = {
        "cache-control": "no-store",
        "content-disposition": f"{way}; filename*=UTF-8''{quote(file_name, safe='')}",
    }
    if isinstance(content, bytes):
        return Response(content, media_type=_TYPES[kind], headers=headers)
    return StreamingResponse(content, media_type=_TYPES[kind], headers=headers)


async def _gone(request: Request) -> Response:
    text = text_for(await request_language(request))
    sentence = text(GONE)
    body = f"<main><h1>{html.escape(sentence)}</h1></main>"
    return plain_page(text, sentence, body, status=410, folder="../")
