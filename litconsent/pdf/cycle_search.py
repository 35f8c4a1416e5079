"""Python's search for unreachable cycles, put off while a document is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Makers:
    """How many documents are being made in this process, and whether it searched before them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._count = 0
        self._searched = False

    def begin(self) -> None:
        with self._lock:
            if not self._count:
                self._searched = gc.isenabled()
                gc.disable()
            self._count += 1

    def end(self) -> None:
        with self._lock:
            self._count -= 1
            if not self._count and self._searched:
                gc.enable()


_makers = _Makers()


@contextmanager
def cycle_search_put_off() -> Iterator[None]:
    """Make no search for unreachable cycles in this process until its last document is made.

    A document is some hundred thousand objects that all live until it is done: searching among
    them again and again finds nothing and takes a quarter of the time.
    """
    _makers.begin()
    try:
        yield
    finally:
        _makers.end()
