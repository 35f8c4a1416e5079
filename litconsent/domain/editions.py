"""What a patient may read: claims, blocks, chapters, compounds and check items of one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Strength(StrEnum):
    """How sure the source is of a claim, as the source itself presents it."""

    DEFINITION = "DEF"
    HYPOTHESIS = "HYP"
    PRECLINICAL = "PRE"
    RANDOMIZED = "RCT"
    COMPARISON = "CMP"
    REPORTED = "REP"
    RECOMMENDED = "EXP"
    UNKNOWN = "GAP"
    LAW = "LAW"
    READER = "READ"


class Use(StrEnum):
    """Where a claim belongs."""

    CORE = "core"
    OPTIONAL = "opt"
    CLINICIAN = "clin"
    CONDITIONAL = "cond"


class Layer(StrEnum):
    """Whether a block is read by all or stands behind "read more"."""

    SHORT = "short"
    MORE = "more"


class Kind(StrEnum):
    """How a block is set."""

    TEXT = "text"
    LIST = "list"
    STEPS = "steps"
    KEY = "key"
    OPTIONS = "options"  # a question, then what holds for this, another and no treatment


class Topic(StrEnum):
    """What a clinic may offer beside compounds; a block about it is read only where it does."""

    VEINS = "veins"
    LASER = "laser"


class Circumstance(StrEnum):
    """What holds for this patient and needs words of its own; such a block is read only there."""

    FAMILY = "family"
    INTERPRETER = "interpreter"
    RELATIVE_INTERPRETS = "relative_interprets"
    READ_ALOUD = "read_aloud"
    MINOR = "minor"
    TEEN = "teen"
    CHILD = "child"
    EASY = "easy"
    GUARDIAN = "guardian"
    SUPPORT = "support"
    REPRESENTATION = "representation"
    DIRECTIVES = "directives"
    DELEGATION = "delegation"
    DECLINES_INFORMATION = "declines_information"
    COURSE = "course"


class ForWhom(StrEnum):
    """Who is asked a check item: whoever decides, or only the patient, or only another."""

    EVERYBODY = "everybody"
    PATIENT = "patient"
    REPRESENTATIVE = "representative"


class EditionState(StrEnum):
    """Whether a named person of the clinic has released this language."""

    DRAFT = "draft"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Claim:
    """A numbered statement of the source paper."""

    id: str
    section: str
    strengths: tuple[Strength, ...]
    use: Use
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A law or an independent finding that a block may cite beside the paper's claims."""

    id: str
    citation: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or list; its id is the same in every language.

    One with `offered` is read only where one of these compounds or topics is offered, or where one
    of these circumstances holds.
    """

    id: str
    claims: tuple[str, ...]
    layer: Layer
    kind: Kind
    text: tuple[str, ...]
    figure: str | None = None
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """An ordered set of blocks; after one about risk the patient is asked if it was understood."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    ask_understood: bool = False

    @property
    def short(self) -> tuple[Block, ...]:
        """Return what everybody reads."""
        return tuple(block for block in self.blocks if block.layer is Layer.SHORT)

    @property
    def more(self) -> tuple[Block, ...]:
        """Return what stands behind "read more"."""
        return tuple(block for block in self.blocks if block.layer is Layer.MORE)


# What every page about a compound says, in this order.
COMPOUND_PARTS = ("what", "why", "evidence", "feel", "licence", "tell")


class OffLabel(StrEnum):
    """Whether a compound is used outside its licence in this treatment."""

    NO = "no"
    DEPENDS = "depends"
    USUALLY = "usually"


class Setting(StrEnum):
    """What a clinic may do with a class of compounds, or how a compound stands out of the box."""

    ON = "on"
    OFF = "off"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class CompoundClass:
    """A class of compounds; one that is off asks the clinic for its own words first.

    `why` says why a locked one stays closed, and is "" for the others.
    """

    id: str
    setting: Setting
    name: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Compound:
    """What is injected, or the needle alone, as a patient reads it."""

    id: str
    name: str
    medicine: bool
    off_label: OffLabel
    parts: tuple[Block, ...]
    group: str = ""  # the id of its class
    setting: Setting = Setting.OFF


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One comprehension question; a critical one needs the doctor's note when missed."""

    id: str
    critical: bool
    claims: tuple[str, ...]
    question: str
    options: Mapping[str, str]
    correct: str
    explain: str
    again: str
    for_whom: ForWhom = ForWhom.PATIENT


@dataclass(frozen=True, slots=True)
class HealthGroup:
    """Questions about health that share a screen; the answers go to the doctor, unjudged."""

    id: str
    title: str
    questions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a doctor asks so that the patient says it in their own words; `blocks` hold it."""

    id: str
    blocks: tuple[str, ...]
    question: str
    listen_for: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its translatable labels and its full text alternative."""

    id: str
    claims: tuple[str, ...]
    title: str
    alt: str
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the treatment as this language writes it; `meaning` "" while nobody explains it."""

    word: str
    forms: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Edition:
    """All that can be read of one procedure in one language, frozen under one hash (SHA-256).

    The notes are for doctors; no patient reads them.
    """

    procedure: str
    language: str
    state: EditionState
    hash: str
    citation: str
    evidence_checked: date
    chapters: tuple[Chapter, ...]
    compounds: Mapping[str, Compound]
    check: tuple[CheckItem, ...]
    figures: Mapping[str, Figure]
    glossary: Mapping[str, Term]
    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    teach_back: tuple[Prompt, ...] = ()
    notes: tuple[Block, ...] = ()
    health: tuple[HealthGroup, ...] = ()
    classes: Mapping[str, CompoundClass] = field(default_factory=dict)
