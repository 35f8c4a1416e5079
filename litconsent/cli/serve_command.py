"""`serve`: start the app on this machine."""

import os
import sys

from litconsent.services.clinic import open_clinic
from litconsent.settings import PROJECT, Settings


def serve(settings: Settings) -> int:
    """Become the server; returns only if it cannot start."""
    # A key or a database that is not right is said here, in a sentence, before anything starts.
    open_clinic(settings).store.close()
    os.chdir(PROJECT)
    os.execv(sys.executable, server_command(settings))  # noqa: S606 - no shell, our own arguments


def server_command(settings: Settings) -> list[str]:
    """Return the command that is the server, to be run in the project's folder."""
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(PROJECT / "app.py"),
        f"--server.address={settings.address}",
        f"--server.port={settings.port}",
    ]
