"""An organisation's own sign-in (OpenID Connect) through Streamlit, cut down to a ticket for once.

Streamlit alone keeps who signed in for 30 days in the browser's cookies. A tablet is passed on to
patients, so what it keeps here is good for minutes, and the services take it once.
"""

import html
import secrets
from collections.abc import Mapping
from http.cookies import SimpleCookie

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from litconsent.domain.identities import FRESH
from litconsent.i18n.text import N_, text_for
from litconsent.settings import Organisation
from litconsent.ui.web.index import request_language
from litconsent.ui.web.tablet import is_secure

LOGIN, CALLBACK, RETURN = "/auth/login", "/oauth2callback", "/organisation"
PATHS = frozenset({LOGIN, CALLBACK})
_TICKET = "_streamlit_user"
_TOKENS = "_streamlit_user_tokens"


def streamlit_secrets(organisation: Organisation) -> dict[str, dict[str, object]]:
    """Return what Streamlit has to know of a provider.

    Whoever signs in is asked anew each time: on a tablet that many hands hold, a provider that
    remembers the last doctor would let the next patient in.
    """
    return {
        "auth": {
            "redirect_uri": organisation.redirect,
            "cookie_secret": secrets.token_hex(32),
            "client_id": organisation.client,
            "client_secret": organisation.secret,
            "server_metadata_url": organisation.metadata,
            "client_kwargs": {"prompt": "login", "scope": "openid"},
        }
    }


class ShortTicket:
    """Middleware that makes Streamlit's cookie a short one and leads back to our own page.

    The way back is a page and not a redirect: at the end of redirects that began at another site
    a browser holds back the cookie by which we know the tablet.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the provider's redirect ourselves, with the ticket that Streamlit made."""
        if scope["type"] != "http" or scope["path"] != CALLBACK:
            await self.app(scope, receive, send)
            return
        made: list[bytes] = []

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start":
                made.extend(v for k, v in message["headers"] if k.lower() == b"set-cookie")

        await self.app(scope, receive, keep)
        request = Request(scope)
        response = await _way_back(request)
        for name in request.cookies:
            if name.startswith(_TICKET):
                response.delete_cookie(name)  # a new one, if there is one, follows
        for cookie in made:
            _copy(cookie.decode("latin-1"), response, secure=is_secure(scope))
        await response(scope, receive, send)


async def _way_back(request: Request) -> Response:
    text = text_for(await request_language(request))
    words = html.escape(text(N_("Next")))
    page = (
        f'<!doctype html><html lang="{text.code}" dir="{"rtl" if text.rtl else "ltr"}">'
        f'<meta charset="utf-8"><meta http-equiv="refresh" content="0;url={RETURN}">'
        f'<title>{words}</title><p><a href="{RETURN}">{words}</a></p></html>'
    )
    return HTMLResponse(page, headers={"cache-control": "no-store"})


def _copy(cookie: str, response: Response, *, secure: bool) -> None:
    for name, morsel in _read(cookie).items():
        if name.startswith(_TOKENS):
            continue  # nothing here calls the provider in somebody's name
        life = int(FRESH.total_seconds()) if name.startswith(_TICKET) else None
        ended = morsel["max-age"] == "0" or morsel.value in ("", "null")
        response.set_cookie(
            name,
            morsel.value,
            max_age=0 if ended else life,
            secure=secure,
            httponly=True,
            samesite="lax",
        )


def _read(cookie: str) -> Mapping[str, "SimpleCookie.Morsel[str]"]:  # type: ignore[name-defined]
    jar: SimpleCookie = SimpleCookie()
    jar.load(cookie)
    return jar
