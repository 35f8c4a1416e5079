"""The decision held by the patient, and the places to sign, one screen each."""

import streamlit as st

from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role
from litconsent.i18n.labels import DECISION, MEANING, ROLE_MEANING
from litconsent.i18n.mixture_words import mixture_rows
from litconsent.i18n.plan_areas import where
from litconsent.services.decide import (
    Deciding,
    change_decision,
    decide,
    pass_signature,
    raise_question,
    sign,
)
from litconsent.services.pins import takes_pin
from litconsent.services.seal_record import seal_record
from litconsent.ui import routes
from litconsent.ui.components import Strokes, signature_pad
from litconsent.ui.html import facts, literal, paragraphs
from litconsent.ui.pictures import draw_plan
from litconsent.ui.told import told
from litconsent.ui.visit import Visit


def choose(visit: Visit, now: Deciding) -> None:
    """Show the proposal and four answers of equal size."""
    _ = visit.text
    st.title(_("What do you decide?"), anchor=False)
    _proposal(visit, now)
    if now.missing:
        with st.container(key="callout_open"):
            paragraphs(
                [
                    _("Before a yes, the doctor must talk with you about an open point."),
                    _("You can say no, or wait, at any time."),
                ]
            )
    with st.container(key="choices_grid_decision"):
        for decision in Decision:
            closed = decision is Decision.CONSENT and bool(now.missing)
            label = _(DECISION[decision])
            if st.button(label, key=f"decide.{decision}", width="stretch", disabled=closed):
                with told(_):
                    decide(visit.clinic, visit.tablet, decision)
                    st.rerun()
        if st.button(_("I have a question first."), key="decide.question", width="stretch"):
            raise_question(visit.clinic, visit.tablet)
            routes.home()


def sign_patient(visit: Visit, now: Deciding) -> None:
    """Let the patient sign; for a no this may be left out."""
    _ = visit.text
    st.title(_("Please sign"), anchor=False)
    _decided(visit, now)
    _sign(visit, now, Role.PATIENT, now.episode.patient.name)


def sign_family(visit: Visit, now: Deciding) -> None:
    """Let the family member acknowledge having taken part; this may be left out."""
    _ = visit.text
    name = now.episode.family.name if now.episode.family else ""
    st.title(_("For {name}", name=name), anchor=False)
    with st.container(key="key_family"):
        paragraphs([_("Your signature says that you took part. It never replaces the patient's.")])
    _sign(visit, now, Role.FAMILY, name)


def countersign(visit: Visit, now: Deciding) -> None:
    """Let the doctor sign with user name and password; this seals the record."""
    _ = visit.text
    st.title(_("For the doctor"), anchor=False)
    _decided(visit, now)
    paragraphs([_(ROLE_MEANING[Role.CLINICIAN])])
    strokes, typed = _signature(visit, now, Role.CLINICIAN)
    with st.form(f"countersign.{now.round}", border=False):
        username = st.text_input(_("User name"), key="seal.username", autocomplete="username")
        pin = takes_pin(visit.clinic, visit.tablet)
        password = st.text_input(
            _("Password, or PIN on this tablet") if pin else _("Password"),
            type="password",
            key="seal.password",
            autocomplete="off" if pin else "current-password",
        )
        tapped = st.form_submit_button(_("Sign and seal"), type="primary")
    if tapped:
        with told(_):
            # Kept before the work: another message may end this run at the next drawing.
            st.session_state["shell.sealing"] = now.episode.id
            seal_record(
                visit.clinic,
                visit.tablet,
                now.episode.id,
                username,
                password,
                strokes=strokes or (),
                typed=typed,
                shown=now.round,
            )
            routes.home()
    _reconsider(visit)


def _proposal(visit: Visit, now: Deciding) -> None:
    _, plan = visit.text, now.episode.plan
    names = now.leaflet.edition.compounds
    with st.container(key="card_proposal"):
        facts(
            [
                (_("Patient"), now.episode.patient.name),
                (_("Diagnosis"), plan.diagnosis),
                (_("Body area"), where(now.leaflet.edition, plan)),
                (_("Sessions"), _.number(plan.sessions)),
                *((names[c.id].name, c.reason) for c in plan.compounds),
                *mixture_rows(_, now.leaflet.edition, plan.mixture),
            ]
        )
        draw_plan(now.leaflet.edition, plan.areas, _)


def _decided(visit: Visit, now: Deciding) -> None:
    _ = visit.text
    if now.decision:
        with st.container(key="key_decision"):
            paragraphs([_(DECISION[now.decision])])
        paragraphs([now.episode.patient.name, _(MEANING[now.decision])])


def _sign(visit: Visit, now: Deciding, role: Role, name: str) -> None:
    _ = visit.text
    strokes, typed = _signature(visit, now, role)
    needed = now.decision is not None and now.signer and now.decision in now.signer.required_for
    _reconsider(visit)
    with st.container(horizontal=True, key="navbar", horizontal_alignment="distribute"):
        if not needed and st.button(_("Go on without signing"), key=f"sign.pass.{role}"):
            pass_signature(visit.clinic, visit.tablet, role)
            st.rerun()
        if st.button(
            _("Sign as {name}", name=literal(name)), key=f"sign.{role}.{now.round}", type="primary"
        ):
            with told(_):
                sign(
                    visit.clinic,
                    visit.tablet,
                    role,
                    strokes=strokes or (),
                    typed=typed,
                    shown=now.round,
                )
                st.rerun()


def _signature(visit: Visit, now: Deciding, role: Role) -> tuple[Strokes | None, str]:
    """Draw the pad and the field for a typed name, anew for each round; return both."""
    _ = visit.text
    strokes = signature_pad(f"pad.{role}.{now.round}", text=_, label=_("Field for your signature"))
    typed = ""
    with st.expander(_("I cannot draw: type my name instead")):
        typed = st.text_input(_("Your name"), key=f"typed.{role}.{now.round}", max_chars=120)
    with st.container(key="quiet_signature"):
        paragraphs([_("This is a simple electronic signature. No pressure or speed is kept.")])
    return strokes, typed


def _reconsider(visit: Visit) -> None:
    _ = visit.text
    if st.button(_("Go back to the decision"), key="sign.reconsider"):
        change_decision(visit.clinic, visit.tablet)
        st.rerun()
