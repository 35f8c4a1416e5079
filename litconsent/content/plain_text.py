"""What a content file may hold: UTF-8, plain words, no markup, no hidden control character."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from litconsent.content.faults import ContentFault, ContentInvalid, ContentProblem

LONGEST_PARAGRAPH = 1200  # characters
LARGEST_FILE = 400_000  # bytes; the longest chapter has a hundredth of it

_MARKUP = re.compile(
    r"<[A-Za-z/!?]|&[A-Za-z]+;|&#\w+;|\]\(|!\[|\*\*|__|`|\{\{|\{%|~~~|\$\{|javascript:",
    re.IGNORECASE,
)
_OPENERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | {
    "\u2066": "\u2069",
    "\u2067": "\u2069",
    "\u2068": "\u2069",
}
_CLOSERS = {"\u202c", "\u2069"}
_INVISIBLE_OK = {"\u200c", "\u200d", "\u200e", "\u200f", "\u061c"}  # joiners and marks of spelling
_OVERRIDES = {"\u202d", "\u202e"}  # these reorder what a reader sees, so they are never needed


def read_text(path: Path, shown: str) -> str:
    """Return a file's text in NFC with bare newlines; `shown` names it in problems.

    :raises ContentInvalid: if it is missing, too large or not UTF-8.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            line = _longest_line(data)
            raise ContentInvalid(ContentProblem(shown, line, ContentFault.FILE_TOO_LARGE))
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ContentInvalid(ContentProblem(shown, line, ContentFault.NOT_UTF8)) from error
    except OSError as error:
        raise ContentInvalid(ContentProblem(shown, 0, ContentFault.FILE_MISSING)) from error
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def _longest_line(data: bytes) -> int:
    """Return the number of the longest line, counted from 1: most likely the one to mend."""
    lengths = [len(line) for line in data.split(b"\n")]
    return lengths.index(max(lengths)) + 1


def faults_of(text: str) -> Iterator[tuple[ContentFault, str]]:
    """Yield what is wrong with one paragraph that a patient will read, with a detail each."""
    if not text.strip():
        yield ContentFault.EMPTY_BLOCK, ""
    if len(text) > LONGEST_PARAGRAPH:
        yield ContentFault.PARAGRAPH_TOO_LONG, str(len(text))
    found = _MARKUP.search(text)
    if found:
        yield ContentFault.MARKUP, found.group()
    hidden = next((char for char in text if _hidden(char)), None)
    if hidden:
        yield ContentFault.CONTROL_CHARACTER, f"U+{ord(hidden):04X}"
    if not _balanced(text):
        yield ContentFault.UNBALANCED_BIDI, ""


def _hidden(char: str) -> bool:
    if char in _INVISIBLE_OK or (char in _OPENERS and char not in _OVERRIDES) or char in _CLOSERS:
        return False
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn")


def _balanced(text: str) -> bool:
    open_ends: list[str] = []
    for char in text:
        if char in _OPENERS:
            open_ends.append(_OPENERS[char])
        elif char in _CLOSERS and (not open_ends or open_ends.pop() != char):
            return False
    return not open_ends
