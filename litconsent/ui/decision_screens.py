"""The decision held by the patient, and the places to sign, one screen each."""

from collections.abc import Sequence

import streamlit as st

from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role
from litconsent.domain.variants import Manner, Meaning, Signer
from litconsent.i18n.decision_words import decision_words
from litconsent.i18n.labels import DECISION, SIGNS
from litconsent.i18n.mixture_words import mixture_rows
from litconsent.i18n.plan_areas import where
from litconsent.i18n.reason_words import known_off_label, reasons
from litconsent.i18n.who_words import place_words
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

_PART = "decide.part"


def choose(visit: Visit, now: Deciding) -> None:
    """Show the proposal and the answers, all of equal size."""
    _ = visit.text
    if st.session_state.get(_PART) == now.episode.id:
        choose_part(visit, now)
        return
    st.title(_("What do you decide?"), anchor=False)
    with st.container(key="split_decision"):
        with st.container(key="proposed"):
            _proposal(visit, now)
            _who_speaks(visit, now)
            _open_points(visit, now)
        _answers(visit, now)


def _open_points(visit: Visit, now: Deciding) -> None:
    _ = visit.text
    if now.missing:
        with st.container(key="callout_open"):
            paragraphs(
                [
                    _("Before a yes, the doctor must talk with you about an open point."),
                    _("You can say no, or wait, at any time."),
                ]
            )


def _answers(visit: Visit, now: Deciding) -> None:
    _ = visit.text
    with st.container(key="choices_grid_decision"):
        for decision in Decision:
            if decision is Decision.PARTIAL and len(now.episode.plan.compounds) < 2:
                continue
            closed = decision.agrees and bool(now.missing)
            label = _(DECISION[decision])
            if st.button(label, key=f"decide.{decision}", width="stretch", disabled=closed):
                _take(visit, now, decision)
        if st.button(_("I have a question first."), key="decide.question", width="stretch"):
            raise_question(visit.clinic, visit.tablet)
            routes.home()


def choose_part(visit: Visit, now: Deciding) -> None:
    """Ask for a yes or a no to each compound; nothing is chosen beforehand."""
    _, names = visit.text, now.leaflet.edition.compounds
    st.title(_("What do you agree to?"), anchor=False)
    answers = {}
    for compound in now.episode.plan.compounds:
        with st.container(key=f"card_part_{compound.id}"):
            paragraphs([names[compound.id].name], tag="h2")
            paragraphs(reasons(compound, _))
            answers[compound.id] = st.pills(
                _("Do you want it?"),
                [True, False],
                format_func=lambda yes: _("Yes") if yes else _("No"),
                key=f"part.{compound.id}",
            )
    declined = [one for one, yes in answers.items() if yes is False]
    with st.container(horizontal=True, key="navbar", horizontal_alignment="distribute"):
        if st.button(_("Back"), key="nav_back.part"):
            st.session_state.pop(_PART)
            st.rerun()
        unanswered = None in answers.values()
        if st.button(_("This is my answer"), key="part.done", type="primary", disabled=unanswered):
            with told(_):
                st.session_state.pop(_PART)
                decide(visit.clinic, visit.tablet, _whole(declined, len(answers)), declined)
                st.rerun()
    if unanswered:
        paragraphs([_("Please say yes or no to each.")], tag="small")


def sign_here(visit: Visit, now: Deciding, place: Signer) -> None:
    """Let whoever is next sign, or express it another way; what is only offered may be left."""
    _ = visit.text
    name = now.episode.name_of(place.role)
    roles, meaning = place_words(_, place)
    own = place.role is Role.PATIENT
    st.title(_("Please sign") if own else _("For {name}", name=literal(name)), anchor=False)
    with st.container(key="split_sign"):
        with st.container(key="decided"):
            _decided(visit, now, own=own, place=[meaning] if own else [roles, meaning])
        with st.container(key="signed"):
            if place.manner is Manner.SIGNS:
                strokes, typed = _signature(visit, now, place.role)
            else:
                strokes, typed = None, _expressed(visit, now, place)
    _sign(visit, now, place, name, strokes, typed)


