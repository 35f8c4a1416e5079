"""What became of a record: how it stands, its sessions, and what can be done next."""

import streamlit as st

from litconsent.domain.decisions import Outcome
from litconsent.domain.people import AccountRole
from litconsent.i18n.labels import OUTCOME
from litconsent.services.access import account_of
from litconsent.services.course import Course, course
from litconsent.services.prepare_again import prepare_again
from litconsent.services.void_record import void_record
from litconsent.ui import routes
from litconsent.ui.clinic_account_role import is_auditor
from litconsent.ui.clinic_states import STATE
from litconsent.ui.html import facts
from litconsent.ui.told import told
from litconsent.ui.visit import Visit


def draw_course(visit: Visit, record_id: str) -> None:
    """Draw the standing, the pages that followed, and the next steps."""
    _, now = visit.text, course(visit.clinic, visit.tablet, record_id)
    st.header(_("What became of it"), anchor=False)
    with st.container(key="card_course"):
        facts(
            [
                (_("Decision"), _(STATE[now.standing])),
                (_("Sessions held"), _sessions(visit, now)),
            ]
        )
    if not is_auditor(visit):
        _steps(visit, now)
    _pages(visit, now, record_id)
    if account_of(visit.clinic, visit.tablet).role is AccountRole.LEAD:
        _void(visit, now)


def _sessions(visit: Visit, now: Course) -> str:
    _ = visit.text
    if not now.record.decision.agrees:
        return ""
    planned = now.episode.plan.sessions
    return _("{held} of {planned}", held=_.number(now.held), planned=_.number(planned))


def _steps(visit: Visit, now: Course) -> None:
    _ = visit.text
    with st.container(horizontal=True):
        if now.standing.in_force and st.button(
            _("Before a session"), key="course.session", type="primary"
        ):
            routes.go("clinic/session", record=now.record.id)
        if now.standing.withdrawable and st.button(
            _("The patient takes it back"), key="course.withdraw"
        ):
            routes.go("clinic/withdraw", record=now.record.id)
        if st.button(_("Prepare again from this record"), key="course.again"):
            with told(_):
                prepare_again(visit.clinic, visit.tablet, now.record.id)
                routes.go("clinic/prepare")


def _pages(visit: Visit, now: Course, shown: str) -> None:
    """Lead to the other sealed pages of this episode."""
    _ = visit.text
    for record in now.records:
        if record.id == shown:
            continue
        when = _.datetime(record.sealed_at, visit.clinic.settings.time_zone)
        if st.button(f"{_(OUTCOME[record.decision])} {when}", key=f"course.page.{record.id}"):
            routes.go("clinic/record", record=record.id)


def _void(visit: Visit, now: Course) -> None:
    _ = visit.text
    if any(record.decision is Outcome.VOIDING for record in now.records):
        return
    with st.expander(_("This record is an error of the clinic")):
        reason = st.text_input(
            _("Reason, as it will stand on the page"), key="void.reason", max_chars=300
        )
        if st.button(_("Declare it void"), key="void.done"):
            with told(_):
                page = void_record(visit.clinic, visit.tablet, now.record.id, reason)
                routes.go("clinic/record", record=page.id)
