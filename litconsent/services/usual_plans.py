"""The clinic's usual plans: listed, kept under a name, and dropped."""

from collections.abc import Mapping
from typing import Any

from litconsent.domain.errors import NoCompound, PlanUnknown
from litconsent.domain.events import EventKind
from litconsent.domain.tablets import Mode
from litconsent.domain.usual_plans import (
    HISTORY,
    LONGEST_NAME,
    UsualPlan,
    plan_fields,
    usual_plans_of,
)
from litconsent.domain.words import clean_line
from litconsent.services.access import Act, acting, looking
from litconsent.services.clinic import Clinic


def usual_plans(clinic: Clinic, tablet: str) -> tuple[UsualPlan, ...]:
    """Return all usual plans by name."""
    with looking(clinic, tablet, "prepare", Mode.CLINIC) as act:
        return plans_in(act)


def plans_in(act: Act) -> tuple[UsualPlan, ...]:
    """Return the same inside a transaction."""
    return usual_plans_of(act.books.events.of_clinic(*HISTORY))


def keep_usual_plan(clinic: Clinic, tablet: str, name: str, data: Mapping[str, Any]) -> None:
    """Keep of a preparation what is about the plan; it takes the place of one of the same name.

    :raises TextMissing: without a name; or TextTooLong, for a long one.
    :raises NoCompound: for a plan of nothing.
    """
    with acting(clinic, tablet, "keep_plan", Mode.CLINIC) as act:
        called = clean_line(name, field="usual.name", limit=LONGEST_NAME)
        fields = plan_fields(data)
        if not fields["compounds"]:
            raise NoCompound
        act.note(EventKind.PLAN_KEPT, name=called, fields=fields)


def drop_usual_plan(clinic: Clinic, tablet: str, name: str) -> None:
    """Drop a usual plan; what was prepared with it stays as it is.

    :raises PlanUnknown: if there is none of this name.
    """
    with acting(clinic, tablet, "keep_plan", Mode.CLINIC) as act:
        if name not in {plan.name for plan in plans_in(act)}:
            raise PlanUnknown
        act.note(EventKind.PLAN_DROPPED, name=name)
