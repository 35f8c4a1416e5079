"""Single pages of the clinic, run without a browser on the one tablet that tests share."""

from streamlit.testing.v1 import AppTest

from litconsent.settings import PROJECT

# The tablet of a session that has no cookie: see `litconsent.ui.visit`.
TABLET = "0" * 64
PAGE = """
import runpy
from litconsent.ui.visit import open_visit
open_visit()
runpy.run_path({path!r})
"""


def screen(script: str = "", *, page: str = "", **query: str) -> AppTest:
    """Run a script, or a page by its name, and return what it shows."""
    source = script or PAGE.format(path=str(PROJECT / "pages" / f"{page}.py"))
    shown = AppTest.from_string(source, default_timeout=30)
    for name, value in query.items():
        shown.query_params[name] = value
    shown.run()
    assert not shown.exception, shown.exception
    return shown
