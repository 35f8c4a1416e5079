"""Which pages exist for a tablet: by its mode, which the server keeps, and by nothing else."""

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from litconsent.domain.tablets import Mode
from litconsent.i18n.text import N_, Text
from litconsent.settings import PROJECT

PAGES = PROJECT / "pages"

_ORGANISATION = ("clinic/organisation", N_("Sign in"), "organisation")
_JOIN = ("patient/join", N_("I have a code"), "join")

# script, title, address; the first of a mode is where it begins and has no address.
_TABLE: Mapping[Mode, tuple[tuple[str, str, str], ...]] = {
    Mode.VISITOR: (
        ("patient/welcome", N_("Welcome"), ""),
        ("patient/read", N_("Read"), "read"),
        _JOIN,
        ("clinic/sign_in", N_("Sign in"), "sign-in"),
        ("clinic/set_up", N_("Set up the clinic"), "set-up"),
        _ORGANISATION,
    ),
    Mode.CLINIC: (
        ("clinic/board", N_("Board"), ""),
        ("clinic/prepare", N_("Prepare"), "prepare"),
        ("clinic/plans", N_("Usual plans"), "plans"),
        ("clinic/episode", N_("Episode"), "episode"),
        ("clinic/consultation", N_("Consultation"), "consultation"),
        ("clinic/records", N_("Records"), "records"),
        ("clinic/record", N_("Record"), "record"),
        ("clinic/session", N_("Session"), "session"),
        ("clinic/withdraw", N_("Withdrawal"), "withdraw"),
        ("clinic/export", N_("Export"), "export"),
        ("clinic/blanks", N_("Blank forms"), "blanks"),
        ("clinic/pin", N_("PIN"), "pin"),
        ("clinic/formulary", N_("Formulary"), "formulary"),
        ("clinic/accounts", N_("Accounts"), "accounts"),
        ("clinic/audit", N_("Self-audit"), "self-audit"),
        ("clinic/release", N_("Release"), "release"),
        _ORGANISATION,
        _JOIN,
    ),
    Mode.PATIENT: (("patient/walk", N_("Your reading"), ""),),
    Mode.WAITING: (("patient/waiting", N_("Thank you"), ""), _JOIN, _ORGANISATION),
    Mode.DECIDING: (("patient/decide", N_("Your decision"), ""),),
    Mode.COVERED: (("patient/covered", N_("Paused"), ""), _ORGANISATION),
    Mode.LOCKED: (("patient/locked", N_("Paused"), ""), _ORGANISATION),
    Mode.FREE: (("patient/free", N_("This tablet is free"), ""), _JOIN, _ORGANISATION),
}

# Every address there is, so that the server answers each of them with the frame.
ADDRESSES = tuple(
    dict.fromkeys(address for rows in _TABLE.values() for _script, _title, address in rows)
)

_REGISTERED = "shell.pages"


def register(mode: Mode, _: Text) -> StreamlitPage:
    """Register the pages of a mode and return the one that this run shows."""
    pages = {
        script: st.Page(
            PAGES / f"{script}.py", title=_(title), url_path=address or None, default=not address
        )
        for script, title, address in _TABLE[mode]
    }
    st.session_state[_REGISTERED] = pages
    first, *others = pages.values()
    found = st.navigation([first, *others, *_strange(mode)], position="hidden")
    return found if found in pages.values() else first


def strange_address(mode: Mode) -> str:
    """Return the address that was asked for if it is a page of another mode, else nothing."""
    path = (st.context.url or "").partition("://")[2].partition("/")[2].partition("?")[0]
    own = {address for _script, _title, address in _TABLE[mode]}
    return path if path in ADDRESSES and path not in own else ""


def _strange(mode: Mode) -> list[StreamlitPage]:
    """Return a page for a strange address; without one Streamlit covers the screen in English."""
    address = strange_address(mode)
    first = _TABLE[mode][0][0]
    return [st.Page(PAGES / f"{first}.py", title="-", url_path=address)] if address else []


def go(script: str, **query: str) -> None:
    """Open another page of this mode."""
    st.switch_page(st.session_state[_REGISTERED][script], query_params=query)


def home() -> None:
    """Begin anew at the address of the first page: after the tablet was passed on."""
    pages = st.session_state[_REGISTERED]
    st.switch_page(next(iter(pages.values())), query_params={})
