"""Which catalogues cannot be used: their languages are switched off, and no other is."""

from functools import lru_cache

from litconsent.i18n import text
from litconsent.i18n.languages import LANGUAGES, SOURCE
from litconsent.i18n.text import CatalogueBroken, read_catalogue, working_languages


@lru_cache(maxsize=1)
def catalogue_faults() -> tuple[tuple[str, CatalogueBroken], ...]:
    """Return each known language whose file cannot be used as it is now, with what is wrong."""
    found = []
    for code, known in LANGUAGES.items():
        try:
            if code != SOURCE:
                read_catalogue(text.catalogue_file(code), known.locale)
        except CatalogueBroken as broken:
            found.append((code, broken))
    return tuple(found)


def unknown_catalogues() -> tuple[str, ...]:
    """Return the folders of catalogues that are named after no language of ours."""
    folders = sorted(one.name for one in text.CATALOGUES.iterdir() if one.is_dir())
    return tuple(name for name in folders if name not in LANGUAGES)


def look_at_catalogues_again() -> None:
    """Offer what was mended since; a language that broke goes on with its last good catalogue."""
    catalogue_faults.cache_clear()
    working_languages.cache_clear()
