"""What all languages of a procedure share: claims, outline, compounds, check items and figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from litconsent.content.faults import ContentProblem
from litconsent.domain.editions import (
    Claim,
    ForWhom,
    Kind,
    Layer,
    OffLabel,
    Setting,
    Source,
)


@dataclass(frozen=True, slots=True)
class LanguagePlan:
    """One language of a procedure; an authored one is an original, any other a translation.

    `drafted` and `checked` say by what a translation was made and read against its source, never
    that a qualified person did. What is empty is not looked for.
    """

    code: str
    authored: bool
    drafted: str = ""
    checked: str = ""
    negation: re.Pattern[str] | None = None
    origin: re.Pattern[str] | None = None
    scripts: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()  # words that stay as they are in another script
    units: Mapping[str, re.Pattern[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """One block of the outline: what it cites and how it is set."""

    id: str
    claims: tuple[str, ...]
    layer: Layer
    kind: Kind
    figure: str | None
    offered: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class ChapterPlan:
    """One chapter of the outline; `number` is the chapter of the claims that it serves."""

    id: str
    number: int
    blocks: tuple[BlockPlan, ...]
    ask_understood: bool = False


@dataclass(frozen=True, slots=True)
class NotePlan:
    """One note for doctors without words."""

    id: str
    claims: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class CompoundPlan:
    """One compound with the claims that each of its parts cites."""

    id: str
    group: str
    medicine: bool
    off_label: OffLabel
    setting: Setting
    parts: Mapping[str, tuple[str, ...]]
    line: int


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """One check item without words; `explain` is the id of the block to read again."""

    id: str
    critical: bool
    claims: tuple[str, ...]
    correct: str
    explain: str
    for_whom: ForWhom
    line: int


@dataclass(frozen=True, slots=True)
class HealthPlan:
    """One question about health without words, and the screen that it stands on."""

    id: str
    group: str


@dataclass(frozen=True, slots=True)
class FigurePlan:
    """One figure without words: the claims that it shows."""

    id: str
    claims: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class PromptPlan:
    """One teach-back prompt without words; `blocks` are the ids of what it is about."""

    id: str
    blocks: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The parts of a procedure that no language changes.

    `unfit` is what is wrong with the rows of languages that are not among `languages` therefore.
    """

    procedure: str
    citation: str
    evidence_checked: date
    languages: Mapping[str, LanguagePlan]
    claims: Mapping[str, Claim]
    claim_chapters: Mapping[str, int]
    sources: Mapping[str, Source]
    chapters: tuple[ChapterPlan, ...]
    notes: tuple[NotePlan, ...]
    compounds: tuple[CompoundPlan, ...]
    classes: Mapping[str, Setting]
    items: tuple[ItemPlan, ...]
    teach_back: tuple[PromptPlan, ...]
    figures: Mapping[str, FigurePlan]
    health: tuple[HealthPlan, ...]
    unfit: tuple[ContentProblem, ...] = ()

    @property
    def source_language(self) -> str:
        """Return the first authored language: the one the others are compared with."""
        authored = [code for code, plan in self.languages.items() if plan.authored]
        return (authored or list(self.languages))[0]
