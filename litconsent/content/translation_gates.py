"""The gates of a translation: it says what its source says, in one language and one script."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from litconsent.content.finding import Finding, Gate
from litconsent.content.manuscript import LanguagePlan, Manuscript
from litconsent.content.meaning import found_in, numbers, units_of
from litconsent.domain.editions import Block, Edition, Kind, Layer
from litconsent.domain.glossary import terms_in, uses
from litconsent.domain.passages import Passage, translatable

_LATIN = "LATIN"
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{3,}")
_KEY = re.compile(r"^[\w.-]+: ")
_CITATIONS = "sources"
_MOST_ALIKE = 4  # letters of the longest word that a passage may share with its source as a whole


def translation_findings(script: Manuscript, source: Edition, other: Edition) -> Iterator[Finding]:
    """Yield what differs in meaning, term or script from the source language."""
    yield from _meaning(script, source, other)
    plan = script.languages[other.language]
    if not plan.authored:
        yield from _identical(source, other)
        yield from _terms(source, other)
    yield from _scripts(plan, source, other)


def _twice(source: Edition, other: Edition) -> Iterator[tuple[Passage, Passage]]:
    """Yield each passage that both have, in both."""
    its = {passage.id: passage for passage in translatable(other)}
    yield from ((one, its[one.id]) for one in translatable(source) if one.id in its)


def _identical(source: Edition, other: Edition) -> Iterator[Finding]:
    """Yield each passage that nobody has translated."""
    for ours, theirs in _twice(source, other):
        words = re.findall(r"[^\W\d_]+", " ".join(theirs.words))
        if ours.words == theirs.words and any(len(word) > _MOST_ALIKE for word in words):
            yield Finding(Gate.IDENTICAL, theirs.id, "", other.language)


def _terms(source: Edition, other: Edition) -> Iterator[Finding]:
    """Yield each block that says a term of the glossary in a word of its own."""
    keys = {id(term): key for key, term in source.glossary.items()}
    for ours, theirs in zip(blocks_of(source), blocks_of(other), strict=True):
        text = "\n".join(theirs.text)
        for term in terms_in(source, "\n".join(ours.text)):
            its = other.glossary.get(keys[id(term)])
            if its and not uses(its, text):
                yield Finding(Gate.TERM, ours.id, f"{term.word} / {its.word}", other.language)


def _scripts(plan: LanguagePlan, source: Edition, other: Edition) -> Iterator[Finding]:
    """Yield letters of a script that is not the language's, and words left over from the source.

    The name of a substance may stand as the source writes it, and so may an abbreviation, the names
    in a citation, and a word that the plan keeps.
    """
    if not plan.scripts:
        return
    substances = " ".join((*source.compounds, *(one.name for one in source.compounds.values())))
    kept = {*plan.kept, *_LATIN_WORD.findall(substances.lower())}
    for ours, theirs in _twice(source, other):
        here, there = _words(ours), _words(theirs)
        strange = {char for char in there if char.isalpha() and script_of(char) not in plan.scripts}
        if _LATIN not in plan.scripts:
            names = _LATIN_WORD.findall(here)
            if ours.section != _CITATIONS:
                names = [word for word in names if word.isupper()]
            allowed = kept | set(names)
            words = _LATIN_WORD.findall(there)
            left = [word for word in words if not {word, word.lower()} & allowed]
            if left:
                yield Finding(Gate.SCRIPT, theirs.id, left[0], other.language)
            strange = {char for char in strange if script_of(char) != _LATIN}
        strange -= set(here)
        if strange:
            yield Finding(Gate.SCRIPT, theirs.id, min(strange), other.language)


def _words(passage: Passage) -> str:
    """Return the words of a passage without the keys of its labels."""
    return " ".join(_KEY.sub("", line) for line in passage.words)


def script_of(char: str) -> str:
    """Return the first word of a letter's name, which is its script.

    >>> script_of("я"), script_of("文"), script_of("é")
    ('CYRILLIC', 'CJK', 'LATIN')
    """
    return unicodedata.name(char, "?").split()[0].split("-")[0]


def _meaning(script: Manuscript, source: Edition, other: Edition) -> Iterator[Finding]:
    here, there = script.languages[source.language], script.languages[other.language]
    for term_id in source.glossary.keys() ^ other.glossary.keys():
        yield Finding(Gate.GLOSSARY, "glossary.toml", term_id, other.language)
    for source_id, cited in source.sources.items():
        if other.sources[source_id].citation == cited.citation:
            yield Finding(Gate.SOURCE_WORDS, source_id, "", other.language)
    for name, strict, ours, theirs in _pairs(source, other):
        if numbers(ours) != numbers(theirs):
            detail = f"{' '.join(numbers(ours)) or '-'} / {' '.join(numbers(theirs)) or '-'}"
            yield Finding(Gate.NUMBERS, name, detail, other.language)
        lost = _absent(units_of(ours, here.units), theirs, there.units)
        # Not every language says years with an age or a date: none of them is one too many.
        added = _absent({*units_of(theirs, there.units)} - {"year"}, ours, here.units)
        for unit in (*lost, *sorted(added)):
            yield Finding(Gate.UNITS, name, unit, other.language)
        mine, yours = found_in(ours, here.negation), found_in(theirs, there.negation)
        if strict and None not in (mine, yours) and mine != yours:
            yield Finding(Gate.NEGATION, name, f"{mine} / {yours}".lower(), other.language)


def _absent(units: Iterable[str], text: str, words: Mapping[str, re.Pattern[str]]) -> Iterator[str]:
    return (unit for unit in units if found_in(text, words.get(unit)) is False)


def blocks_of(edition: Edition) -> tuple[Block, ...]:
    """Return all that a patient may read or be asked: chapters, compounds, teach-back prompts."""
    chapters = tuple(block for chapter in edition.chapters for block in chapter.blocks)
    parts = tuple(part for compound in edition.compounds.values() for part in compound.parts)
    prompts = tuple(
        Block(prompt.id, prompt.blocks, Layer.MORE, Kind.TEXT, (prompt.question, prompt.listen_for))
        for prompt in edition.teach_back
    )
    return chapters + parts + prompts


def _pairs(source: Edition, other: Edition) -> Iterator[tuple[str, bool, str, str]]:
    """Yield name, whether negation counts, and the two texts of everything that is said twice."""
    for ours, theirs in zip(blocks_of(source), blocks_of(other), strict=True):
        yield ours.id, ours.kind is Kind.KEY, "\n".join(ours.text), "\n".join(theirs.text)
    for key, cited in source.sources.items():
        yield key, False, cited.citation, other.sources[key].citation
    for note, its in zip(source.notes, other.notes, strict=True):
        yield note.id, False, "\n".join(note.text), "\n".join(its.text)
    for mine, yours in zip(source.check, other.check, strict=True):
        yield mine.id, mine.critical, mine.question, yours.question
        yield f"{mine.id}.again", mine.critical, mine.again, yours.again
        for option, words in mine.options.items():
            yield f"{mine.id}.{option}", mine.critical, words, yours.options[option]
