"""Reads one page of patient text: a title, then blocks of paragraphs, items or steps."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from litconsent.content.faults import ContentFault, ContentInvalid, ContentProblem
from litconsent.content.plain_text import faults_of, read_text
from litconsent.domain.editions import Kind

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)*$")
_ITEM = re.compile(r"- +(?=\S)")
_STEP = re.compile(r"\d{1,2}\. +(?=\S)")


@dataclass(frozen=True, slots=True)
class BlockText:
    """The words of one block as a file gives them, before they are matched with the outline."""

    id: str
    line: int
    text: tuple[str, ...]
    form: Kind  # text, list or steps: what the lines look like


@dataclass(frozen=True, slots=True)
class PageText:
    """One file of patient text."""

    file: str
    title: str
    blocks: tuple[BlockText, ...]


def read_page(path: Path, shown: str) -> PageText:
    """Return the page of a Markdown file that uses headings, paragraphs and lists only.

    :raises ContentInvalid: with every problem of the file.
    """
    lines = read_text(path, shown).split("\n")
    problems: list[ContentProblem] = []
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    title = _title(lines[: starts[0] if starts else len(lines)], shown, problems)
    blocks: list[BlockText] = []
    for start, end in pairwise([*starts, len(lines)]):
        block = _block(lines[start:end], start + 1, shown, problems)
        if block.id in {other.id for other in blocks}:
            problems.append(ContentProblem(shown, block.line, ContentFault.DUPLICATE_ID, block.id))
        blocks.append(block)
    if problems:
        raise ContentInvalid(*problems)
    return PageText(shown, title, tuple(blocks))


def _title(head: list[str], file: str, problems: list[ContentProblem]) -> str:
    titles = [(n, line[2:].strip()) for n, line in enumerate(head, 1) if line.startswith("# ")]
    for number, line in enumerate(head, 1):
        if line.strip() and not line.startswith("# "):
            problems.append(ContentProblem(file, number, ContentFault.MISSING_ID, line[:40]))
    if len(titles) != 1 or not titles[0][1]:
        problems.append(ContentProblem(file, 1, ContentFault.MISSING_TITLE))
        return ""
    number, title = titles[0]
    problems += [ContentProblem(file, number, *found) for found in faults_of(title)]
    return title


def _block(lines: list[str], first: int, file: str, problems: list[ContentProblem]) -> BlockText:
    block_id = lines[0][3:].strip()
    if not _ID.match(block_id):
        problems.append(ContentProblem(file, first, ContentFault.MISSING_ID, block_id[:40]))
    body = list(enumerate(lines[1:], first + 1))
    block = BlockText(block_id, first, (), Kind.TEXT)
    paragraphs = _paragraphs(body)
    forms = {form for _, _, form in paragraphs}
    if not paragraphs:
        problems.append(ContentProblem(file, first, ContentFault.EMPTY_BLOCK, block_id))
        return block
    if len(forms) > 1:
        problems.append(ContentProblem(file, first, ContentFault.WRONG_KIND, block_id))
    for number, text, _ in paragraphs:
        problems += [ContentProblem(file, number, *fault) for fault in faults_of(text)]
        if text.startswith(("#", ">", "|", "* ", "+ ", "---")):
            problems.append(ContentProblem(file, number, ContentFault.MARKUP, text[:12]))
    return replace(block, text=tuple(text for _, text, _ in paragraphs), form=paragraphs[0][2])


def _paragraphs(body: list[tuple[int, str]]) -> list[tuple[int, str, Kind]]:
    """Return line number, words and look of each paragraph, item or step."""
    found: list[tuple[int, str, Kind]] = []
    running = False  # the line before was part of the same plain paragraph
    for number, line in body:
        words = line.strip()
        if not words:
            running = False
        elif match := _ITEM.match(words) or _STEP.match(words):
            form = Kind.LIST if words.startswith("-") else Kind.STEPS
            found.append((number, words[match.end() :].strip(), form))
            running = True
        elif running and not words.startswith("#"):
            at, before, form = found[-1]
            found[-1] = (at, f"{before} {words}", form)
        else:
            found.append((number, words, Kind.TEXT))
            running = True
    return found
