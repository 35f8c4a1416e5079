"""Finds the words of the glossary in a text: those that a screen explains beside it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from litconsent.domain.editions import Block, Edition, Term

# Latin, Greek and Cyrillic stand before Hebrew, and set their words apart.
_FIRST_THAT_JOINS = "\u0590"


def terms_in(edition: Edition, text: str) -> tuple[Term, ...]:
    """Return the terms of an edition that a text uses in any of their forms, in glossary order."""
    return tuple(term for term in edition.glossary.values() if _pattern(term).search(text))


def uses(term: Term, text: str) -> bool:
    """Tell whether a text uses a term in any of its forms."""
    return bool(_pattern(term).search(text))


def words_of(title: str, blocks: Iterable[Block]) -> str:
    """Return a title and the words of its blocks as one text."""
    return "\n".join((title, *(line for block in blocks for line in block.text)))


def texts_for_patients(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield id and words of each chapter, compound and check item."""
    for chapter in edition.chapters:
        yield chapter.id, words_of(chapter.title, chapter.blocks)
    for compound in edition.compounds.values():
        yield compound.id, words_of(compound.name, compound.parts)
    for item in edition.check:
        yield item.id, "\n".join((item.question, item.again, *item.options.values()))


@lru_cache(maxsize=1000)
def _pattern(term: Term) -> re.Pattern[str]:
    forms = sorted((term.word, *term.forms), key=len, reverse=True)
    return re.compile("|".join(map(_alone, forms)), re.IGNORECASE)


def _alone(form: str) -> str:
    """Return a pattern for a form as a word of its own, where its script sets words apart.

    Chinese sets none apart; Arabic, Urdu and Bengali join particles and endings to a word.
    """
    before = r"(?<!\w)" if form[0] < _FIRST_THAT_JOINS else ""
    after = r"(?!\w)" if form[-1] < _FIRST_THAT_JOINS else ""
    return f"{before}{re.escape(form)}{after}"
