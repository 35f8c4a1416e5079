"""Compare the working text of a language with its released edition, for the lead and an auditor."""

from dataclasses import dataclass

from litconsent.domain.comparisons import Compared, Verdict, compare
from litconsent.domain.editions import Edition
from litconsent.domain.errors import LanguageUnavailable
from litconsent.domain.releases import Release, in_force
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, looking
from litconsent.services.clinic import Clinic
from litconsent.services.editions import frozen, readable_languages, releases
from litconsent.services.release_gate import Checked, Obstacle, checked, checked_all
from litconsent.services.release_language import as_released


@dataclass(frozen=True, slots=True)
class Section:
    """One chapter, one compound, or one other part of an edition, with its passages."""

    id: str
    title: str
    passages: tuple[Compared, ...]

    @property
    def differing(self) -> tuple[Compared, ...]:
        """Return the passages that are not as they were released."""
        return tuple(one for one in self.passages if one.verdict is not Verdict.SAME)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One language: its working text, what is released of it, and another language beside it."""

    language: str
    beside: str
    working: Edition
    release: Release | None
    history: tuple[Release, ...]
    sections: tuple[Section, ...]
    obstacles: tuple[Obstacle, ...]
    drafted: str = ""
    checked: str = ""

    @property
    def unchanged(self) -> bool:
        """Tell whether the released edition has the very words of the working text."""
        released = self.release.edition_hash if self.release else ""
        return released == as_released(self.working).hash

    def count(self, verdict: Verdict) -> int:
        """Return how many passages have this verdict."""
        return sum(one.verdict is verdict for part in self.sections for one in part.passages)


def compare_editions(clinic: Clinic, tablet: str, language: str) -> Comparison:
    """Return the comparison of one language.

    :raises NotAllowed: for anybody but the lead and an auditor.
    :raises LanguageUnavailable: if there is no working text.
    """
    with looking(clinic, tablet, "compare", Mode.CLINIC) as act:
        act.lead_or_auditor("compare")
        if language not in readable_languages(clinic):
            raise LanguageUnavailable(language)
        return _comparison(clinic, act, language, checked(clinic, language))


def compare_languages(clinic: Clinic, tablet: str) -> tuple[Comparison, ...]:
    """Return the comparison of every language that has a working text."""
    with looking(clinic, tablet, "compare", Mode.CLINIC) as act:
        act.lead_or_auditor("compare")
        languages = readable_languages(clinic)
        files = checked_all(clinic, languages)
        return tuple(_comparison(clinic, act, one, files[one]) for one in languages)


def read_edition(clinic: Clinic, tablet: str, edition_hash: str) -> Comparison:
    """Return an edition that was released once, alone, for reading.

    :raises NotAllowed: for anybody but the lead and an auditor.
    :raises LanguageUnavailable: if no release ever had this hash.
    """
    with looking(clinic, tablet, "compare", Mode.CLINIC) as act:
        act.lead_or_auditor("compare")
        if edition_hash not in {one.edition_hash for one in releases(clinic, act.books)}:
            raise LanguageUnavailable(edition_hash)
        edition = frozen(act.books, edition_hash)
    parts = _sections(compare(edition, None, None), _titles(edition))
    return Comparison(edition.language, "", edition, None, (), parts, ())


def _comparison(clinic: Clinic, act: Act, language: str, files: Checked) -> Comparison:
    library, procedure = clinic.library, clinic.settings.procedure
    working = library.edition(language, procedure)
    entries = tuple(one for one in releases(clinic, act.books) if one.language == language)
    release = in_force(entries, language)
    released = frozen(act.books, release.edition_hash) if release else None
    beside = _beside(clinic, language)
    script = library.manuscript(procedure)
    plan = script.languages.get(language) if script else None
    other = library.edition(beside, procedure) if beside else None
    return Comparison(
        language=language,
        beside=beside,
        working=working,
        release=release,
        history=entries,
        sections=_sections(
            compare(working, released, other, library.stale(language, procedure)),
            (_titles(released) if released else {}) | _titles(working),
        ),
        obstacles=files.obstacles,
        drafted=plan.drafted if plan else "",
        checked=plan.checked if plan else "",
    )


def _beside(clinic: Clinic, language: str) -> str:
    """Return the source language, or for the source itself the next language, or nothing."""
    script = clinic.library.manuscript(clinic.settings.procedure)
    if script is None:
        raise LanguageUnavailable(language)
    order = sorted(readable_languages(clinic), key=lambda code: code != script.source_language)
    return next((code for code in order if code != language), "")


def _titles(edition: Edition) -> dict[str, str]:
    titles = {chapter.id: chapter.title for chapter in edition.chapters}
    return titles | {key: compound.name for key, compound in edition.compounds.items()}


def _sections(found: tuple[Compared, ...], titles: dict[str, str]) -> tuple[Section, ...]:
    parts: dict[str, list[Compared]] = {}
    for one in found:
        parts.setdefault(one.section, []).append(one)
    return tuple(Section(key, titles.get(key, ""), tuple(ones)) for key, ones in parts.items())
