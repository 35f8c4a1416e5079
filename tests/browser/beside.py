"""Another real browser beside the one of a story, on the same server and the same clinic."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from tests.browser.conftest import Story
from tests.browsing import UPRIGHT


@contextmanager
def beside(story: Story, path: str = "/", language: str = "en") -> Iterator[Story]:
    """Open a tablet that this server has never seen, until the block ends."""
    context = story.context.browser.new_context(
        viewport={"width": UPRIGHT[0], "height": UPRIGHT[1]}, has_touch=True
    )
    other = replace(story, context=context, page=context.new_page(), language=language)
    mark = "&" if "?" in path else "?"
    try:
        yield other.show(f"{path}{mark}lang={language}")
    finally:
        context.close()
