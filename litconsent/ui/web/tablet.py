"""The cookie that stands for one tablet. Only its SHA-256 ever leaves this module."""

import hashlib
import re
import secrets
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

import streamlit as st
from starlette.responses import Response
from starlette.types import Scope

TABLET_COOKIE = "litconsent-tablet"
SECURE_TABLET_COOKIE = f"__Host-{TABLET_COOKIE}"
IDENTITY_HEADER = "x-litconsent-tablet"  # set by the gate; whatever a client sends is dropped
IDENTITY = "tablet"
LIFETIME_SECONDS = 400 * 24 * 3600  # the longest that browsers keep a cookie

_SHAPE = re.compile(r"[A-Za-z0-9_-]{43}")


def tablet_hash(cookie: str) -> str:
    """Return the SHA-256 of a tablet's cookie in hexadecimal: the only form that is handed on."""
    return hashlib.sha256(cookie.encode()).hexdigest()


def this_tablet() -> str | None:
    """Return the hash of the tablet whose session runs this script; None outside a browser."""
    found = st.user.get(IDENTITY)
    return found if isinstance(found, str) else None


def tablet_of(scope: Scope) -> str | None:
    """Return the hash of the tablet that sends a request, None if it shows no sound cookie."""
    cookie = _cookies(scope).get(cookie_name(scope), "")
    return tablet_hash(cookie) if _SHAPE.fullmatch(cookie) else None


def give_cookie(scope: Scope, response: Response) -> str:
    """Set a new 256-bit tablet cookie on a response and return its hash."""
    cookie = secrets.token_urlsafe(32)
    response.set_cookie(
        cookie_name(scope),
        cookie,
        max_age=LIFETIME_SECONDS,
        path="/",
        secure=is_secure(scope),
        httponly=True,
        samesite="strict",
    )
    return tablet_hash(cookie)


def cookie_name(scope: Scope) -> str:
    """Return the cookie's name; under TLS one that no sub-domain and no plain page can set."""
    return SECURE_TABLET_COOKIE if is_secure(scope) else TABLET_COOKIE


def is_secure(scope: Scope) -> bool:
    """Tell whether a request came through TLS."""
    return scope.get("scheme") in {"https", "wss"}


def _cookies(scope: Scope) -> Mapping[str, str]:
    raw = b"; ".join(value for name, value in scope["headers"] if name == b"cookie")
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(raw.decode("latin-1"))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}
