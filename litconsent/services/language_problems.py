"""What switches a language off besides its texts: a broken catalogue, or a code of none of ours."""

from litconsent.content.faults import ContentFault, ContentProblem
from litconsent.i18n.catalogue_faults import catalogue_faults, unknown_catalogues
from litconsent.i18n.languages import LANGUAGES
from litconsent.i18n.text import CatalogueBroken, Flaw
from litconsent.services.clinic import Clinic

_FAULTS = {
    Flaw.UNREADABLE: ContentFault.FILE_MISSING,
    Flaw.UNSAFE: ContentFault.UNKNOWN_KEY,
    Flaw.GAP: ContentFault.EMPTY_BLOCK,
}
_LOCALES = "locales"


def language_problems(clinic: Clinic) -> tuple[ContentProblem, ...]:
    """Return what keeps languages from being spoken, each with its file; the others are whole."""
    script = clinic.library.manuscript(clinic.settings.procedure)
    listed = script.languages if script else ()
    return (
        *(_unknown("edition.toml", code) for code in listed if code not in LANGUAGES),
        *(_unknown(f"{_LOCALES}/{code}", code) for code in unknown_catalogues()),
        *(_broken(code, broken) for code, broken in catalogue_faults()),
    )


def _unknown(file: str, code: str) -> ContentProblem:
    return ContentProblem(file, 0, ContentFault.WRONG_VALUE, code, code)


def _broken(code: str, broken: CatalogueBroken) -> ContentProblem:
    file = f"{_LOCALES}/{code}/{'/'.join(broken.file.parts[-2:])}"
    return ContentProblem(file, 0, _FAULTS[broken.flaw], broken.at, code)
