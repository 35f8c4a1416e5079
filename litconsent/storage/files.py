"""Files that appear whole or not at all, readable by their owner only."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


def make_private_folder(folder: Path) -> None:
    """Create a folder (0700) unless it exists; the mode of an existing one is its owner's."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


@contextmanager
def appearing(final: Path) -> Iterator[Path]:
    """Yield a private empty file to fill; it takes its final name, synced, when all went well.

    A file that meanwhile got the final name stays, and what was filled here is dropped.
    """
    make_private_folder(final.parent)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=final.parent) as folder:
        draft = Path(folder) / final.name
        draft.touch(mode=PRIVATE_FILE, exist_ok=False)
        yield draft
        _sync(draft)
        try:
            # A link never replaces, so of two first starts at once only one creates the file.
            final.hardlink_to(draft)
        except FileExistsError:
            return
    _sync(final.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
