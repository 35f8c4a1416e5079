"""What is answered outside a page is in a language that this clinic offers."""

import asyncio
from collections.abc import Sequence

import pytest
from starlette.requests import Request
from starlette.responses import Response

from litconsent.i18n.text import working_languages
from litconsent.services.verify_file import Verified
from litconsent.ui.web.failure import session_text
from litconsent.ui.web.index import index
from litconsent.ui.web.spoken import Languages, SpokenLanguages
from litconsent.ui.web.verify import verify_route


def unused(_pdf: bytes) -> Verified:
    raise AssertionError


verify = verify_route(unused, "Europe/Rome").endpoint


def ask(endpoint, languages: Languages, query: str, accepted: str = "") -> str:
    """Return what a server that offers these languages answers to one request."""
    answered: list[Response] = []

    async def inside(scope, receive, send) -> None:
        answered.append(await endpoint(Request(scope, receive)))

    async def nothing(*_: object) -> None:
        raise AssertionError

    scope = {
        **{"type": "http", "method": "GET", "scheme": "http", "path": "/"},
        "query_string": query.encode(),
        "headers": [(b"accept-language", accepted.encode())],
    }
    asyncio.run(SpokenLanguages(inside, languages)(scope, nothing, nothing))
    return answered[0].headers.get("set-cookie", "") + bytes(answered[0].body).decode()


def some() -> Sequence[str]:
    return ("it", "ar")


def unknown() -> Sequence[str]:
    raise OSError("the disk is gone")


@pytest.mark.parametrize(
    ("wanted", "accepted", "spoken"),
    [("ar", "", "ar"), ("de", "ar", "ar"), ("en", "en", "it"), ("xx", "pt", "it")],
)
def test_the_first_page_speaks_only_what_is_offered(wanted, accepted, spoken):
    page = ask(index, some, f"lang={wanted}", accepted)
    assert f'<html lang="{spoken}"' in page and page.startswith(f"lang={spoken};")


def test_the_page_for_checking_offers_what_the_clinic_offers():
    page = ask(verify, some, "lang=de")
    assert page.count("hreflang=") == 2 and '<html lang="it"' in page


def test_a_clinic_that_cannot_be_asked_still_answers_and_tells_of_a_failure():
    assert '<html lang="de"' in ask(index, unknown, "lang=de")
    assert session_text(unknown).code == "en"
    assert session_text(some).code == "it"
    assert ask(verify, working_languages, "").count("hreflang=") == 12
