"""One run of a page: whose tablet it is, what it may do, and in which language it speaks."""

from dataclasses import dataclass

import streamlit as st

from litconsent.domain.people import Role
from litconsent.domain.tablets import RESTING, Mode, Tablet
from litconsent.i18n.languages import negotiate
from litconsent.i18n.text import Text, text_for, working_languages
from litconsent.services.access import tablet_of
from litconsent.services.clinic import Clinic, the_clinic
from litconsent.services.decide import Deciding, deciding
from litconsent.services.editions import offered_languages
from litconsent.services.read_leaflet import language_last_read, open_reading
from litconsent.ui.web.tablet import this_tablet

_VISIT = "visit"
_EPOCH = "visit.epoch"
# Outside a browser there is no cookie: tests of single pages then share this one tablet.
_NO_TABLET = "0" * 64


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page needs to know before it draws."""

    clinic: Clinic
    tablet: str
    now: Tablet
    text: Text

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages in which both the screens and the content are whole."""
        return languages_of(self.clinic)

    @property
    def mode(self) -> Mode:
        """Return in whose hands the tablet is."""
        return self.now.mode


def open_visit() -> Visit:
    """Find out who is here; forget everything of a session whose tablet was passed on since."""
    clinic, tablet = the_clinic(), this_tablet() or _NO_TABLET
    now = tablet_of(clinic, tablet)
    if st.session_state.get(_EPOCH, now.epoch) != now.epoch:
        _forget()
    st.session_state[_EPOCH] = now.epoch
    found = Visit(clinic, tablet, now, text_for(_language(clinic, tablet, now)))
    st.session_state[_VISIT] = found
    return found


def visit() -> Visit:
    """Return the visit that the frame opened for this run."""
    found = st.session_state[_VISIT]
    if not isinstance(found, Visit):
        raise TypeError(type(found).__name__)
    return found


def languages_of(clinic: Clinic) -> tuple[str, ...]:
    """Return the languages in which both the screens and the content are whole."""
    whole = offered_languages(clinic)
    return tuple(code for code in working_languages() if code in whole) or working_languages()


def _forget() -> None:
    for key in list(st.session_state):
        if not str(key).startswith(("shell.", "reading.")):
            del st.session_state[key]


def _language_of_signer(now: Deciding) -> str:
    """Return the clinic's language once it is the doctor's turn to sign."""
    if now.signer and now.signer.role is Role.CLINICIAN:
        return now.episode.clinic_language
    return now.leaflet.edition.language


def _language(clinic: Clinic, tablet: str, now: Tablet) -> str:
    """Return the patient's language while a patient holds the tablet, else the screen's own.

    What a patient reads is never set in the frame of another language; other screens turn to one
    that is whole.
    """
    if now.mode is Mode.PATIENT:
        return open_reading(clinic, tablet).leaflet.edition.language
    if now.mode in (Mode.WAITING, *RESTING):
        return negotiate(None, language_last_read(clinic, tablet), working_languages())
    if now.mode is Mode.DECIDING:
        return _language_of_signer(deciding(clinic, tablet))
    wanted = st.query_params.get("lang") or st.context.cookies.get("lang")
    if now.mode is Mode.CLINIC and now.language:
        wanted = now.language
    return negotiate(st.context.headers.get("accept-language"), wanted, languages_of(clinic))
