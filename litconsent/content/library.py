"""The library of editions: reads all languages at once and keeps the last good ones."""

import hashlib
import threading
from dataclasses import dataclass, field, replace
from pathlib import Path

from litconsent.content.assembly import assemble, differences
from litconsent.content.edition_data import edition_from_data, edition_to_data
from litconsent.content.faults import ContentFault, ContentInvalid, ContentProblem, refuse
from litconsent.content.manuscript import Manuscript
from litconsent.content.manuscript_file import read_manuscript
from litconsent.content.translated_file import read_made_from, stale_passages
from litconsent.domain.editions import Edition
from litconsent.domain.errors import LanguageUnavailable

__all__ = ["Library", "edition_from_data", "edition_to_data", "fingerprint"]

PROCEDURE = "lit"


@dataclass(slots=True)
class _Shelf:
    """The good editions of one procedure, and what was wrong at the last reading."""

    editions: dict[str, Edition] = field(default_factory=dict)
    stale: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[ContentProblem, ...] = ()
    manuscript: Manuscript | None = None


# What was whole, by the bytes of its files: a process reads twelve languages once, not once for
# each clinic that it opens.
_WHOLE: dict[str, _Shelf] = {}
_MOST_KEPT = 4


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

    def stale(self, language: str, procedure: str = PROCEDURE) -> tuple[str, ...]:
        """Return the passages of a translation whose source has changed since it was made."""
        return self._shelf(procedure).stale.get(language, ())

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
        try:
            bytes_now = fingerprint(self._root / procedure)
        except OSError:  # reading it says which file
            return self._parse(procedure)
        if bytes_now in _WHOLE:
            return _WHOLE[bytes_now]
        shelf = self._parse(procedure)
        if not shelf.problems:
            while len(_WHOLE) >= _MOST_KEPT:
                _WHOLE.pop(next(iter(_WHOLE)), None)
            _WHOLE[bytes_now] = shelf
        return shelf

    def _parse(self, procedure: str) -> _Shelf:
        before = self._shelves.get(procedure, _Shelf())
        try:
            script = read_manuscript(self._root / procedure)
        except ContentInvalid as error:
            return _Shelf(before.editions, before.stale, error.problems, before.manuscript)
        shelf = _Shelf(manuscript=script)
        problems = list(script.unfit)
        # The source comes first: the others are compared with it.
        for language in sorted(script.languages, key=lambda code: code != script.source_language):
            try:
                edition = self._one(script, procedure, language, shelf.editions)
                shelf.stale[language] = self._stale(script, edition, shelf.editions)
                shelf.editions[language] = edition
            except ContentInvalid as error:
                problems += (replace(problem, language=language) for problem in error.problems)
                if language in before.editions:
                    shelf.editions[language] = before.editions[language]
                    shelf.stale[language] = before.stale.get(language, ())
        whole = {c: shelf.editions[c] for c in script.languages if c in shelf.editions}
        return replace(shelf, editions=whole, problems=tuple(problems))

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

    def _stale(
        self, script: Manuscript, edition: Edition, done: dict[str, Edition]
    ) -> tuple[str, ...]:
        plan = script.languages[edition.language]
        source = done.get(script.source_language, edition)
        folder = self._root / script.procedure
        # Without a source there is nothing to be up to date with: all of a translation is stale.
        made_from = {} if source is edition else read_made_from(folder, plan, source)
        return stale_passages(plan, source, made_from)


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 of every file's name and bytes, in their order."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            digest.update(f"{file.relative_to(folder)}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()
