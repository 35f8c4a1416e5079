"""The page that a browser gets first, in the reader's language and direction at once."""

import html
import re
from functools import cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from litconsent.i18n.languages import negotiate
from litconsent.i18n.text import N_, Text, text_for
from litconsent.ui.web.assets import ROOT
from litconsent.ui.web.spoken import spoken_to
from litconsent.ui.web.tablet import give_cookie, is_secure, tablet_of
from litconsent.ui.web.theme import head_links

LANGUAGE_COOKIE = "lang"
LANGUAGE_SECONDS = 12 * 3600
PRODUCT = N_("LIT Consent")

_PARTS_NOT_OURS = (
    r"<!--.*?-->",
    r'<link rel="shortcut icon"[^>]*>',
    r'<link\s+rel="preload"[^>]*as="font"[^>]*>',
    r'<link rel="service-desc"[^>]*>',
    r"<noscript>.*?</noscript>",
)


@cache
def template() -> str:
    """Return Streamlit's own page without its font, its icon and its words to machines."""
    page = (ROOT / "index.html").read_text("utf-8")
    for part in _PARTS_NOT_OURS:
        page = re.sub(part, "", page, flags=re.DOTALL)
    return page.strip()


async def request_language(request: Request) -> str:
    """Return the language to answer in: ?lang=, else the cookie, else what the browser prefers."""
    offered, cookie = await spoken_to(request), request.cookies.get(LANGUAGE_COOKIE)
    accepted = negotiate(request.headers.get("accept-language"), cookie, offered)
    return negotiate(accepted, request.query_params.get("lang"), offered)


def page_in(text: Text) -> str:
    """Return the first page in one language."""
    direction = "rtl" if text.rtl else "ltr"
    title = html.escape(text(PRODUCT))
    closing = f"<noscript><p>{html.escape(text(N_('This page needs JavaScript.')))}</p></noscript>"
    page = template().replace('<html lang="en">', f'<html lang="{text.code}" dir="{direction}">', 1)
    page = re.sub(r"<title>.*?</title>", lambda _: f"<title>{title}</title>", page, count=1)
    page = page.replace("</head>", f"{head_links()}</head>", 1)
    return page.replace("<body>", f"<body>{closing}", 1)


async def index(request: Request) -> Response:
    """Answer with the first page, the language kept and the tablet known."""
    language = await request_language(request)
    response = HTMLResponse(page_in(text_for(language)), headers={"cache-control": "no-store"})
    response.set_cookie(
        LANGUAGE_COOKIE,
        language,
        max_age=LANGUAGE_SECONDS,
        secure=is_secure(request.scope),
        samesite="lax",
    )
    if tablet_of(request.scope) is None:
        give_cookie(request.scope, response)
    return response
