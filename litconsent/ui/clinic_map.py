"""The doctor's map: where the talk is needed, on one panel; each row leads to its place."""

import streamlit as st

from litconsent.domain.checks import ItemResult
from litconsent.domain.talk_map import Place, Reading
from litconsent.i18n.labels import FEELING, READING
from litconsent.i18n.text import Text
from litconsent.services.consultation import Consultation
from litconsent.ui.html import linked_table_html, paragraphs
from litconsent.ui.visit import Visit

TEACH_BACK = "talk-teach-back"


def draw_map(visit: Visit, talk: Consultation) -> None:
    """Draw what was read, missed, asked and not yet understood, one row a chapter or substance."""
    _ = visit.text
    head = (
        _("Chapter or substance"),
        _("Reading"),
        _("Questions"),
        _("The patient says"),
    )
    rows = [
        (place_of(place), (place.chapter.title, *_cells(place, _)), place.needs_talk)
        for place in talk.places
    ]
    with st.container(key="card_map"):
        st.header(_("Where the talk is needed"), anchor=False)
        st.html(linked_table_html(head, rows))
        paragraphs([_("★ Not understood, it must be cleared up before a yes.")], tag="small")


def place_of(place: Place) -> str:
    """Return the id of the place on the page where a row of the map is talked about."""
    if place.sight.for_doctor:
        return chapter_place(place.chapter.id)
    return item_place(place.open_items[0].item.id) if place.open_items else TEACH_BACK


def chapter_place(chapter_id: str) -> str:
    """Return the id of the place where a chapter is explained again."""
    return f"talk-chapter-{chapter_id.replace(':', '-')}"


def item_place(item_id: str) -> str:
    """Return the id of the place where a question is cleared up."""
    return f"talk-item-{item_id}"


def _cells(place: Place, _: Text) -> tuple[str, str, str]:
    return _read(place, _), "\n".join(_answered(one, _) for one in place.items), _said(place, _)


def _read(place: Place, _: Text) -> str:
    words = [_(READING[place.reading])]
    seconds = place.sight.seconds
    if place.reading is not Reading.NOT_SHOWN and seconds:
        words.append(
            _("{count} s", count=_.number(seconds))
            if seconds < 60
            else _("{count} min", count=_.number(round(seconds / 60)))
        )
    if place.sight.more:
        words.append(_("opened “read more”"))
    return " · ".join(words)


def _answered(result: ItemResult, _: Text) -> str:
    name = result.item.id + (" ★" if result.item.critical else "")
    if not result.options:
        return _("{item}: not answered", item=name)
    if result.understood:
        if result.missed:
            return _("{item}: missed, then understood", item=name)
        return _("{item}: understood", item=name)
    if result.open:
        return _("{item}: missed once", item=name)
    return _("{item}: missed twice", item=name)


def _said(place: Place, _: Text) -> str:
    feeling = place.sight.feeling
    words = [_(FEELING[feeling])] if feeling else []
    if place.sight.explain:
        words.append(_("Wants more explained"))
    return " · ".join(words)
