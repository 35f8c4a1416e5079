"""The words of the leaflet that need an explanation, each with its meaning."""

from functools import partial

from reportlab.platypus.flowables import Flowable

from litconsent.domain.editions import Term
from litconsent.domain.glossary import terms_in, words_of
from litconsent.domain.leaflets import Leaflet
from litconsent.pdf.document_columns import Column, side_by_side
from litconsent.pdf.document_front import facts
from litconsent.pdf.document_style import CHAPTER
from litconsent.pdf.flowables import Paragraph
from litconsent.pdf.tagged import Element


def words(root: Element, columns: tuple[Column, ...]) -> list[Flowable]:
    """Return the glossary of what was shown: a word that either column uses stands in both."""
    used = {key for column in columns for key in terms_of(column.leaflet)}
    sect = Element("Sect", root)
    story = side_by_side(sect, columns, _heading)
    for key in columns[0].leaflet.edition.glossary:
        if key in used:
            story += side_by_side(sect, columns, partial(_word, key=key))
    return story if used else []


def terms_of(leaflet: Leaflet) -> dict[str, Term]:
    """Return the terms that a leaflet uses, by their ids, in the order of the glossary."""
    text = "\n".join(words_of(chapter.title, chapter.blocks) for chapter in leaflet.chapters)
    found = terms_in(leaflet.edition, text)
    return {key: term for key, term in leaflet.edition.glossary.items() if term in found}


def _heading(parent: Element, column: Column) -> list[Flowable]:
    _ = column.text
    return [
        Paragraph(
            Element("H2", parent),
            _("What do these words mean?"),
            language=column.language,
            style=CHAPTER,
            keep_with_next=True,
            bookmark=1,
        )
    ]


def _word(parent: Element, column: Column, key: str) -> list[Flowable]:
    term = column.leaflet.edition.glossary.get(key)
    return facts(parent, [(term.word, term.meaning)], column, reusable=True) if term else []
