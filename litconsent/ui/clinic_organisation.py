"""The two ends of an organisation's sign-in: a tablet taken by it, and an account connected."""

import streamlit as st

from litconsent.domain.tablets import Mode
from litconsent.services.link_identity import has_identity, link_identity, unlink_identity
from litconsent.services.screen_language import choose_screen_language
from litconsent.services.sign_in_by_identity import sign_in_by_identity
from litconsent.ui import routes
from litconsent.ui.clinic_bar import clinic_bar
from litconsent.ui.html import paragraphs
from litconsent.ui.organisation import identity_here, offer_sign_in, organisation_of
from litconsent.ui.told import told
from litconsent.ui.visit import Visit


def take_up_sign_in(visit: Visit) -> None:
    """Give the tablet to whom the organisation named, or say why not and offer it again."""
    _, identity = visit.text, identity_here()
    if identity is None:
        paragraphs([_("The sign-in was not finished. Nothing is lost. Please try again.")])
    else:
        with told(_):
            sign_in_by_identity(visit.clinic, visit.tablet, identity)
            if visit.mode is Mode.VISITOR:
                choose_screen_language(visit.clinic, visit.tablet, _.code)
            routes.home()
    offer_sign_in(visit, _)
    with st.container(horizontal=True, key="navbar"):
        if st.button(_("Back"), key="nav_back.organisation"):
            routes.home()


def draw_connection(visit: Visit) -> None:
    """Say whether the account is connected, and connect it with what the organisation just said."""
    _, organisation = visit.text, organisation_of(visit)
    clinic_bar(visit)
    st.title(_("Sign-in of your organisation"), anchor=False)
    if organisation is None:
        paragraphs([_("This clinic uses no sign-in of an organisation.")])
        return
    identity, name = identity_here(), organisation.name
    if identity and not has_identity(visit.clinic, visit.tablet):
        with told(_):
            link_identity(visit.clinic, visit.tablet, identity)
    if has_identity(visit.clinic, visit.tablet):
        with st.container(key="key_organisation"):
            paragraphs([_("Your account is connected with {name}.", name=name)])
        if st.button(_("Take the connection off"), key="organisation.unlink"):
            unlink_identity(visit.clinic, visit.tablet)
            routes.go("clinic/pin")
    elif st.button(_("Connect with {name}", name=name), key="organisation.link"):
        st.login()
