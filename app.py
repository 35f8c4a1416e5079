"""The application: start it with ``streamlit run app.py`` or ``uvicorn app:app``."""

from collections.abc import Iterator
from pathlib import Path

from streamlit.starlette import App

from litconsent.domain.tablets import Tablet
from litconsent.services.access import tablet_of
from litconsent.services.clinic import the_clinic
from litconsent.services.hand_out import hand_out
from litconsent.services.set_up import announce_setup_code
from litconsent.settings import read_settings
from litconsent.ui.asgi import shell
from litconsent.ui.heartbeat import pulse_route
from litconsent.ui.routes import ADDRESSES
from litconsent.ui.web.organisation import streamlit_secrets

SETTINGS = read_settings()
MAIN = Path(__file__).parent / "litconsent" / "ui" / "main.py"


def redeem(token: str, tablet: str) -> tuple[bytes | Iterator[bytes], str] | None:
    """Hand out a record or an export once, to the tablet that asked for it."""
    return hand_out(the_clinic(), token, tablet)


def look(tablet: str, touched: bool) -> Tablet:
    """Tell what a tablet is now; only a touch counts as use."""
    return tablet_of(the_clinic(), tablet, active=touched)


def start() -> None:
    """Open the clinic before the first request, and print the code for the first account."""
    announce_setup_code(the_clinic())


# Streamlit finds the application by reading this source: the name App must stand here.
app = App(
    MAIN,
    secrets=streamlit_secrets(SETTINGS.organisation) if SETTINGS.organisation else None,
    **shell(
        redeem=redeem,
        page_paths=ADDRESSES,
        allowed_hosts=SETTINGS.hosts,
        routes=[pulse_route(look)],
        on_start=start,
        organisation=SETTINGS.organisation is not None,
    ),
)