def countersign(visit: Visit, now: Deciding) -> None:
    """Let the doctor sign with user name and password; this seals the record."""
    _ = visit.text
    st.title(_("For the doctor"), anchor=False)
    with st.container(key="split_sign"):
        with st.container(key="decided"):
            _decided(visit, now)
            paragraphs([_(SIGNS[Meaning.CONFIRMS])])
            _reconsider(visit)
        with st.container(key="signed"):
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
                *((names[c.id].name, "\n".join(reasons(c, _))) for c in plan.compounds),
                *mixture_rows(_, now.leaflet.edition, plan.mixture),
            ]
        )
        draw_plan(now.leaflet.edition, plan.areas, _)


def _decided(visit: Visit, now: Deciding, *, own: bool = False, place: Sequence[str] = ()) -> None:
    """Say what was decided, and what the one at this `place` signs: before the patient's words
    where it is another person, for whom these are only what was decided.
    """
    _, plan, edition = visit.text, now.episode.plan, now.leaflet.edition
    if now.decision:
        # Whose words these are: others sign on this screen too.
        paragraphs([_("Decision of {name}:", name=now.episode.patient.name)])
        decided, means = decision_words(_, now.decision, now.episode.who, now.ruling)
        with st.container(key="key_decision"):
            paragraphs([decided])
        if not own:
            _place(place)
        said = [means]
        if now.declined:
            names = _.list(edition.compounds[one].name for one in now.declined)
            said.append(_("No to: {names}", names=names))
        paragraphs([*said, *known_off_label(now.decision, now.declined, plan, edition, _)])
    if own:
        _place(place)


def _place(words: Sequence[str]) -> None:
    if words:
        with st.container(key="key_place"):
            paragraphs(words)


def _take(visit: Visit, now: Deciding, decision: Decision) -> None:
    if decision is Decision.PARTIAL:
        st.session_state[_PART] = now.episode.id
        st.rerun()
    with told(visit.text):
        decide(visit.clinic, visit.tablet, decision)
        st.rerun()


def _whole(declined: Sequence[str], count: int) -> Decision:
    """Return what the answers to all compounds come to."""
    if not declined:
        return Decision.CONSENT
    return Decision.REFUSAL if len(declined) == count else Decision.PARTIAL


def _who_speaks(visit: Visit, now: Deciding) -> None:
    """Say whose word counts where it is not the patient's alone."""
    _ = visit.text
    deciding = [role for role in now.ruling.variant.deciding if role is not Role.PATIENT]
    names = [now.episode.name_of(role) for role in Role if role in deciding]
    if names:
        with st.container(key="key_who"):
            paragraphs(
                [
                    _(
                        "For {patient}, or with them, decides: {names}. "
                        "The patient's own wish is heard first.",
                        names=_.list(names),
                        patient=now.episode.patient.name,
                    )
                ]
            )


def _expressed(visit: Visit, now: Deciding, place: Signer) -> str:
    _ = visit.text
    paragraphs([_("The patient expresses the decision in their own way. The doctor notes how.")])
    return st.text_input(
        _("How was it expressed, for example: said yes aloud"),
        key=f"typed.{place.role}.{now.round}",
        max_chars=300,
    )


def _sign(
    visit: Visit, now: Deciding, place: Signer, name: str, strokes: Strokes | None, typed: str
) -> None:
    _, role = visit.text, place.role
    needed = now.decision in place.required_for
    label = _("Sign as {name}", name=literal(name))
    if place.manner is not Manner.SIGNS:
        label = _("Keep this as the word of {name}", name=literal(name))
    with st.container(horizontal=True, key="navbar", horizontal_alignment="distribute"):
        _reconsider(visit)
        if not needed and st.button(_("Go on without signing"), key=f"sign.pass.{role}"):
            pass_signature(visit.clinic, visit.tablet, role)
            st.rerun()
        if st.button(label, key=f"sign.{role}.{now.round}", type="primary"):
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
