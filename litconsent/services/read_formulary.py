"""Read the formulary: what the clinic offers to a patient, and all of it for the lead."""

from dataclasses import dataclass
from datetime import datetime

from litconsent.domain.editions import Edition, Topic
from litconsent.domain.events import Event
from litconsent.domain.formulary import HISTORY, Formulary, formulary_of
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, looking
from litconsent.services.clinic import Clinic
from litconsent.services.editions import offered_languages, serving
from litconsent.storage.books import Books


@dataclass(frozen=True, slots=True)
class FormularyView:
    """The formulary as its lead sees it, beside the edition that describes the compounds."""

    edition: Edition
    formulary: Formulary
    languages: tuple[str, ...]
    changed_at: datetime | None
    changed_by: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be proposed to a patient: an edition with nothing else in it; whether it mixes."""

    edition: Edition
    topics: frozenset[Topic]
    mixing: bool


def view_formulary(clinic: Clinic, tablet: str, language: str) -> FormularyView:
    """Return the whole formulary in one language.

    :raises NotAllowed: for anybody but the lead.
    :raises LanguageUnavailable: if there is no whole edition.
    """
    with looking(clinic, tablet, "formulary", Mode.CLINIC) as act:
        act.lead_only("formulary")
        edition = serving(clinic, act.books, language)
        events = act.books.events.of_clinic(*HISTORY)
        return FormularyView(
            edition,
            formulary_of(edition, events),
            offered_languages(clinic),
            events[-1].at if events else None,
            _who(act, events[-1]) if events else "",
        )


def read_offer(clinic: Clinic, language: str) -> Offer:
    """Return what the clinic offers, in one language: for doctors, and for whoever reads.

    :raises LanguageUnavailable: if there is no whole edition.
    """
    with clinic.store.reading() as books:
        edition = serving(clinic, books, language)
        formulary = formulary_in(books, edition)
    return Offer(formulary.offer(edition), formulary.topics, formulary.mixing is not None)


def formulary_in(books: Books, edition: Edition) -> Formulary:
    """Return the formulary as it stands in this transaction."""
    return formulary_of(edition, books.events.of_clinic(*HISTORY))


def _who(act: Act, event: Event) -> str:
    account = act.books.accounts.by_id(event.actor.partition(":")[2])
    return account.name if account else ""
