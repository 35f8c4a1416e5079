"""The card with which another tablet takes over an episode, and what comes after it."""

from html import escape
from urllib.parse import urlsplit

import streamlit as st

from litconsent.domain.pairings import Pairing, Purpose, grouped
from litconsent.i18n.text import ltr
from litconsent.services.offer_pairing import offer_pairing, pairing_open
from litconsent.ui.clinic_live import draw_live_now
from litconsent.ui.components import figure
from litconsent.ui.html import paragraphs
from litconsent.ui.qr import qr_svg
from litconsent.ui.told import told
from litconsent.ui.visit import Visit, visit
from litconsent.ui.web.gate import LOOPBACK

_PAIRING = "clinic.pairing"
BEAT_SECONDS = 3


def offer(visit: Visit, episode_id: str, purpose: Purpose) -> None:
    """Make a code for another tablet and keep it for this page."""
    with told(visit.text):
        st.session_state[_PAIRING] = offer_pairing(visit.clinic, visit.tablet, episode_id, purpose)


def offered(episode_id: str) -> bool:
    """Tell whether this page has made a code for this episode."""
    pairing = st.session_state.get(_PAIRING)
    return isinstance(pairing, Pairing) and pairing.episode_id == episode_id


@st.fragment(run_every=BEAT_SECONDS)
def draw_pairing() -> None:
    """Draw the code while it is open; once it was used, draw where the patient is."""
    pairing: Pairing = st.session_state[_PAIRING]
    if pairing_open(visit().clinic, visit().tablet, pairing):
        _code(visit(), pairing)
    elif draw_live_now(pairing.episode_id) is None:
        _ = visit().text
        with st.container(key="callout_warning_pairing"):
            paragraphs([_("This code has expired or was replaced.")])
        _again(visit(), pairing)


def _code(visit: Visit, pairing: Pairing) -> None:
    _, address = visit.text, _address(visit)
    with st.container(key="card_pairing"):
        st.header(_("Open it on the other tablet"), anchor=False)
        with st.container(key="pairing_sides"):
            figure(
                "pairing.qr",
                svg=qr_svg(f"{address}/join?code={pairing.code}"),
                alt=_("QR code for the other tablet"),
                caption="",
            )
            with st.container(key="pairing_words"):
                paragraphs([_("Scan this with the camera of the other tablet.")])
                paragraphs([_("Or open this address there, tap “I have a code” and type:")])
                code, where = escape(ltr(grouped(pairing.code))), escape(ltr(address))
                st.html(f'<p class="pairing-address">{where}</p><p class="pairing">{code}</p>')
                until = _.time(pairing.expires_at, visit.clinic.settings.time_zone)
                paragraphs([_("It works once, until {time}.", time=until)], tag="small")
                _again(visit, pairing)
    if urlsplit(address).hostname in LOOPBACK:
        with st.container(key="callout_warning_loopback"):
            paragraphs(
                [
                    _("Only this computer reaches this address, so no tablet will."),
                    _("Set LITCONSENT_HOSTS to the server's name, or hand this tablet over."),
                ]
            )


def _again(visit: Visit, pairing: Pairing) -> None:
    _ = visit.text
    if st.button(_("Make a new code"), key="pairing.again"):
        offer(visit, pairing.episode_id, pairing.purpose)
        st.rerun()


def _address(visit: Visit) -> str:
    """Return where tablets reach this server: as the desk does, or by the name in the settings."""
    here = urlsplit(st.context.url or "")
    name = here.netloc
    if here.hostname in LOOPBACK and visit.clinic.settings.hosts:
        port = f":{here.port}" if here.port else ""
        name = visit.clinic.settings.hosts[0] + port
    return f"{here.scheme or 'http'}://{name}"
