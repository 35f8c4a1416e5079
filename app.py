"""The application: start it with ``streamlit run app.py`` or ``uvicorn app:app``."""

from pathlib import Path

from streamlit.starlette import App

from litconsent.ui.asgi import shell
from litconsent.ui.routes import ADDRESSES

MAIN = Path(__file__).parent / "litconsent" / "ui" / "main.py"

# Streamlit finds the application by reading this source: the name App must stand here.
app = App(MAIN, **shell(redeem=lambda token, tablet: None, page_paths=ADDRESSES))
