"""What a clinic writes itself: own entries of its formulary, and its own words about others."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from litconsent.domain.editions import (
    COMPOUND_PARTS,
    Block,
    Claim,
    Compound,
    Edition,
    Kind,
    Layer,
    OffLabel,
    Setting,
    Strength,
    Use,
)
from litconsent.domain.errors import LanguageUnavailable, TextMissing
from litconsent.domain.words import clean_line, clean_text

CLINIC_PART = "clinic"  # what the clinic itself says, after the parts that every page has
LONGEST_PART = 1200  # characters, as in the content files
_SECTION = "not in the paper"

Words = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True)
class OwnPage:
    """An own entry in one language: its name and every part of its page."""

    name: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """A compound that the clinic added; `strength` is how sure it is, in the clinic's judgement."""

    id: str
    group: str
    medicine: bool
    off_label: OffLabel
    strength: Strength
    pages: Mapping[str, OwnPage]

    def compound(self, language: str) -> Compound:
        """Return the entry as a patient reads it.

        :raises LanguageUnavailable: if nobody wrote it in this language.
        """
        page = self.pages.get(language)
        if page is None:
            raise LanguageUnavailable(language)
        parts = tuple(
            _block(self.id, part, page.parts[part], self.id)
            for part in (*COMPOUND_PARTS, CLINIC_PART)
        )
        return Compound(
            self.id, page.name, self.medicine, self.off_label, parts, self.group, Setting.OFF
        )

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "OwnEntry":
        """Return the entry that `asdict` wrote."""
        pages = {key: OwnPage(page["name"], page["parts"]) for key, page in data["pages"].items()}
        return cls(
            data["id"],
            data["group"],
            data["medicine"],
            OffLabel(data["off_label"]),
            Strength(data["strength"]),
            pages,
        )


@dataclass(frozen=True, slots=True)
class Additions:
    """What a clinic adds to an edition: own entries, and its words about compounds, by id."""

    own: tuple[OwnEntry, ...] = ()
    texts: Mapping[str, Words] = field(default_factory=dict)

    @property
    def hash(self) -> str:
        """Return the SHA-256 (hex) of all of it, or "" for nothing."""
        if not self.own and not self.texts:
            return ""
        canonical = json.dumps(
            asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        return hashlib.sha256(canonical.encode()).hexdigest()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Additions":
        """Return what `asdict` wrote; an empty mapping is nothing."""
        own = tuple(OwnEntry.from_data(entry) for entry in data.get("own", ()))
        return cls(own, data.get("texts", {}))


NOTHING_ADDED = Additions()


def own_page(language: str, name: str, parts: Mapping[str, str], origin: str) -> OwnPage:
    """Return a page made of what was typed; `origin` is the sentence that says who wrote it.

    :raises TextMissing: with `entry.<part>.<language>` as its field, if a part was left empty.
    """
    cleaned = {
        part: clinic_words(parts.get(part, ""), f"entry.{part}.{language}")
        for part in COMPOUND_PARTS
    }
    title = clean_line(name, field=f"entry.name.{language}")
    return OwnPage(title, cleaned | {CLINIC_PART: origin})


def clinic_words(typed: str, name: str) -> str:
    """Return what the clinic wrote for patients, in paragraphs.

    :raises TextMissing: if it is empty.
    """
    words = clean_text(typed, field=name, limit=LONGEST_PART)
    if not words:
        raise TextMissing(name)
    return words


def with_additions(edition: Edition, additions: Additions) -> Edition:
    """Return an edition with what the clinic added; its hash is still that of the edition alone.

    :raises LanguageUnavailable: if an addition was not written in the language of the edition.
    """
    if not additions.hash:
        return edition
    compounds = dict(edition.compounds)
    claims = dict(edition.claims)
    for key, words in additions.texts.items():
        if edition.language not in words:
            raise LanguageUnavailable(edition.language)
        part = _block(key, CLINIC_PART, words[edition.language])
        compounds[key] = replace(compounds[key], parts=(*compounds[key].parts, part))
    for entry in additions.own:
        compounds[entry.id] = entry.compound(edition.language)
        claims[entry.id] = Claim(
            entry.id, _SECTION, (entry.strength,), Use.CONDITIONAL, compounds[entry.id].name
        )
    return replace(edition, compounds=compounds, claims=claims)


def _block(compound_id: str, part: str, words: str, *cited: str) -> Block:
    text = tuple(line for line in words.split("\n") if line)
    return Block(f"{compound_id}.{part}", cited, Layer.SHORT, Kind.TEXT, text)
