"""What an organisation's sign-in said about whoever opened this page, and the button to ask it."""

from datetime import UTC, datetime

import streamlit as st

from litconsent.domain.identities import Identity
from litconsent.i18n.text import Text
from litconsent.settings import Organisation
from litconsent.ui.visit import Visit


def identity_here() -> Identity | None:
    """Return what the organisation said, or None if it said nothing that can be used."""
    claims = st.user.to_dict()
    asked = claims.get("auth_time")
    try:
        return Identity(
            issuer=_text(claims["iss"]),
            subject=_text(claims["sub"]),
            issued_at=_time(claims["iat"]),
            asked_at=None if asked is None else _time(asked),
        )
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return None


def organisation_of(visit: Visit) -> Organisation | None:
    """Return the organisation whose sign-in the clinic uses, if it uses one."""
    return visit.clinic.settings.organisation


def offer_sign_in(visit: Visit, _: Text) -> None:
    """Offer the organisation's sign-in beside the password, where the clinic uses one."""
    organisation = organisation_of(visit)
    if organisation and st.button(
        _("Sign in with {name}", name=organisation.name), key="sign_in.organisation"
    ):
        st.login()


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError(type(value).__name__)
    return value


def _time(value: object) -> datetime:
    if not isinstance(value, int | float):
        raise TypeError(type(value).__name__)
    return datetime.fromtimestamp(value, UTC)
