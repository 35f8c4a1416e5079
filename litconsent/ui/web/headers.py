"""Security headers on every response, and the content security policy behind them."""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from litconsent.ui.web.tablet import is_secure

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

_PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "camera",
        "microphone",
        "geolocation",
        "payment",
        "usb",
        "display-capture",
    )
)


def policy(index_page: str) -> str:
    """Return the policy under which a page runs; only its own inline scripts are let through.

    Inline styles stay allowed: Streamlit writes its styles that way and cannot be told otherwise.
    """
    scripts = " ".join(f"'sha256-{_digest(code)}'" for code in _INLINE_SCRIPT.findall(index_page))
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' {scripts}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "media-src": "'self' blob:",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "frame-src": "'none'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "object-src": "'none'",
    }
    return "; ".join(f"{rule} {sources}" for rule, sources in rules.items())


def _digest(code: str) -> str:
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


class SecurityHeaders:
    """Middleware that adds the headers, whoever made the response."""

    def __init__(self, app: ASGIApp, content_security_policy: str) -> None:
        self.app = app
        self.fixed = {
            "content-security-policy": content_security_policy,
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
            "permissions-policy": _PERMISSIONS,
            "referrer-policy": "no-referrer",
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; dress its response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._dress(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, send_dressed)

    def _dress(self, headers: MutableHeaders, scope: Scope) -> None:
        for name, value in self.fixed.items():
            headers[name] = value
        del headers["access-control-allow-origin"]
        if is_secure(scope):
            headers["strict-transport-security"] = "max-age=31536000"
        if scope["path"].startswith("/_stcore/bidi-components/"):
            headers["cache-control"] = "no-cache"  # their names carry no hash
        elif "cache-control" not in headers:
            headers["cache-control"] = "no-store"
