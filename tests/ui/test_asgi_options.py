"""Streamlit stays locked whatever a file in somebody's home directory says."""

import json
import os
import subprocess
import sys
from pathlib import Path

from litconsent.ui.web.options import LOCKED
from tests.serving import PROJECT, Server, await_health, free_port

HOSTILE = """
[server]
address = "0.0.0.0"
enableAgentApi = true
enableXsrfProtection = false
maxUploadSize = 5000
[browser]
gatherUsageStats = true
[client]
showErrorDetails = "full"
toolbarMode = "developer"
[runner]
postScriptGC = true
"""
ASK = """
import json
import os
from litconsent.ui.web.options import LOCKED, lock_options
from streamlit import config
lock_options()
config.get_config_options(force_reparse=True)
print(json.dumps({option: config.get_option(option) for option in [*LOCKED, "server.address"]}))
"""


def test_hostile_home_directory_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(HOSTILE, "utf-8")
    answer = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=PROJECT,
        env={"HOME": str(tmp_path), "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        check=True,
    )
    found = json.loads(answer.stdout.splitlines()[-1])
    assert found.pop("server.address") == "127.0.0.1"
    assert found == dict(LOCKED)


def test_streamlit_run_serves_our_application(tmp_path: Path) -> None:
    """Streamlit finds an App by reading the source of app.py, so the source must show one."""
    port, log = free_port(), tmp_path / "log"
    command = ["-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    places = {
        "LITCONSENT_DATA": str(tmp_path / "data"),
        "LITCONSENT_KEYS": str(tmp_path / "keys"),
    }
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=PROJECT,
            env=os.environ | places,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        assert await_health(Server(port, log)).ask("/_stcore/metrics").status == 404
    finally:
        process.terminate()
        process.wait(10)
