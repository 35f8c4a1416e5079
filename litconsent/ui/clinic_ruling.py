"""What the rules say about who decides: who is heard, who signs, what is recorded, what stops."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from litconsent.domain.decisions import Decision
from litconsent.domain.errors import InputError
from litconsent.domain.obstacles import Obstacle, Stop
from litconsent.domain.people import Role
from litconsent.domain.rulings import Ruling
from litconsent.i18n.labels import ROLE
from litconsent.i18n.obstacle_words import INSTEAD, WHY
from litconsent.i18n.text import Text
from litconsent.i18n.who_words import PAPER, citations, place_words, variant_names
from litconsent.services.rulings import ruling_for
from litconsent.ui.clinic_stated import statement_from
from litconsent.ui.clinic_who import draw_choice
from litconsent.ui.html import facts, paragraphs
from litconsent.ui.messages import sentence
from litconsent.ui.visit import Visit

# It is asked on the tablet, in private: nothing that a doctor could settle beforehand.
_LATER = (Obstacle.WISH_NOT_ASKED,)


def draw_preview(visit: Visit, given: Mapping[str, Any], born: date) -> None:
    """Draw what follows from what was typed so far, and what may be chosen in its place."""
    _, typed = visit.text, given["who"]
    off_label = any(given.get(f"off_label.{one}") for one in given["compounds"])
    try:
        found = ruling_for(
            visit.clinic,
            statement_from(typed),
            born,
            off_label=off_label,
            sessions=int(given["sessions"] or 1),
        )
    except InputError as error:
        st.warning(sentence(error, _))
        return
    with st.container(key="card_ruling"):
        draw_ruling(_, found)
        draw_choice(visit, typed, "prepare", found)
    stops = [stop for stop in found.stops if stop.obstacle not in _LATER]
    if stops:
        with st.container(key="callout_warning_stops"):
            paragraphs([_("As things stand, no yes can be taken (a no always can):")], tag="strong")
            facts(stop_rows(_, found, stops))


def draw_ruling(_: Text, found: Ruling) -> None:
    """Draw the proposal of the rules."""
    facts(
        [
            (_("Situation"), _.series(variant_names(_, found))),
            (_("By the rules"), "; ".join(citations(found, found.sources))),
            (_("Must be heard"), _.list(_(ROLE[role]) for role in found.heard)),
            (_("Sign for a yes, in this order"), _.series(_signing(_, found))),
            (_("Goes on record"), _.series(_(PAPER[paper]) for paper in found.papers)),
        ]
    )


def stop_rows(_: Text, found: Ruling, stops: list[Stop]) -> list[tuple[str, str]]:
    """Return why a yes is stopped, and what to do instead, by which rule."""
    return [
        (
            _(WHY[stop.obstacle]),
            f"{_(INSTEAD[stop.obstacle])} [{'; '.join(citations(found, stop.sources))}]",
        )
        for stop in stops
    ]


def _signing(_: Text, found: Ruling) -> list[str]:
    words = []
    for place in found.signers:
        if Decision.CONSENT not in place.offered_for:
            continue
        roles, _meaning = place_words(_, place)
        needed = Decision.CONSENT in place.required_for or place.role is Role.CLINICIAN
        words.append(roles if needed else _("{role} (may be left out)", role=roles))
    return words
