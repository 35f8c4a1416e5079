"""The withdrawal: in writing or by word of mouth; nobody asks why."""

import streamlit as st

from litconsent.domain.course import Manner
from litconsent.domain.people import Role
from litconsent.i18n.labels import ROLE
from litconsent.i18n.supplement_words import MANNER
from litconsent.services.course import Course, course
from litconsent.services.course_drafts import Part, load_course_draft, save_course_draft
from litconsent.services.withdraw_consent import withdraw_consent
from litconsent.ui import routes
from litconsent.ui.components import signature_pad
from litconsent.ui.html import facts, literal, paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import Visit


def draw_withdrawal(visit: Visit, record_id: str) -> None:
    """Draw what is taken back, how, and the field to sign."""
    _, now = visit.text, course(visit.clinic, visit.tablet, record_id)
    st.title(_("The patient takes the consent back"), anchor=False)
    zone = visit.clinic.settings.time_zone
    with st.container(key="card_withdrawal"):
        facts(
            [
                (_("Patient"), now.episode.patient.name),
                (_("Consent of"), _.datetime(now.record.sealed_at, zone)),
                (_("Sessions held"), _.number(now.held)),
            ]
        )
    paragraphs(
        [
            _("This counts at once. Nobody has to say why, and care goes on."),
            _("The patient may change their mind again."),
        ]
    )
    role, manner, follow_up = _given(visit, now, record_id)
    strokes, typed = None, ""
    if manner is Manner.WRITTEN:
        strokes = signature_pad("pad.withdrawal", text=_, label=_("Field for your signature"))
        with st.expander(_("I cannot draw: type my name instead")):
            typed = st.text_input(_("Your name"), key="typed.withdrawal", max_chars=120)
    tapped = st.button(
        _("Take the consent back"), key="withdrawal.done", type="primary", disabled=manner is None
    )
    if tapped and manner is not None:
        with told(_):
            page = withdraw_consent(
                visit.clinic,
                visit.tablet,
                record_id,
                manner,
                role=role,
                follow_up=follow_up,
                strokes=strokes or (),
                typed=typed,
            )
            routes.go("clinic/record", record=page.id)


def _given(visit: Visit, now: Course, record_id: str) -> tuple[Role, Manner | None, str]:
    """Return who takes it back, how, and what is offered for afterwards."""
    _ = visit.text
    kept = load_course_draft(visit.clinic, visit.tablet, record_id, Part.WITHDRAWAL)
    role = Role(kept.get("role", Role.PATIENT))
    if len(now.withdrawers) > 1:
        role = st.pills(
            _("Who takes it back?"),
            now.withdrawers,
            default=role,
            format_func=lambda one: _(
                "{label}: {value}",
                label=_(ROLE[one]),
                value=literal(now.episode.name_of(one)),
            ),
            key="withdrawal.role",
            required=True,
        )
    before = kept.get("manner")
    manner = st.pills(
        _("How is it given?"),
        list(Manner),
        default=Manner(before) if before else None,
        format_func=lambda one: _(MANNER[one]),
        key="withdrawal.manner",
    )
    follow_up = st.text_input(
        _("What you offer for afterwards (may stay empty)"),
        value=kept.get("follow_up", ""),
        key="withdrawal.follow_up",
        max_chars=600,
    )
    given = {"role": role, "manner": manner, "follow_up": follow_up}
    if given != {"role": Role.PATIENT, "manner": None, "follow_up": ""} | kept:
        save_course_draft(visit.clinic, visit.tablet, record_id, Part.WITHDRAWAL, given)
    return role, manner, follow_up
