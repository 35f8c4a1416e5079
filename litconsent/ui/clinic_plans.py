"""The clinic's usual plans: chosen to begin with, kept for the next time, dropped."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from litconsent.domain.usual_plans import LONGEST_NAME, UsualPlan
from litconsent.services.read_formulary import Offer, read_offer
from litconsent.services.use_usual_plan import use_usual_plan
from litconsent.services.usual_plans import drop_usual_plan, keep_usual_plan, usual_plans
from litconsent.ui import routes
from litconsent.ui.html import facts, literal, paragraphs
from litconsent.ui.told import told
from litconsent.ui.visit import Visit

_DROPPING, _KEPT = "plans.dropping", "plans.kept"


def draw_plans(visit: Visit) -> None:
    """Draw every usual plan with what it holds, and the two things that can be done with it."""
    _ = visit.text
    found, offer = usual_plans(visit.clinic, visit.tablet), read_offer(visit.clinic, _.code)
    if not found:
        paragraphs([_("There is none yet. Keep one from a preparation.")])
    for number, plan in enumerate(found):
        with st.container(key=f"card_plan_{number}"):
            _plan(visit, plan, offer, number)
    if st.button(_("Back to the preparation"), key="plans.back"):
        routes.go("clinic/prepare")


def offer_plans(visit: Visit) -> None:
    """Draw the way to the usual plans, where there are any."""
    _ = visit.text
    found = usual_plans(visit.clinic, visit.tablet)
    if found and st.button(_("Begin with a usual plan"), key="prepare.usual"):
        routes.go("clinic/plans")


def offer_to_keep(visit: Visit, given: Mapping[str, Any]) -> None:
    """Draw where a plan is kept for the next time."""
    _ = visit.text
    with st.expander(_("Keep this plan for other patients"), key="prepare.keep"):
        paragraphs(
            [
                _("Substances, reasons, doses, area, sessions and alternatives are kept."),
                _("Nothing about this patient is: look through your reasons first."),
            ]
        )
        name = st.text_input(
            _("Name of the plan"), key="plans.name", max_chars=LONGEST_NAME, autocomplete="off"
        )
        if st.button(_("Keep the plan"), key="plans.keep"):
            with told(_):
                keep_usual_plan(visit.clinic, visit.tablet, name, given)
                st.session_state[_KEPT] = True
                st.rerun()  # the way to it stands above
        if st.session_state.pop(_KEPT, False):
            st.success(_("The plan is kept."))


def _plan(visit: Visit, plan: UsualPlan, offer: Offer, number: int) -> None:
    _, compounds = visit.text, offer.edition.compounds
    st.subheader(literal(plan.name), anchor=False)
    names = [compounds[one].name for one in plan.compounds if one in compounds]
    facts(
        [
            (_("Substances"), _.list(names) if names else "–"),
            (_("Diagnosis, in plain words"), str(plan.fields.get("diagnosis", "")) or "–"),
            (_("Sessions"), str(plan.fields.get("sessions") or "–")),
        ]
    )
    if plan.gone(compounds):
        paragraphs([_("Not all of it is offered any more: the rest is filled in.")], tag="strong")
    with st.container(horizontal=True, key=f"plan_choices_{number}"):
        _choices(visit, plan, number)


def _choices(visit: Visit, plan: UsualPlan, number: int) -> None:
    _ = visit.text
    if st.button(_("Begin with this plan"), key=f"plans.use.{number}", type="primary"):
        with told(_):
            use_usual_plan(visit.clinic, visit.tablet, plan.name, _.code)
            routes.go("clinic/prepare")
    if st.session_state.get(_DROPPING) != plan.name:
        if st.button(_("Drop this plan"), key=f"plans.drop.{number}"):
            st.session_state[_DROPPING] = plan.name
            st.rerun()
    elif st.button(_("Yes, drop it"), key=f"plans.sure.{number}"):
        with told(_):
            drop_usual_plan(visit.clinic, visit.tablet, plan.name)
            st.rerun()
