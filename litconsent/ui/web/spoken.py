"""The languages that this server offers, known to every answer outside a page."""

import logging
from collections.abc import Callable, Sequence

from anyio import to_thread
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from litconsent.i18n.text import working_languages

Languages = Callable[[], Sequence[str]]
_KEY = "litconsent.languages"

_log = logging.getLogger(__name__)


class SpokenLanguages:
    """Middleware that lets each answer ask which languages are offered now."""

    def __init__(self, app: ASGIApp, languages: Languages) -> None:
        self.app = app
        self._languages = languages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Keep the question in the scope; whoever needs the answer asks it."""
        scope[_KEY] = self._languages
        await self.app(scope, receive, send)


async def spoken_to(request: Request) -> Sequence[str]:
    """Return the languages in which this request may be answered."""
    return await to_thread.run_sync(spoken, request.scope.get(_KEY, working_languages))


def spoken(languages: Languages) -> Sequence[str]:
    """Return what is offered, or all that the interface speaks if that cannot be found out."""
    try:
        return languages()
    except Exception:  # noqa: BLE001
        # A page that tells of a failure must not fail itself.
        _log.exception("which languages are offered is not known")
        return working_languages()
