"""Editions as an episode keeps them: frozen in the store by their hash."""

from typing import Any

from litconsent.content.edition_data import edition_from_data, edition_to_data
from litconsent.domain.editions import Edition
from litconsent.domain.episodes import Episode
from litconsent.domain.errors import LanguageUnavailable
from litconsent.domain.leaflets import Leaflet, compose
from litconsent.services.clinic import Clinic
from litconsent.storage.books import Books

# Static text of the clinic's own content, by hash: nothing of a patient is in it.
_KNOWN: dict[str, Edition] = {}


def freeze(clinic: Clinic, books: Books, language: str) -> Edition:
    """Return the present edition of a language, kept in the store from now on.

    :raises LanguageUnavailable: if there is no whole edition.
    """
    edition = clinic.library.edition(language, clinic.settings.procedure)
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


def leaflet_of(clinic: Clinic, books: Books, episode: Episode, language: str = "") -> Leaflet:
    """Return what this episode's patient reads, in the language chosen or else the prepared one."""
    if not language or language == episode.language:
        return compose(frozen(books, episode.edition_hash), episode.plan)
    if language == episode.clinic_language:
        return compose(frozen(books, episode.clinic_edition_hash), episode.plan)
    return compose(clinic.library.edition(language, episode.procedure), episode.plan)
