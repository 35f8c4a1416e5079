"""`demo`: a fictional clinic in a folder of its own, which is gone when the demonstration ends."""

import os
import secrets
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TextIO

from litconsent.cli.serve_command import server_command
from litconsent.domain.people import AccountRole
from litconsent.services.clinic import open_clinic
from litconsent.services.make_demonstration import USERNAMES, make_demonstration
from litconsent.settings import DEMONSTRATION, PROJECT, SettingInvalid, Settings, read_settings

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_PATIENCE = 10  # seconds for the server to end by itself
# The seal of a token and the stamps of an authority are for records that count.
_REAL = ("LITCONSENT_PKCS11_", "LITCONSENT_TSA_")


def demo(out: TextIO, *, language: str) -> int:
    """Make the clinic, print how to sign in, and serve it until somebody stops it.

    :raises SettingInvalid: if a folder for data or keys is named: it could be a real clinic's.
    """
    _refuse_real_data(os.environ)
    try:
        return _demonstrate(out, language)
    except KeyboardInterrupt:
        return 0


def _demonstrate(out: TextIO, language: str) -> int:
    with _ending_in_order(), tempfile.TemporaryDirectory(prefix="litconsent-demo-") as folder:
        settings = _settings(Path(folder))
        password = "-".join(["demo", *(_group() for _number in range(3))])
        print("Making the fictional clinic, a minute or two …", file=out, flush=True)
        clinic = open_clinic(settings)
        episodes = len(list(make_demonstration(clinic, password=password, language=language)))
        clinic.store.close()
        print(_sheet(settings, password, episodes), file=out, flush=True)
        return _serve(settings)


def _refuse_real_data(environ: Mapping[str, str]) -> None:
    for name in ("LITCONSENT_DATA", "LITCONSENT_KEYS"):
        if name in environ:
            raise SettingInvalid(name, "a demonstration has folders of its own; unset this")


def _settings(root: Path) -> Settings:
    # Fictional minors are among its patients.
    settings = replace(read_settings().thrown_away(root), adults_only=False)
    settings.data_dir.mkdir(mode=0o700)
    (settings.data_dir / DEMONSTRATION).touch()
    return replace(settings, port=_free_port(settings))


def _free_port(settings: Settings) -> int:
    """Return the port of the settings, or another one if a server listens there already."""
    for port in (settings.port, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((settings.address, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    return settings.port


def _group() -> str:
    return "".join(secrets.choice(_LETTERS) for _letter in range(4))


def _sheet(settings: Settings, password: str, episodes: int) -> str:
    roles = {
        AccountRole.LEAD: "the clinic's lead",
        AccountRole.CLINICIAN: "a doctor",
        AccountRole.AUDITOR: "an auditor, who only looks",
    }
    lines = [
        "",
        f"  Demonstration with {episodes} episodes. Everybody in it is made up.",
        f"  Address:   http://{settings.address}:{settings.port}",
        f"  Password:  {password}",
        *(f"  User name: {USERNAMES[role]:<9} ({what})" for role, what in roles.items()),
        "  Ctrl+C stops it and deletes all of it.",
        "",
    ]
    return "\n".join(lines)


def _serve(settings: Settings) -> int:
    places = {
        "LITCONSENT_DATA": str(settings.data_dir),
        "LITCONSENT_KEYS": str(settings.keys_dir),
        "LITCONSENT_ADULTS_ONLY": "no",
    }
    own = {name: value for name, value in os.environ.items() if not name.startswith(_REAL)}
    environ = {**own, **places}
    # No shell, and our own arguments.
    with subprocess.Popen(server_command(settings), cwd=PROJECT, env=environ) as server:  # noqa: S603
        try:
            return server.wait()
        finally:
            server.terminate()
            try:
                server.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                server.kill()


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let the other signals that end a process do what Ctrl+C does, so that nothing stays."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
