"""What the rules of the clinic's jurisdiction say about an episode: who decides, who signs."""

from datetime import date

from litconsent.domain.answers import Presence
from litconsent.domain.episodes import Episode, age_on
from litconsent.domain.rulings import Ruling, ruling
from litconsent.domain.stated import Known, offered_speakers, override_of, situation_of
from litconsent.domain.statements import Speaker, Statement
from litconsent.services.clinic import Clinic


def ruling_of(clinic: Clinic, episode: Episode, presence: Presence | None = None) -> Ruling:
    """Return what the rules say about an episode now."""
    return ruling_for(
        clinic,
        episode.who,
        episode.patient.birth_date,
        off_label=bool(episode.plan.off_label),
        sessions=episode.plan.sessions,
        presence=presence,
    )


def ruling_for(
    clinic: Clinic,
    stated: Statement,
    birth_date: date,
    *,
    off_label: bool,
    sessions: int,
    presence: Presence | None = None,
) -> Ruling:
    """Return what the rules say about a statement, also before there is an episode."""
    known = Known(
        age=age_on(birth_date, clinic.now().date()),
        off_label=off_label,
        sessions=sessions,
        adults_only=clinic.settings.adults_only,
        presence=presence,
    )
    return ruling(situation_of(stated, known), clinic.rulebook(), override_of(stated))


def speakers_for(clinic: Clinic, birth_date: date) -> tuple[Speaker, ...]:
    """Return who can decide for a patient of this age where the clinic is."""
    book = clinic.rulebook()
    age = age_on(birth_date, clinic.now().date())
    return offered_speakers(book, minor=age < book.limits.adult)
