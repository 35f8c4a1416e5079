"""Draw what a patient reads: blocks, pictures, "read more", and how sure each statement is."""

from collections.abc import Collection, Sequence

import streamlit as st

from litconsent.domain.areas import Area
from litconsent.domain.editions import Block, Chapter, Edition, Kind
from litconsent.domain.glossary import terms_in, words_of
from litconsent.i18n.labels import OPTIONS, PART
from litconsent.i18n.text import Text
from litconsent.ui.citations import sources_html
from litconsent.ui.components import read_aloud
from litconsent.ui.html import facts_html, listing_html, options_html, paragraphs_html
from litconsent.ui.notices import edition_facts_html
from litconsent.ui.pictures import draw_picture


def chapter(edition: Edition, shown: Chapter, _: Text, areas: Collection[Area] = ()) -> None:
    """Draw a chapter: what everybody reads, "read more", its words, and what it rests on.

    `areas` of a plan are marked where the body is drawn.
    """
    read_aloud(f"aloud.{shown.id}.{_.code}", _)
    _blocks(edition, shown.short, _, areas)
    # What is folded is drawn only when it is opened: most readers turn on without it.
    if shown.more:
        more = st.expander(_("Read more"), key=f"more.{shown.id}", on_change="rerun")
        if more.open:
            with more:
                _blocks(edition, shown.more, _, areas)
    terms = terms_in(edition, words_of(shown.title, shown.blocks))
    if terms:
        words = st.expander(
            _("What do these words mean?"), key=f"words.{shown.id}", on_change="rerun"
        )
        if words.open:
            words.html(facts_html([(term.word, term.meaning) for term in terms]))
    question = _("How sure is this? Where does it come from?")
    sources = st.expander(question, key=f"sources.{shown.id}", on_change="rerun")
    if sources.open:
        rests_on = "".join(sources_html(edition, block, _) for block in shown.blocks)
        sources.html(rests_on + edition_facts_html(edition, _))


def alone(edition: Edition, shown: Sequence[Block], _: Text) -> None:
    """Draw blocks without the rest of their chapter."""
    _blocks(edition, shown, _, ())


def _blocks(edition: Edition, blocks: Sequence[Block], _: Text, areas: Collection[Area]) -> None:
    """Draw blocks, those that follow each other as plain text in one piece."""
    plain: list[str] = []
    rows = [block.text for block in blocks if block.kind is Kind.OPTIONS]
    for block in blocks:
        if block.kind is Kind.OPTIONS:
            if block.text is rows[0]:
                plain.append(options_html(rows, [_(name) for name in OPTIONS]))
            continue
        plain.append(_html(edition, block, _))
        if block.figure:
            _flush(plain)
            draw_picture(edition.figures[block.figure], _, areas)
    _flush(plain)


def _flush(plain: list[str]) -> None:
    if plain:
        st.html("".join(plain))
        plain.clear()


def _html(edition: Edition, block: Block, _: Text) -> str:
    of_compound, _dot, part = block.id.partition(".")
    title = _(PART[part]) if of_compound in edition.compounds else ""
    heading = paragraphs_html([title], tag="h2") if title else ""
    if block.kind is Kind.KEY:
        return f'<div class="key">{paragraphs_html(block.text)}</div>'
    if block.kind in (Kind.LIST, Kind.STEPS):
        return heading + listing_html(block.text, ordered=block.kind is Kind.STEPS)
    return heading + paragraphs_html(block.text)
