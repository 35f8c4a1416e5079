"""What a gate found: a value that a screen or the command says in words."""

from dataclasses import dataclass
from enum import StrEnum


class Gate(StrEnum):
    """What is asked of the content."""

    CORE_CLAIM = "core_claim"
    OPTIONAL_CLAIM = "optional_claim"
    CONDITIONAL_CLAIM = "conditional_claim"
    NOTE_CLAIM = "note_claim"
    OFFERED = "offered"
    CIRCUMSTANCE = "circumstance"
    CLINICIAN_CLAIM = "clinician_claim"
    CITATION = "citation"
    NUMBERS = "numbers"
    NEGATION = "negation"
    READABILITY = "readability"
    UNVERIFIED_SOURCE = "unverified_source"
    UNLABELLED = "unlabelled"
    ELEMENT = "element"
    GLOSSARY = "glossary"
    SOURCE_WORDS = "source_words"
    STALE = "stale"
    IDENTICAL = "identical"
    TERM = "term"
    SCRIPT = "script"
    UNITS = "units"
    GLYPH = "glyph"


@dataclass(frozen=True, slots=True)
class Finding:
    """One gate that one block, claim or source does not pass; `language` "" for all."""

    gate: Gate
    subject: str
    detail: str = ""
    language: str = ""
