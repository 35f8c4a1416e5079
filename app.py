"""The application: start it with ``streamlit run app.py`` or ``uvicorn app:app``."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from streamlit.starlette import App

from litconsent.domain.tablets import Tablet
from litconsent.pdf.verdict_apart import verdict_apart
from litconsent.services.access import tablet_of
from litconsent.services.clinic import the_clinic
from litconsent.services.hand_out import hand_out
from litconsent.services.keep_stamping import keep_stamping
from litconsent.services.set_up import announce_setup_code
from litconsent.services.verify_file import Verified, verify_file
from litconsent.settings import read_settings
from litconsent.ui.asgi import shell
from litconsent.ui.heartbeat import pulse_route
from litconsent.ui.routes import ADDRESSES
from litconsent.ui.visit import languages_of
from litconsent.ui.web.organisation import streamlit_secrets
from litconsent.ui.web.verify import verify_route

SETTINGS = read_settings()
MAIN = Path(__file__).parent / "litconsent" / "ui" / "main.py"


def redeem(token: str, tablet: str) -> tuple[bytes | Iterator[bytes], str] | None:
    """Hand out a record or an export once, to the tablet that asked for it."""
    return hand_out(the_clinic(), token, tablet)


def look(tablet: str, touched: bool) -> Tablet:
    """Tell what a tablet is now; only a touch counts as use."""
    return tablet_of(the_clinic(), tablet, active=touched)


def check(pdf: bytes) -> Verified:
    """Judge a file for whoever has it; nothing of it is kept or noted."""
    return verify_file(pdf, the_clinic(), verdict_apart)


def languages() -> Sequence[str]:
    """Tell which languages this clinic offers now."""
    return languages_of(the_clinic())


@contextmanager
def running() -> Iterator[None]:
    """Open the clinic before the first request, print a set-up code, and stamp what waits."""
    announce_setup_code(the_clinic())
    stamping = keep_stamping(the_clinic())
    try:
        yield
    finally:
        stamping.set()


# Streamlit finds the application by reading this source: the name App must stand here.
app = App(
    MAIN,
    secrets=streamlit_secrets(SETTINGS.organisation) if SETTINGS.organisation else None,
    **shell(
        redeem=redeem,
        page_paths=ADDRESSES,
        allowed_hosts=SETTINGS.hosts,
        routes=[pulse_route(look), verify_route(check, SETTINGS.time_zone)],
        running=running,
        organisation=SETTINGS.organisation is not None,
        languages=languages,
    ),
)
