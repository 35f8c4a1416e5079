"""Forms and the pages that follow them, gathered as the services do it, without a clinic."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from litconsent.content.library import Library
from litconsent.domain.answers import Answers, Notes, Told
from litconsent.domain.checks import Attempt, results
from litconsent.domain.decisions import Decision, Outcome
from litconsent.domain.editions import EditionState
from litconsent.domain.episodes import Episode
from litconsent.domain.forms import Form
from litconsent.domain.leaflets import Leaflet, compose
from litconsent.domain.people import Role
from litconsent.domain.plans import PlannedCompound
from litconsent.domain.statements import Statement
from litconsent.domain.supplements import Supplement
from litconsent.settings import PROJECT
from tests.builders import (
    NOON,
    a_letterhead,
    a_patient,
    a_plan,
    a_record,
    a_ruling,
    a_signature,
    an_episode,
)

RECORD, LATER = UUID(int=1).hex, UUID(int=2).hex
PLAN = a_plan(
    compounds=(
        PlannedCompound("lidocaine", "Tablets upset the stomach."),
        PlannedCompound("saline", "To compare."),
    )
)


@cache
def leaflet(language: str, state: EditionState) -> Leaflet:
    edition = Library(PROJECT / "content").edition(language)
    return compose(replace(edition, state=state), PLAN)


def an_answered(shown: Leaflet) -> Answers:
    """Return answers that miss the second question at first and the third altogether."""
    right = [Attempt(item.id, item.correct) for item in shown.check]
    wrong = [
        Attempt(item.id, next(one for one in item.options if one != item.correct))
        for item in shown.check[1:3]
    ]
    attempts = (right[0], wrong[0], right[1], wrong[1], wrong[1], *right[3:])
    told = {"T01": Told.NO, "T04": Told.UNSURE}
    return Answers(
        attempts=attempts, health=told, health_words="Drops for sleep.", private="My son hits me."
    )


def a_form(
    decision: Decision = Decision.CONSENT,
    who: Statement | None = None,
    born: date = date(1961, 5, 17),
    state: EditionState = EditionState.RELEASED,
    **changes: Any,
) -> Form:
    """Return a form in English beside Italian that everybody has signed who has a place to sign."""
    episode = an_episode(
        patient=a_patient(birth_date=born), plan=PLAN, language="en", who=who or Statement()
    )
    ruled, shown = a_ruling(episode), leaflet("en", state)
    answers = an_answered(shown)
    form = Form(
        record_id=RECORD,
        episode=episode,
        letterhead=a_letterhead(),
        decision=decision,
        decided_at=NOON,
        ruling=ruled,
        leaflet=shown,
        clinic_leaflet=leaflet("it", state),
        answers=answers,
        notes=Notes(resolved={shown.check[2].id: "Explained with the picture."}),
        results=results(shown.check, answers.attempts),
        clinic_results=(),
        signatures=tuple(_signed(episode, place.role) for place in ruled.signers),
        clinician="Dr Carla Bianchi",
        events=(),
        actors={},
        chain_seq=7,
        chain_head="0" * 64,
        seal_fingerprint="f" * 64,
        sealed_at=NOON,
        time_zone="Europe/Rome",
        releases={},
        declined=("saline",) if decision is Decision.PARTIAL else (),
    )
    return replace(form, **changes)


def a_page(outcome: Outcome, facts: dict[str, str], **changes: Any) -> Supplement:
    """Return the page that follows the consent of `a_form`."""
    form = a_form()
    page = Supplement(
        record_id=LATER,
        outcome=outcome,
        about=a_record(id=RECORD),
        episode=form.episode,
        ruling=form.ruling,
        letterhead=form.letterhead,
        leaflet=form.leaflet,
        clinic_leaflet=form.clinic_leaflet,
        clinician=form.clinician,
        facts=facts,
        held=1,
        sealed_at=NOON.replace(month=4),
        time_zone=form.time_zone,
        chain_seq=9,
        chain_head="1" * 64,
        seal_fingerprint=form.seal_fingerprint,
    )
    return replace(page, **changes)


def _signed(episode: Episode, role: Role) -> Any:
    name = "Dr Carla Bianchi" if role is Role.CLINICIAN else episode.name_of(role)
    return a_signature(role=role, name=name)
