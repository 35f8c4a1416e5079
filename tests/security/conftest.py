"""The fixtures of the browser stories, for the attacks that need a real server or browser."""

from tests.browser.conftest import browser, story

__all__ = ["browser", "story"]
