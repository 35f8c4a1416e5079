"""What was typed into the preparation, read strictly into a proposal. Draws nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from litconsent.domain.errors import BirthDateUnclear, InputError, NoCompound, TextMissing
from litconsent.domain.mixtures import MixingTerms, Mixture
from litconsent.domain.people import Patient
from litconsent.domain.plans import Plan, PlannedCompound
from litconsent.domain.statements import Statement
from litconsent.ui.clinic_stated import statement_from
from litconsent.ui.typed_day import typed_day

MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who is offered what, in which language, and with whom beside them."""

    patient: Patient
    plan: Plan
    language: str
    who: Statement
    follows: str = ""


def proposal_from(given: Mapping[str, Any], otherwise: str) -> Proposal:
    """Return the proposal that was typed; a patient without a chosen language gets `otherwise`.

    :raises InputError: with the field that must be looked at again.
    :raises TextMissing: if it was not stated of a substance whether it would be off-label.
    """
    patient = Patient(given["name"], birth_date(given["birth"]), given["identifier"])
    who = statement_from(given["who"])
    return Proposal(
        patient, _plan(given), given["language"] or otherwise, who, given.get("follows", "")
    )


def birth_date(typed: str) -> date:
    """Return the day that was typed as day, month and four digits of the year.

    :raises BirthDateUnclear: for anything else, and for a day that no calendar has.
    """
    try:
        return typed_day(typed)
    except ValueError as error:
        raise BirthDateUnclear from error


def days_between(typed: str) -> int:
    """Return the days between sessions; 0 stands for an empty field: decided later.

    :raises InputError: unless it is a whole number from 1 to 365.
    """
    number = typed.strip()
    if not number:
        return 0
    # Three digits at most: a longer row of digits need not be read to be refused.
    if not re.fullmatch(r"\d{1,3}", number) or not 1 <= int(number) <= MOST_DAYS:
        raise InputError("plan.interval_days", typed[:20])
    return int(number)


def _plan(given: Mapping[str, Any]) -> Plan:
    chosen = tuple(
        PlannedCompound(
            key,
            given[f"reason.{key}"],
            given[f"dose.{key}"],
            off_label=_off_label(given, key),
        )
        for key in given["compounds"]
    )
    if not chosen:
        raise NoCompound
    return Plan(
        diagnosis=given["diagnosis"],
        body_area=given["area"],
        compounds=chosen,
        sessions=int(given["sessions"] or 0),
        alternatives=given["alternatives"],
        without_treatment=given["without"],
        interval_days=days_between(given["interval"]),
        mixture=_mixture(given),
        areas=tuple(given.get("areas", ())),
    )


def _off_label(given: Mapping[str, Any], key: str) -> bool:
    stated = given[f"off_label.{key}"]
    if not isinstance(stated, bool):
        raise TextMissing(f"off_label.{key}")
    return stated


def _mixture(given: Mapping[str, Any]) -> Mixture | None:
    if not given.get("mixed"):
        return None
    reason, stability = given["mixture.reason"], given["mixture.stability"]
    terms = MixingTerms(reason, stability, protected=given["mixture.protected"])
    return Mixture(tuple(given["mixed"]), terms)
