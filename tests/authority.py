"""A time-stamp authority that we did not write: OpenSSL behind a tiny server, with its own CA."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_CONFIG = """
[tsa]
default_tsa = one
[one]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
certs = {folder}/ca.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ca]
default_ca = book
[book]
database = {folder}/index.txt
default_md = sha256
default_crl_days = 30
[req]
distinguished_name = name
[name]
[v3_ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[v3_tsa]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
crlDistributionPoints = URI:{url}/ca.crl
"""


class LocalAuthority:
    """An authority at an address; `mood` is what it answers with."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url, self.mood, self.asked = folder, url, "well", 0
        self._lock = threading.Lock()
        self.hold = threading.Event()
        folder.mkdir()
        (folder / "openssl.cnf").write_text(_CONFIG.format(folder=folder, url=url))
        (folder / "index.txt").touch()
        (folder / "serial").write_text("01\n")
        self._certify()

    @property
    def ca_file(self) -> Path:
        """Return the file by which its stamps are trusted."""
        return self.folder / "ca.pem"

    def answer(self, query: bytes) -> bytes:
        """Return what the present mood makes of a query."""
        if self.mood in ("page", "noise"):
            return b"<p>Please sign in"
        if self.mood == "refuses":
            return self.stamp(b"not a query")
        # A whole answer, of a trusted authority, to what somebody else asked.
        return self.stamp(self.other_query() if self.mood == "another" else query)

    def other_query(self) -> bytes:
        """Return a query for other bytes than any record's."""
        self._openssl("ts", "-query", "-data", "ca.pem", "-cert", "-sha256", "-out", "other")
        return (self.folder / "other").read_bytes()

    def stamp(self, query: bytes) -> bytes:
        """Return OpenSSL's answer to a query."""
        with self._lock:  # one serial number after the other
            (self.folder / "query").write_bytes(query)
            self._openssl("ts", "-reply", "-queryfile", "query", "-out", "reply")
            return (self.folder / "reply").read_bytes()

    def crl(self) -> bytes:
        """Return the list of what was revoked: nothing."""
        self._openssl("ca", "-gencrl", "-keyfile", "ca.key", "-cert", "ca.pem", "-out", "crl.pem")
        self._openssl("crl", "-in", "crl.pem", "-outform", "DER", "-out", "ca.crl")
        return (self.folder / "ca.crl").read_bytes()

    def _certify(self) -> None:
        new = ("-newkey", "rsa:2048", "-nodes", "-days", "30")
        self._openssl(
            *("req", "-x509", *new, "-keyout", "ca.key", "-out", "ca.pem"),
            *("-subj", "/CN=Example Time CA", "-extensions", "v3_ca"),
        )
        self._openssl(
            *("req", *new[:3], "-keyout", "tsa.key", "-out", "tsa.csr"),
            *("-subj", "/CN=Example Time Authority"),
        )
        self._openssl(
            *("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key"),
            *("-CAcreateserial", "-days", "30", "-out", "tsa.pem"),
            *("-extfile", "openssl.cnf", "-extensions", "v3_tsa"),
        )

    def _openssl(self, *arguments: str) -> None:
        with_config = arguments[0] in ("req", "ts", "ca")
        config = ("-config", "openssl.cnf") if with_config else ()
        subprocess.run(
            ["openssl", arguments[0], *config, *arguments[1:]],
            cwd=self.folder,
            check=True,
            capture_output=True,
        )


@contextmanager
def a_local_authority(folder: Path) -> Iterator[LocalAuthority]:
    """Run an authority on a port of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.authority = LocalAuthority(folder, f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.authority
    finally:
        server.authority.hold.set()
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        authority = self.server.authority
        authority.asked += 1
        query = self.rfile.read(int(self.headers["content-length"]))
        if authority.mood == "slow":
            authority.hold.wait(30)
        if authority.mood == "down":
            self.send_error(503)
            return
        if authority.mood == "flood":
            self._flood()
            return
        kind = "text/html" if authority.mood == "page" else "application/timestamp-reply"
        self._send(kind, authority.answer(query))

    def do_GET(self) -> None:
        if self.server.authority.mood == "no list":
            self.send_error(404)
        else:
            self._send("application/pkix-crl", self.server.authority.crl())

    def _flood(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "application/timestamp-reply")
        self.end_headers()
        with suppress(OSError):  # whoever asked hangs up
            for _ in range(3_000):
                self.wfile.write(b"0" * 1_000)
                self.server.authority.hold.wait(0.002)

    def _send(self, kind: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""
