"""How the languages stand in this installation's store, for a command that may find none."""

from dataclasses import dataclass

from litconsent.domain.releases import Release
from litconsent.services.clinic import open_clinic
from litconsent.services.editions import releases
from litconsent.services.release_language import as_released
from litconsent.settings import Settings


@dataclass(frozen=True, slots=True)
class LanguageState:
    """The last entry in a language's history, and whether its working text still is those words."""

    entry: Release
    unchanged: bool


def release_states(settings: Settings) -> dict[str, LanguageState]:
    """Return the state of each language that ever was released; none without a database."""
    if not settings.database.exists():
        return {}
    clinic = open_clinic(settings)
    try:
        with clinic.store.reading() as books:
            last = {entry.language: entry for entry in releases(clinic, books)}
        whole = clinic.library.languages(settings.procedure)
        now = {
            language: as_released(clinic.library.edition(language, settings.procedure)).hash
            for language in last
            if language in whole
        }
        return {
            language: LanguageState(entry, now.get(language) == entry.edition_hash)
            for language, entry in last.items()
        }
    finally:
        clinic.store.close()
