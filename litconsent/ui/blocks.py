"""Draw what a patient reads: blocks, pictures, "read more", and how sure each statement is."""

from collections.abc import Sequence

import streamlit as st

from litconsent.content.figures import figure_svg
from litconsent.domain.editions import Block, Chapter, Edition, Kind
from litconsent.i18n.labels import PART, STRENGTH
from litconsent.i18n.text import Text
from litconsent.ui.components import figure
from litconsent.ui.html import facts_html, listing_html, paragraphs, paragraphs_html


def chapter(edition: Edition, shown: Chapter, _: Text) -> None:
    """Draw a chapter: what everybody reads, then what stands behind "read more"."""
    _blocks(edition, shown.short, _)
    # What is folded is drawn only when it is opened: most readers turn on without it.
    if shown.more:
        more = st.expander(_("Read more"), key=f"more.{shown.id}", on_change="rerun")
        if more.open:
            with more:
                _blocks(edition, shown.more, _)
    question = _("How sure is this? Where does it come from?")
    sources = st.expander(question, key=f"sources.{shown.id}", on_change="rerun")
    if sources.open:
        sources.html("".join(_sources(edition, block, _) for block in shown.blocks))


def alone(edition: Edition, shown: Sequence[Block], _: Text) -> None:
    """Draw blocks without the rest of their chapter."""
    _blocks(edition, shown, _)


def _blocks(edition: Edition, blocks: Sequence[Block], _: Text) -> None:
    """Draw blocks, those that follow each other as plain text in one piece."""
    plain: list[str] = []
    for block in blocks:
        if block.kind is Kind.KEY:
            _flush(plain)
            with st.container(key=f"key_{block.id.replace('.', '_')}"):
                paragraphs(block.text)
        else:
            plain.append(_html(edition, block, _))
        if block.figure:
            _flush(plain)
            _picture(edition, block.figure, _)
    _flush(plain)


def _flush(plain: list[str]) -> None:
    if plain:
        st.html("".join(plain))
        plain.clear()


def _html(edition: Edition, block: Block, _: Text) -> str:
    of_compound, _dot, part = block.id.partition(".")
    title = _(PART[part]) if of_compound in edition.compounds else ""
    heading = paragraphs_html([title], tag="h2") if title else ""
    if block.kind in (Kind.LIST, Kind.STEPS):
        return heading + listing_html(block.text, ordered=block.kind is Kind.STEPS)
    return heading + paragraphs_html(block.text)


def _picture(edition: Edition, figure_id: str, _: Text) -> None:
    picture = edition.figures[figure_id]
    with st.container(key=f"figure_{figure_id}"):
        figure(f"picture.{figure_id}.{_.code}", svg=figure_svg(picture, _.rtl), alt=picture.alt)
        paragraphs([picture.title], tag="small")


def _sources(edition: Edition, block: Block, _: Text) -> str:
    """Return what a block rests on: each claim or source with its strength, as HTML."""
    rows = []
    for cited in block.claims:
        claim = edition.claims.get(cited)
        if claim:
            strengths = _.list([_(STRENGTH[strength]) for strength in claim.strengths])
            where = _(
                "{strengths}. Position paper, section {section}.",
                strengths=strengths,
                section=claim.section,
            )
            rows.append((cited, where))
        else:
            source = edition.sources[cited]
            checked = "" if source.verified else " " + _("Not verified yet.")
            rows.append((cited, source.citation.replace(" [BG]", "") + checked))
    return paragraphs_html([block.text[0]], tag="strong") + facts_html(rows)
