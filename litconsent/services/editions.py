"""Editions: which one serves a language now, and those that episodes keep, frozen by hash."""

from typing import Any

from litconsent.content.edition_data import edition_from_data, edition_to_data
from litconsent.domain.editions import Edition, EditionState, ForWhom
from litconsent.domain.episodes import Episode
from litconsent.domain.errors import LanguageUnavailable
from litconsent.domain.events import EventKind
from litconsent.domain.leaflets import Leaflet, compose
from litconsent.domain.releases import HISTORY, Release, history, in_force
from litconsent.i18n.languages import LANGUAGES
from litconsent.i18n.text import working_languages
from litconsent.services.clinic import Clinic
from litconsent.services.rulings import ruling_of
from litconsent.storage.books import Books

# Static text of the clinic's own content, by hash: nothing of a patient is in it.
_KNOWN: dict[str, Edition] = {}


def serving(clinic: Clinic, books: Books, language: str) -> Edition:
    """Return what a language is read in now: its released edition, or else the working draft.

    :raises LanguageUnavailable: if there is neither.
    """
    release = in_force(releases(clinic, books), language)
    if release:
        return frozen(books, release.edition_hash)
    return clinic.library.edition(language, clinic.settings.procedure)


def freeze(clinic: Clinic, books: Books, language: str) -> Edition:
    """Return the edition that serves a language now, kept in the store from now on.

    :raises LanguageUnavailable: if there is none.
    """
    edition = serving(clinic, books, language)
    books.editions.put(edition.hash, edition.procedure, edition.language, edition_to_data(edition))
    return edition


def frozen(books: Books, edition_hash: str) -> Edition:
    """Return the edition that was frozen under this hash.

    :raises LanguageUnavailable: if the store has none.
    """
    if edition_hash not in _KNOWN:
        data: dict[str, Any] | None = books.editions.get(edition_hash)
        if data is None:
            raise LanguageUnavailable(edition_hash)
        _KNOWN[edition_hash] = edition_from_data(data)
    return _KNOWN[edition_hash]


def releases(clinic: Clinic, books: Books) -> tuple[Release, ...]:
    """Return the releases and withdrawals of all languages, oldest first."""
    return history(books.events.of_clinic(*HISTORY), clinic.settings.procedure)


def readable_languages(clinic: Clinic) -> tuple[str, ...]:
    """Return the known languages whose working text is whole."""
    whole = clinic.library.languages(clinic.settings.procedure)
    return tuple(code for code in whole if code in LANGUAGES)


def offered_languages(clinic: Clinic) -> tuple[str, ...]:
    """Return the languages of this clinic whose interface is whole, and their text or a release."""
    with clinic.store.reading() as books:
        entries = releases(clinic, books)
    released = (entry.language for entry in entries if in_force(entries, entry.language))
    spoken = frozenset(clinic.settings.languages or LANGUAGES) & frozenset(working_languages())
    found = dict.fromkeys((*readable_languages(clinic), *released))
    return tuple(code for code in found if code in spoken)


def kept_hash(books: Books, episode: Episode, language: str) -> str | None:
    """Return the hash of the edition that an episode keeps of a language, or None if of none.

    It keeps the two it was prepared with, and of another language the one that the patient met
    when choosing it first.
    """
    if language in ("", episode.language):
        return episode.edition_hash
    if language == episode.clinic_language:
        return episode.clinic_edition_hash
    for event in books.events.of_episode(episode.id):
        if event.kind is EventKind.LANGUAGE_CHOSEN and event.data["language"] == language:
            return str(event.data["edition"]) if "edition" in event.data else None
    return None


def leaflet_of(clinic: Clinic, books: Books, episode: Episode, language: str = "") -> Leaflet:
    """Return what this episode's patient reads, in the language chosen or else the prepared one."""
    kept = kept_hash(books, episode, language)
    edition = frozen(books, kept) if kept else serving(clinic, books, language)
    ruled = ruling_of(clinic, episode)
    for_whom = ForWhom.PATIENT if ruled.patient_decides else ForWhom.REPRESENTATIVE
    return compose(edition, episode.plan, circumstances=ruled.circumstances, for_whom=for_whom)


def draft_of(books: Books, episode: Episode, leaflet: Leaflet) -> bool:
    """Tell whether this leaflet, or the clinic's text beside it, is a draft."""
    editions = (leaflet.edition, frozen(books, episode.clinic_edition_hash))
    return any(one.state is EditionState.DRAFT for one in editions)
