"""The library of editions: reads all languages at once and keeps the last good ones."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from litconsent.content.assembly import assemble, differences
from litconsent.content.edition_data import edition_from_data, edition_to_data
from litconsent.content.faults import ContentFault, ContentInvalid, ContentProblem, refuse
from litconsent.content.manuscript import Manuscript
from litconsent.content.manuscript_file import read_manuscript
from litconsent.domain.editions import Edition
from litconsent.domain.errors import LanguageUnavailable

__all__ = ["Library", "edition_from_data", "edition_to_data"]

PROCEDURE = "lit"


@dataclass(slots=True)
class _Shelf:
    """The good editions of one procedure, and what was wrong at the last reading."""

    editions: dict[str, Edition] = field(default_factory=dict)
    problems: tuple[ContentProblem, ...] = ()
    manuscript: Manuscript | None = None


class Library:
    """The editions under one content folder; safe to share between threads."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._shelves: dict[str, _Shelf] = {}

    def languages(self, procedure: str = PROCEDURE) -> tuple[str, ...]:
        """Return the languages that can be read whole, in the order of edition.toml."""
        return tuple(self._shelf(procedure).editions)

    def edition(self, language: str, procedure: str = PROCEDURE) -> Edition:
        """Return the last good edition of one language.

        :raises LanguageUnavailable: if it never was whole.
        """
        edition = self._shelf(procedure).editions.get(language)
        if edition is None:
            raise LanguageUnavailable(language)
        return edition

    def problems(self, procedure: str = PROCEDURE) -> tuple[ContentProblem, ...]:
        """Return what was wrong with the files at the last reading."""
        return self._shelf(procedure).problems

    def manuscript(self, procedure: str = PROCEDURE) -> Manuscript | None:
        """Return the last good shared part, or None if it never was whole."""
        return self._shelf(procedure).manuscript

    def reload(self, procedure: str = PROCEDURE) -> None:
        """Read the files anew; what is no longer whole keeps its last good edition."""
        with self._lock:
            self._shelves[procedure] = self._read(procedure)

    def _shelf(self, procedure: str) -> _Shelf:
        with self._lock:
            if procedure not in self._shelves:
                self._shelves[procedure] = self._read(procedure)
            return self._shelves[procedure]

    def _read(self, procedure: str) -> _Shelf:
        before = self._shelves.get(procedure, _Shelf())
        try:
            script = read_manuscript(self._root / procedure)
        except ContentInvalid as error:
            return _Shelf(before.editions, error.problems, before.manuscript)
        editions: dict[str, Edition] = {}
        problems: list[ContentProblem] = []
        for language in script.languages:
            try:
                editions[language] = self._one(script, procedure, language, editions)
            except ContentInvalid as error:
                problems += error.problems
                if language in before.editions:
                    editions[language] = before.editions[language]
        return _Shelf(editions, tuple(problems), script)

    def _one(
        self, script: Manuscript, procedure: str, language: str, done: dict[str, Edition]
    ) -> Edition:
        folder = self._root / procedure
        if not (folder / language).is_dir():
            raise ContentInvalid(
                ContentProblem(language, 0, ContentFault.MISSING_LANGUAGE, language, language)
            )
        edition = assemble(folder, script, language)
        if script.source_language in done:
            refuse(differences(done[script.source_language], edition))
        return edition
