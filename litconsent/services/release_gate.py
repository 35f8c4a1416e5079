"""What stands before a release: broken files, failing gates, stale passages; nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from litconsent.content.faults import ContentProblem
from litconsent.content.finding import Finding
from litconsent.services.check_content import check_content
from litconsent.services.clinic import Clinic

Obstacle = ContentProblem | Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """The files as they are now: the hash of one language's text, and what speaks against it."""

    hash: str
    obstacles: tuple[Obstacle, ...]


def checked(clinic: Clinic, language: str) -> Checked:
    """Run every gate of the check over the files for one language."""
    return checked_all(clinic, (language,))[language]


def checked_all(clinic: Clinic, languages: Iterable[str]) -> Mapping[str, Checked]:
    """Run every gate of the check over the files once, and return what concerns each language."""
    settings = clinic.settings
    report = check_content(settings.content_dir, settings.procedure, settings.jurisdiction)
    found: tuple[Obstacle, ...] = (*report.problems, *report.findings)
    hashes = {one.language: one.hash for one in report.languages}
    return {
        language: Checked(
            hashes.get(language, ""),
            tuple(one for one in found if one.language in ("", language)),
        )
        for language in languages
    }
