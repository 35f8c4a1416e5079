"""`serve`: start the app on this machine."""

import os
import sys

from litconsent.settings import PROJECT, Settings


def serve(settings: Settings) -> int:
    """Become the server; returns only if it cannot start."""
    app = PROJECT / "app.py"
    arguments = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(app),
        f"--server.address={settings.address}",
        f"--server.port={settings.port}",
    ]
    os.chdir(PROJECT)
    os.execv(sys.executable, arguments)  # noqa: S606 - no shell, our own arguments
