"""What the network meets before any page: headers, closed paths, first bytes, documents."""

import gzip
import re
from collections.abc import Iterator
from urllib.parse import urlencode

import brotli
import pytest

from litconsent.ui.web.tablet import tablet_hash
from tests.serving import Server, serving

SCRIPT = "import streamlit as st\nst.title('A page')"
CLOSED = (
    "/media/0123456789abcdef.pdf",
    "/_stcore/metrics",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/interact",
    "/_stcore/upload_file/a/b",
    "/_stcore/script-health-check",
    "/_stcore/bidi-components/other.part/x.js",
    "/component/anything/index.html",
    "/app/static/x.txt",
    "/auth/login",
    "/index.html",
    "/nowhere",
    "/static/../../../config.py",
    "/font/../theme.css",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("asgi"), SCRIPT, ("read",)) as running:
        yield running


def test_first_byte_is_in_the_readers_language(server: Server) -> None:
    page = server.ask("/read?lang=it").text
    assert '<html lang="it" dir="ltr">' in page


def test_language_of_the_browser_is_taken_when_none_is_chosen(server: Server) -> None:
    answer = server.ask("/", accept_language="pt, it;q=0.8, en;q=0.2")
    assert '<html lang="it"' in answer.text
    assert any(one.startswith("lang=it;") for one in answer.cookies)


@pytest.mark.parametrize("code", ["../../etc/passwd", "it\x00", "x" * 2000, "%s", "zz", "<b>"])
def test_unknown_language_falls_back(server: Server, code: str) -> None:
    answer = server.ask("/?" + urlencode({"lang": code}))
    assert answer.status == 200
    assert '<html lang="en"' in answer.text


def test_page_is_not_stored_and_names_no_machine_interface(server: Server) -> None:
    answer = server.ask("/")
    assert answer.headers["cache-control"] == "no-store"
    assert "openapi" not in answer.text
    assert "<title>Streamlit</title>" not in answer.text


def test_tablet_cookie_is_long_and_out_of_reach_of_scripts(server: Server) -> None:
    cookie = next(one for one in server.ask("/").cookies if one.startswith("litconsent-tablet="))
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert len(cookie.split(";")[0].split("=")[1]) == 43
    assert len(tablet_hash("a cookie")) == 64


def test_known_tablet_keeps_its_cookie(server: Server) -> None:
    again = server.ask("/", cookie=server.tablet())
    assert not any("tablet" in one for one in again.cookies)


@pytest.mark.parametrize("path", CLOSED)
def test_path_is_closed(server: Server, path: str) -> None:
    assert server.ask(path).status in {400, 404}
    assert server.ask(path, "POST").status in {400, 403, 404}


@pytest.mark.parametrize("path", ["/", "/theme.css", "/nowhere", "/healthz", "/_stcore/health"])
def test_every_response_carries_the_headers(server: Server, path: str) -> None:
    headers = server.ask(path).headers
    scripts = re.search(r"script-src ([^;]*)", headers["content-security-policy"])
    assert scripts and re.fullmatch(r"'self' 'sha256-[A-Za-z0-9+/=]+'", scripts[1])
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil", ""])
def test_foreign_host_is_refused(server: Server, host: str) -> None:
    assert server.ask("/", host=host).status == 400


def test_foreign_origin_is_refused(server: Server) -> None:
    answer = server.ask("/", origin="http://evil.example")
    assert answer.status == 403


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_scripts_are_compressed_and_kept_for_good(server: Server, encoding: str) -> None:
    script = re.search(r'src="\.(/static/js/index[^"]+)"', server.ask("/").text)
    assert script
    answer = server.ask(script[1], accept_encoding=encoding)
    plain = server.ask(script[1], accept_encoding="identity")
    assert answer.headers["content-encoding"] == encoding
    assert "immutable" in answer.headers["cache-control"]
    assert len(answer.body) * 2 < len(plain.body)
    unpack = brotli.decompress if encoding == "br" else gzip.decompress
    assert unpack(answer.body) == plain.body


def test_latin_font_is_small(server: Server) -> None:
    name = re.search(r"font/latin\.[0-9a-f]+\.woff2", server.ask("/").text)
    assert name
    font = server.ask(f"/{name[0]}")
    assert font.body[:4] == b"wOF2"
    assert len(font.body) < 60_000


def test_document_opens_once_and_only_for_a_tablet(server: Server) -> None:
    tablet = server.tablet()
    assert server.ask("/document/once").status == 410
    first = server.ask("/document/once?download=1", cookie=tablet)
    assert first.body == b"%PDF-1.7 a document"
    assert first.headers["cache-control"] == "no-store"
    assert first.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''Consenso%20perch%C3%A9.pdf"
    )
    second = server.ask("/document/once", cookie=tablet)
    assert second.status == 410
    assert b"PDF-1.7" not in second.body
