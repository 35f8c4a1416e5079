"""Before a session: three questions, and the patient's word, of equal size."""

import streamlit as st

from litconsent.domain.course import STOP_RULE, Bar, Session, bars
from litconsent.i18n.plan_areas import where
from litconsent.i18n.text import N_
from litconsent.services.consultation import look_at_episode
from litconsent.services.course import Course, course
from litconsent.services.course_drafts import Part, load_course_draft, save_course_draft
from litconsent.services.hold_session import hold_session, put_off_session
from litconsent.services.prepare_again import prepare_again
from litconsent.ui import routes
from litconsent.ui.clinic_states import STATE
from litconsent.ui.html import facts, paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import Visit

BAR = {
    Bar.PLAN_CHANGED: N_("Substances or area are not those of the consent."),
    Bar.HEALTH_CHANGED: N_("There is something new about the patient's health."),
    Bar.NO_RESPONSE: N_("After three sessions no response is written down."),
    Bar.ALL_HELD: N_("All planned sessions were held."),
}


def draw_session(visit: Visit, record_id: str) -> None:
    """Draw the plan, the questions and the answers."""
    _, now = visit.text, course(visit.clinic, visit.tablet, record_id)
    number = now.held + 1
    st.title(_("Before session {number}", number=_.number(number)), anchor=False)
    _plan(visit, now)
    if now.held >= STOP_RULE:
        with st.container(key="callout_warning_stop_rule"):
            paragraphs(
                [_("No response within three sessions: experts advise strongly to stop.")],
                tag="strong",
            )
    session = _asked(visit, now, record_id)
    asked = session or Session(plan_unchanged=True, health_unchanged=True)
    found = bars(asked, now.standing, now.held, now.episode.plan.sessions)
    if found:
        _barred(visit, now, found)
    st.header(_("Do you want this session today?"), anchor=False)
    with st.container(key="choices_grid_session"):
        closed = session is None or bool(found)
        if st.button(_("Yes, go on"), key="session.go_on", width="stretch", disabled=closed):
            with told(_):
                page = hold_session(visit.clinic, visit.tablet, record_id, number, asked)
                routes.go("clinic/record", record=page.id)
        if st.button(_("No, stop the treatment"), key="session.stop", width="stretch"):
            routes.go("clinic/withdraw", record=record_id)
        if st.button(_("Not today"), key="session.not_today", width="stretch"):
            put_off_session(visit.clinic, visit.tablet, record_id)
            routes.go("clinic/record", record=record_id)


def _plan(visit: Visit, now: Course) -> None:
    _ = visit.text
    talk = look_at_episode(visit.clinic, visit.tablet, now.episode.id)
    names, plan = talk.leaflet.edition.compounds, now.episode.plan
    agreed = [names[c.id].name for c in plan.compounds if c.id not in now.declined]
    with st.container(key="card_session"):
        facts(
            [
                (_("Patient"), now.episode.patient.name),
                (_("Date of birth"), _.date(now.episode.patient.birth_date)),
                (_("Substances"), _.list(agreed)),
                (_("Body area"), where(talk.leaflet.edition, plan)),
                (_("Sessions held"), _.number(now.held)),
            ]
        )


def _asked(visit: Visit, now: Course, record_id: str) -> Session | None:
    """Return what was answered, or None while one of the two questions is open."""
    _, key = visit.text, f"{now.record.id}.{now.held}"
    kept = load_course_draft(visit.clinic, visit.tablet, record_id, Part.SESSION)
    plan = _same_or_new(visit, _("Substances and area"), f"session.plan.{key}", kept.get("plan"))
    health = _same_or_new(
        visit,
        _("Health: allergies, pregnancy, medicines, how the last session went"),
        f"session.health.{key}",
        kept.get("health"),
    )
    response = ""
    if now.held:
        response = st.text_input(
            _("Response so far: does it help, and how?"),
            value=kept.get("response", ""),
            key=f"session.response.{key}",
            max_chars=600,
        )
    given = {"plan": plan, "health": health, "response": response}
    if given != {"plan": None, "health": None, "response": ""} | kept:
        save_course_draft(visit.clinic, visit.tablet, record_id, Part.SESSION, given)
    return None if plan is None or health is None else Session(plan, health, response)


def _same_or_new(visit: Visit, label: str, key: str, kept: bool | None) -> bool | None:
    """Ask whether something is as it was; nothing is chosen but what was chosen before."""
    _ = visit.text
    words = {True: _("As it was"), False: _("Something is new")}
    return st.pills(
        label, [True, False], default=kept, format_func=lambda same: words[same], key=key
    )


def _barred(visit: Visit, now: Course, found: tuple[Bar, ...]) -> None:
    _ = visit.text
    reasons = [_(BAR[bar]) if bar in BAR else _(STATE[now.standing]) for bar in found]
    with st.container(key="callout_session"):
        paragraphs([_("Before this session can be held:"), *reasons])
        if now.standing.in_force:
            paragraphs([_("If something has changed, a new consent is needed.")])
        if st.button(_("Prepare a new consent"), key="session.again"):
            with told(_):
                prepare_again(visit.clinic, visit.tablet, now.record.id)
                routes.go("clinic/prepare")
