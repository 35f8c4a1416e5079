"""What can be wrong with a content file, as data: file, line, fault, detail and a cure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from litconsent.domain.errors import LitConsentError


class ContentFault(StrEnum):
    """The kinds of mistake that keep a language from being offered."""

    FILE_MISSING = "file_missing"
    FILE_TOO_LARGE = "file_too_large"
    NOT_UTF8 = "not_utf8"
    BROKEN_TOML = "broken_toml"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_TYPE = "wrong_type"
    WRONG_VALUE = "wrong_value"
    DUPLICATE_ID = "duplicate_id"
    UNKNOWN_CLAIM = "unknown_claim"
    UNKNOWN_BLOCK = "unknown_block"
    UNKNOWN_CHAPTER = "unknown_chapter"
    UNKNOWN_FIGURE = "unknown_figure"
    UNKNOWN_OFFER = "unknown_offer"
    MISSING_TITLE = "missing_title"
    MISSING_BLOCK = "missing_block"
    EXTRA_BLOCK = "extra_block"
    MISSING_ID = "missing_id"
    EMPTY_BLOCK = "empty_block"
    WRONG_KIND = "wrong_kind"
    MARKUP = "markup"
    CONTROL_CHARACTER = "control_character"
    UNBALANCED_BIDI = "unbalanced_bidi"
    PARAGRAPH_TOO_LONG = "paragraph_too_long"
    MISSING_PART = "missing_part"
    NOTHING_CITED = "nothing_cited"
    CLOSED_CLASS = "closed_class"
    NO_REASON = "no_reason"
    NO_CORRECT_OPTION = "no_correct_option"
    OPTIONS_DIFFER = "options_differ"
    MISSING_LANGUAGE = "missing_language"


@dataclass(frozen=True, slots=True)
class ContentProblem:
    """One mistake in one file; `line` is 0 when the whole file is meant, `language` "" for all."""

    file: str
    line: int
    fault: ContentFault
    detail: str = ""
    language: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.fault} {self.detail}".rstrip()


class ContentInvalid(LitConsentError):
    """Content files that cannot be offered to a patient, with every mistake that was found."""

    def __init__(self, *problems: ContentProblem) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems

    @property
    def first(self) -> ContentProblem:
        """Return the first mistake."""
        return self.problems[0]


def refuse(problems: Iterable[ContentProblem]) -> None:
    """Raise all problems at once, or do nothing when there are none.

    :raises ContentInvalid: if there is at least one.
    """
    found = tuple(problems)
    if found:
        raise ContentInvalid(*found)
