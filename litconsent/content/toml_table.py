"""Strict reading of TOML: every key typed, unknown keys refused, every problem with its line."""

import re
import tomllib
from collections import ChainMap
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from litconsent.content.faults import ContentFault, ContentInvalid, ContentProblem
from litconsent.content.plain_text import faults_of, read_text

Choice = TypeVar("Choice", bound=StrEnum)

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_./\"-]+)\s*=")
_ERROR_LINE = re.compile(r"line (\d+)")


@dataclass(slots=True)
class Table:
    """One TOML table with the place it stands at; `done()` refuses keys nobody asked for."""

    file: str
    line: int
    data: dict[str, Any]
    lines: dict[str, int] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

    def fail(self, fault: ContentFault, detail: str = "", key: str = "") -> NoReturn:
        """Raise a problem at a key of this table, or at its head."""
        line = self.lines.get(key, self.line)
        raise ContentInvalid(ContentProblem(self.file, line, fault, detail))

    def text(self, key: str) -> str:
        """Return words that a person may read."""
        value = self._of(key, str)
        for fault, detail in faults_of(value):
            self.fail(fault, detail or key, key)
        return str(value).strip()

    def optional_text(self, key: str) -> str | None:
        """Return words, or None if the key is absent."""
        self._asked.add(key)
        return self.text(key) if key in self.data else None

    def optional_pattern(self, key: str) -> re.Pattern[str] | None:
        """Return a regular expression, or None if the key is absent."""
        self._asked.add(key)
        if key not in self.data:
            return None
        try:
            return re.compile(self._of(key, str))
        except re.error as error:
            self.fail(ContentFault.WRONG_VALUE, f"{key}: {error}", key)

    def patterns(self, key: str) -> dict[str, re.Pattern[str]]:
        """Return a table of regular expressions by key, empty if it is absent."""
        self._asked.add(key)
        if key not in self.data:
            return {}
        inner = self.inner(key)
        found = {name: inner.optional_pattern(name) for name in inner.data}
        return {name: pattern for name, pattern in found.items() if pattern}

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of ids or words."""
        values = self._of(key, list)
        if not all(isinstance(value, str) and value for value in values):
            self.fail(ContentFault.WRONG_TYPE, key, key)
        return tuple(values)

    def optional_texts(self, key: str) -> tuple[str, ...]:
        """Return a list of ids or words, empty if the key is absent."""
        self._asked.add(key)
        return self.texts(key) if key in self.data else ()

    def flag(self, key: str) -> bool:
        """Return true or false."""
        return bool(self._of(key, bool))

    def optional_flag(self, key: str) -> bool:
        """Return true or false; false if the key is absent."""
        self._asked.add(key)
        return key in self.data and self.flag(key)

    def whole(self, key: str) -> int:
        """Return a whole number."""
        value = self._of(key, int)
        if isinstance(value, bool):
            self.fail(ContentFault.WRONG_TYPE, key, key)
        return int(value)

    def day(self, key: str) -> date:
        """Return a date."""
        value: date = self._of(key, date)
        return value

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """Return one value of an enumeration."""
        value = self._of(key, str)
        if value not in [str(member) for member in kind]:
            self.fail(ContentFault.WRONG_VALUE, f"{key} = {value}", key)
        return kind(value)

    def words(self, key: str) -> dict[str, str]:
        """Return a table of words by key, possibly empty."""
        self._asked.add(key)
        table = self.data.get(key, {})
        if not isinstance(table, dict):
            self.fail(ContentFault.WRONG_TYPE, key, key)
        inner = Table(self.file, self.lines.get(key, self.line), table, self.lines)
        return {name: inner.text(name) for name in table}

    def inner(self, key: str) -> "Table":
        """Return the table under a key, written as `key.name = …` in the lines of this one."""
        dot = f"{key}."
        lines = {name[len(dot) :]: at for name, at in self.lines.items() if name.startswith(dot)}
        return Table(self.file, self.line, self._of(key, dict), lines)

    def done(self) -> None:
        """Refuse every key that was never asked for."""
        for key in self.data:
            if key not in self._asked:
                self.fail(ContentFault.UNKNOWN_KEY, key, key)

    def _of(self, key: str, kind: type) -> Any:
        self._asked.add(key)
        if key not in self.data:
            self.fail(ContentFault.MISSING_KEY, key)
        if not isinstance(self.data[key], kind):
            self.fail(ContentFault.WRONG_TYPE, key, key)
        return self.data[key]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole TOML file: its tables by name, and its lists of tables in their order."""

    file: str
    data: dict[str, Any]
    sections: tuple[tuple[str, int, dict[str, int]], ...]

    def table(self, name: str = "") -> Table:
        """Return a table by its dotted name; "" is the top of the file."""
        value: Any = self.data
        for part in name.split(".") if name else []:
            value = value.get(part) if isinstance(value, dict) else None
        line, lines = self._place(name, 0)
        if not isinstance(value, dict):
            fault = ContentFault.MISSING_KEY if value is None else ContentFault.WRONG_TYPE
            raise ContentInvalid(ContentProblem(self.file, line, fault, name))
        inner = [keys for header, _, keys in self.sections if header.startswith(f"{name}.")]
        return Table(self.file, line, value, {**dict(ChainMap(*inner)), **lines})

    def tables(self, name: str) -> tuple[Table, ...]:
        """Return the tables under `[[name]]`, in order; none when there are none."""
        return self._rows(self.data.get(name, []), name, 0)

    def nested(self, name: str, inner: str) -> tuple[tuple[Table, tuple[Table, ...]], ...]:
        """Return the tables under `[[name]]`, each with its tables under `[[name.inner]]`."""
        found: list[tuple[Table, tuple[Table, ...]]] = []
        before = 0
        for outer in self.tables(name):
            rows = outer.data.get(inner, [])
            found.append((outer, self._rows(rows, f"{name}.{inner}", before)))
            outer._asked.add(inner)
            before += len(rows)
        return tuple(found)

    def only(self, *names: str) -> None:
        """Refuse anything at the top of the file but these names."""
        for key in self.data:
            if key not in names:
                line = next((at for name, at, _ in self.sections if name.split(".")[0] == key), 0)
                line = line or self.sections[0][2].get(key, 0)
                raise ContentInvalid(ContentProblem(self.file, line, ContentFault.UNKNOWN_KEY, key))

    def _rows(self, rows: Any, name: str, before: int) -> tuple[Table, ...]:
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            line, _ = self._place(name, before)
            raise ContentInvalid(ContentProblem(self.file, line, ContentFault.WRONG_TYPE, name))
        tables = []
        for index, row in enumerate(rows):
            line, lines = self._place(name, before + index)
            tables.append(Table(self.file, line, row, lines))
        return tuple(tables)

    def _place(self, name: str, index: int) -> tuple[int, dict[str, int]]:
        places = [(line, lines) for header, line, lines in self.sections if header == name]
        return places[index] if index < len(places) else (0, {})


def read_toml(path: Path, shown: str) -> Document:
    """Return a TOML file.

    :raises ContentInvalid: if it is missing, not UTF-8 or not TOML.
    """
    text = read_text(path, shown)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _ERROR_LINE.search(str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        problem = ContentProblem(shown, line, ContentFault.BROKEN_TOML, str(error))
        raise ContentInvalid(problem) from error
    return Document(shown, data, _sections(text))


def _sections(text: str) -> tuple[tuple[str, int, dict[str, int]], ...]:
    sections: list[tuple[str, int, dict[str, int]]] = [("", 1, {})]
    for number, line in enumerate(text.split("\n"), start=1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            sections.append((header.group(2).replace('"', ""), number, {}))
        elif key:
            sections[-1][2].setdefault(key.group(1).strip('"'), number)
    return tuple(sections)
