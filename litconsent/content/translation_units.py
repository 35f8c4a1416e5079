"""The words of a content file, each with its address, and the same file with other words."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from litconsent.domain.editions import Edition

_PAGE_LINE = re.compile(r"(?:# |- +|\d{1,2}\. +)?(?P<words>\S.*)$")
_HEADER = re.compile(r"\[\[?([^\[\]]+)\]\]?\s*$")
_VALUE = re.compile(r"(?P<key>[^\s=#]+) = (?P<value>\".*\"|\[.*\])$")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a translator translates at once; several forms of a word stand one a line."""

    address: str  # file|passage|position, the same in every language
    words: str
    start: int
    end: int


def units(name: str, text: str) -> tuple[Unit, ...]:
    """Return the words of a page or a TOML file, in their order."""
    found = _of_page(name, text) if PurePath(name).suffix == ".md" else _of_toml(name, text)
    return tuple(found)


def with_words(name: str, text: str, words: Mapping[str, str]) -> str:
    """Return the file with these words at their addresses; all else stays byte for byte."""
    for unit in reversed(units(name, text)):
        new = words.get(unit.address, unit.words)
        if PurePath(name).suffix == ".toml":
            value = new.split("\n") if text[unit.start] == "[" else new
            new = json.dumps(value, ensure_ascii=False)
        text = text[: unit.start] + new + text[unit.end :]
    return text


def passage_of(address: str, edition: Edition) -> str:
    """Return the id of the passage of an edition that holds the words of an address.

    The titles of the pages on compounds and for clinicians are shown to nobody: they have none.
    """
    file, part, key = address.split("|")
    stem = PurePath(file).stem.replace("-", "_")
    if stem == "health":
        groups = edition.health
        return f"health/{next((g.id for g in groups if key in g.questions), key)}"
    if stem == "formulary":
        return f"classes/{part or key.split('.')[0]}"
    if PurePath(file).suffix == ".toml":
        return f"{stem}/{part.split('.')[0] or key}"
    if stem == "clinician":
        return "" if part == "title" else f"notes/{part}"
    if stem == "compounds":
        return part if "." in part else "" if part == "title" else f"compounds/{part}"
    return f"chapters/{stem}" if part == "title" else part


def _of_page(name: str, text: str) -> Iterator[Unit]:
    passage, position, start = "title", 0, 0
    for line in text.split("\n"):
        if line.startswith("## "):
            passage, position = line[3:].strip(), 0
        elif found := _PAGE_LINE.match(line):
            position += 1
            at, end = found.span("words")
            address = f"{name}|{passage}|{position}"
            yield Unit(address, found["words"], start + at, start + end)
        start += len(line) + 1


def _of_toml(name: str, text: str) -> Iterator[Unit]:
    passage, start = "", 0
    for line in text.split("\n"):
        if found := _HEADER.match(line):
            passage = found[1]
        elif found := _VALUE.match(line):
            value = json.loads(found["value"])
            words = value if isinstance(value, str) else "\n".join(value)
            at, end = found.span("value")
            yield Unit(f"{name}|{passage}|{found['key']}", words, start + at, start + end)
        start += len(line) + 1
