"""Prepare an episode: who, what, why with which compound, and in which language."""

import uuid
from dataclasses import replace

from litconsent.domain.clinic_entries import with_additions
from litconsent.domain.comparisons import fit_together
from litconsent.domain.editions import Edition
from litconsent.domain.episodes import Episode
from litconsent.domain.errors import EditionsDiffer
from litconsent.domain.events import EventKind
from litconsent.domain.formulary import check_plan
from litconsent.domain.people import Patient, check_birth_date
from litconsent.domain.plans import Plan
from litconsent.domain.statements import PATIENT_ALONE, Statement
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.editions import freeze
from litconsent.services.printable import refuse_unprintable
from litconsent.services.read_formulary import formulary_in
from litconsent.services.rulings import ruling_of
from litconsent.storage.books import Books


def prepare_episode(
    clinic: Clinic,
    tablet: str,
    *,
    patient: Patient,
    plan: Plan,
    language: str,
    clinic_language: str,
    who: Statement = PATIENT_ALONE,
    follows: str = "",
    specimen: bool = False,
) -> Episode:
    """Write down a treatment proposal to a patient and return the new episode.

    `follows` is an earlier episode of the same patient; a new consent takes that one's place.

    :raises BirthDateInFuture: or BirthDateTooOld, for a birth date that cannot be.
    :raises UnprintableCharacter: if the document could not show a word of it.
    :raises LanguageUnavailable: if a language has no whole edition, or lacks the clinic's words.
    :raises EditionsDiffer: if the editions of the two languages do not have the same blocks.
    :raises CompoundNotOffered: or MixingNotOffered, for what the clinic's formulary does not offer.
    """
    _refuse_unprintable(patient, plan, who, language)
    with acting(clinic, tablet, "prepare", Mode.CLINIC) as act:
        check_birth_date(patient.birth_date, today=act.now.date())
        edition = freeze(clinic, act.books, language)
        clinic_edition = freeze(clinic, act.books, clinic_language)
        if not fit_together(edition, clinic_edition):
            raise EditionsDiffer(language, clinic_language)
        plan = _with_own_words(act.books, edition, plan)
        # Refuses a language in which the clinic has not written its own words.
        for one in (edition, clinic_edition):
            with_additions(one, plan.additions)
        episode = Episode(
            id=uuid.uuid4().hex,
            patient=patient,
            plan=plan,
            language=language,
            clinic_language=clinic_language,
            procedure=edition.procedure,
            edition_hash=edition.hash,
            clinic_edition_hash=clinic_edition.hash,
            prepared_by=act.clinician.id,
            prepared_at=act.now,
            who=who,
            follows=act.episode(follows).id if follows else "",
            specimen=specimen or clinic.settings.is_demonstration,
        )
        act.books.episodes.add(episode)
        act.note(
            EventKind.PREPARED,
            episode.id,
            variant=ruling_of(clinic, episode).id,
            language=language,
            edition=edition.hash,
            compounds=[compound.id for compound in plan.compounds],
            additions=plan.additions.hash,
        )
    return episode


def _with_own_words(books: Books, edition: Edition, plan: Plan) -> Plan:
    """Return a plan of what is offered, with what the clinic wrote about it: kept for ever."""
    formulary = formulary_in(books, edition)
    check_plan(edition, formulary, plan)
    wanted = [compound.id for compound in plan.compounds]
    topics = tuple(sorted(formulary.topics))
    return replace(plan, additions=formulary.additions(wanted), topics=topics)


def _refuse_unprintable(patient: Patient, plan: Plan, who: Statement, language: str) -> None:
    words = {
        "patient.name": patient.name,
        "patient.identifier": patient.identifier,
        "plan.diagnosis": plan.diagnosis,
        "plan.body_area": plan.body_area,
        "plan.alternatives": plan.alternatives,
        "plan.without_treatment": plan.without_treatment,
        "family.name": who.family.name if who.family else "",
        "family.relationship": who.family.relationship if who.family else "",
        "mixture.reason": plan.mixture.terms.reason if plan.mixture else "",
        "mixture.stability": plan.mixture.terms.stability if plan.mixture else "",
    }
    words |= {f"reason.{c.id}": c.reason + c.dose for c in plan.compounds}
    words |= {f"who.{name}": text for name, text in who.words.items()}
    refuse_unprintable(words, language)
