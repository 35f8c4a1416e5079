"""A writer that is killed at any moment loses nothing that it had acknowledged."""

import subprocess
import sys
import time
from pathlib import Path

from litconsent.storage.database import open_store
from litconsent.storage.keys import load_or_create_keys
from tests.builders import NOON

WRITER = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from litconsent.domain.events import EventKind
from litconsent.storage.database import open_store
from litconsent.storage.keys import load_or_create_keys

now = lambda: datetime.now(UTC)
store = open_store(Path(sys.argv[1]), load_or_create_keys(Path(sys.argv[2])), now)
while True:
    with store.writing() as books:
        event = books.events.append(
            EventKind.SIGNED_IN, at=now(), actor="a", tablet="t", data={"text": "x" * 3000}
        )
    os.write(1, f"{event.seq} {event.head}\\n".encode())
"""


def acknowledged_until_killed(database: Path, key_file: Path, seconds: float) -> list[str]:
    """Run a writer, kill it without a warning, and return what it had acknowledged."""
    command = [sys.executable, "-c", WRITER, str(database), str(key_file)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    lines = [writer.stdout.readline()]
    time.sleep(seconds)
    writer.kill()
    lines += writer.stdout.readlines()
    writer.stdout.close()
    writer.wait()
    return [line.strip() for line in lines if line.endswith("\n")]


def test_no_acknowledged_event_is_lost_when_the_writer_is_killed(tmp_path):
    database, key_file = tmp_path / "litconsent.db", tmp_path / "keys" / "master.key"
    keys = load_or_create_keys(key_file)
    promised: dict[int, str] = {}
    for turn in range(5):
        lines = acknowledged_until_killed(database, key_file, 0.05 + 0.03 * turn)
        assert lines
        promised |= {int(seq): head for seq, head in (line.split() for line in lines)}
        store = open_store(database, keys, lambda: NOON)
        verdict = store.verify_chain(anchors=promised)
        assert verdict.whole, verdict
        assert verdict.events >= max(promised)
        assert store.check() == ()
        store.close()
    assert len(promised) > 5
