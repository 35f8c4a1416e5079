"""Python's search for unreachable cycles, put off while a document is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cycle_search_put_off() -> Iterator[None]:
    """Make no search for unreachable cycles in this process until the document is made.

    A document is some hundred thousand objects that all live until it is done: searching among
    them again and again finds nothing and takes a quarter of the time. Where several documents
    are made at once, the first that is done lets the search begin again.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
