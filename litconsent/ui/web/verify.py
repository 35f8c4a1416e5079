"""Check a record without an account: at its own address, and nothing of the file is kept."""

import logging
from collections.abc import Callable

from anyio import CapacityLimiter, Semaphore, WouldBlock, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from litconsent.domain.file_problems import SIZE_LIMIT, Problem
from litconsent.i18n.file_words import PROBLEM
from litconsent.i18n.text import Text, text_for
from litconsent.services.verify_file import Verified
from litconsent.ui.web.index import request_language
from litconsent.ui.web.plain_page import plain_page
from litconsent.ui.web.quota import Quota
from litconsent.ui.web.spoken import spoken_to
from litconsent.ui.web.upload import NoFile, TooLarge, read_upload
from litconsent.ui.web.verify_page import (
    ADDRESS,
    BUSY,
    FAILED,
    TITLE,
    found_html,
    sentence_html,
    verify_html,
)

EACH, IN_ALL = 20, 60  # files a minute
UPLOADS, CHECKS = 4, 1  # at the same time

_log = logging.getLogger(__name__)


def verify_route(
    check: Callable[[bytes], Verified], zone: str, quota: Quota | None = None
) -> Route:
    """Return the route; ``check`` is called in a thread with the bytes of one file."""
    asked = quota or Quota(EACH, IN_ALL)
    uploads, checks = Semaphore(UPLOADS), CapacityLimiter(CHECKS)

    async def answered(request: Request, _: Text) -> tuple[int, str]:
        if not asked.admits(request.client.host if request.client else ""):
            return 429, sentence_html(_(BUSY))
        try:
            uploads.acquire_nowait()
        except WouldBlock:
            return 503, sentence_html(_(BUSY))
        try:
            pdf = await read_upload(request, SIZE_LIMIT)
            found = await to_thread.run_sync(check, pdf, limiter=checks)
        except TooLarge:
            return 413, sentence_html(_(PROBLEM[Problem.TOO_LARGE]), "bad")
        except NoFile:
            return 400, ""
        except Exception:  # noqa: BLE001
            # What could not be checked is never called valid; the cause is for the log alone.
            _log.exception("a file could not be checked")
            return 500, sentence_html(_(FAILED))
        finally:
            uploads.release()
        return 200, found_html(_, found, zone)

    async def verify(request: Request) -> Response:
        text, offered = text_for(await request_language(request)), await spoken_to(request)
        status, answer = await answered(request, text) if request.method == "POST" else (200, "")
        body = verify_html(text, answer, offered)
        return plain_page(text, text(TITLE), body, kind="verify", status=status)

    return Route(ADDRESS, verify, methods=["GET", "POST"])
