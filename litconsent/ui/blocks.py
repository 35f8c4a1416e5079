"""Draw what a patient reads: blocks, pictures, "read more", and how sure each statement is."""

import streamlit as st

from litconsent.content.figures import figure_svg
from litconsent.domain.editions import Block, Chapter, Edition, Kind
from litconsent.i18n.labels import PART, STRENGTH
from litconsent.i18n.text import Text
from litconsent.ui.components import figure
from litconsent.ui.html import facts, listing, paragraphs


def chapter(edition: Edition, shown: Chapter, _: Text) -> None:
    """Draw a chapter: what everybody reads, then what stands behind "read more"."""
    for block in shown.short:
        _block(edition, block, _)
    if shown.more:
        with st.expander(_("Read more")):
            for block in shown.more:
                _block(edition, block, _)
    with st.expander(_("How sure is this? Where does it come from?")):
        for block in shown.blocks:
            _sources(edition, block, _)


def _block(edition: Edition, block: Block, _: Text) -> None:
    if block.id in _parts(edition):
        st.header(_(PART[block.id.rpartition(".")[2]]), anchor=False)
    if block.kind is Kind.KEY:
        with st.container(key=f"key_{block.id.replace('.', '_')}"):
            paragraphs(block.text)
    elif block.kind in (Kind.LIST, Kind.STEPS):
        listing(block.text, ordered=block.kind is Kind.STEPS)
    else:
        paragraphs(block.text)
    if block.figure:
        _picture(edition, block.figure, _)


def _picture(edition: Edition, figure_id: str, _: Text) -> None:
    picture = edition.figures[figure_id]
    with st.container(key=f"figure_{figure_id}"):
        figure(f"picture.{figure_id}.{_.code}", svg=figure_svg(picture, _.rtl), alt=picture.alt)
        paragraphs([picture.title], tag="small")


def _sources(edition: Edition, block: Block, _: Text) -> None:
    paragraphs([block.text[0]], tag="strong")
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
    facts(rows)


def _parts(edition: Edition) -> frozenset[str]:
    return frozenset(part.id for c in edition.compounds.values() for part in c.parts)
