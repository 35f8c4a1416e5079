"""What all languages of a procedure share: claims, outline, compounds, check items and figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from litconsent.domain.editions import (
    Claim,
    EditionState,
    Kind,
    Layer,
    OffLabel,
    Source,
)

COMPOUND_PARTS = ("what", "why", "evidence", "feel", "licence", "tell")


@dataclass(frozen=True, slots=True)
class LanguagePlan:
    """One language of a procedure; an authored one is an original, any other a translation."""

    code: str
    state: EditionState
    authored: bool


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """One block of the outline: what it cites and how it is set."""

    id: str
    claims: tuple[str, ...]
    layer: Layer
    kind: Kind
    figure: str | None
    line: int


@dataclass(frozen=True, slots=True)
class ChapterPlan:
    """One chapter of the outline; `numbers` are the chapters of the claims that it serves."""

    id: str
    number: int
    blocks: tuple[BlockPlan, ...]
    ask_understood: bool = False


@dataclass(frozen=True, slots=True)
class CompoundPlan:
    """One compound with the claims that each of its parts cites."""

    id: str
    medicine: bool
    off_label: OffLabel
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
    line: int


@dataclass(frozen=True, slots=True)
class PromptPlan:
    """One teach-back prompt without words; `blocks` are the ids of what it is about."""

    id: str
    blocks: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The parts of a procedure that no language changes."""

    procedure: str
    citation: str
    evidence_checked: date
    languages: Mapping[str, LanguagePlan]
    claims: Mapping[str, Claim]
    claim_chapters: Mapping[str, int]
    sources: Mapping[str, Source]
    chapters: tuple[ChapterPlan, ...]
    compounds: tuple[CompoundPlan, ...]
    items: tuple[ItemPlan, ...]
    teach_back: tuple[PromptPlan, ...]
    figures: Mapping[str, tuple[str, ...]]

    @property
    def source_language(self) -> str:
        """Return the first authored language: the one the others are compared with."""
        authored = [code for code, plan in self.languages.items() if plan.authored]
        return (authored or list(self.languages))[0]
