"""Areas of the body for a plan: chosen from their names, or by a touch on the drawing."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from litconsent.domain.areas import BODY, Area, in_order
from litconsent.services.read_leaflet import open_public
from litconsent.ui.html import literal
from litconsent.ui.pictures import draw_picture
from litconsent.ui.visit import Visit

_CHOSEN = "prepare.areas"


def choose_areas(visit: Visit, kept: Mapping[str, Any], given: dict[str, Any]) -> None:
    """Draw the names as buttons and the body below, and put what is chosen into `given`."""
    _ = visit.text
    body = open_public(visit.clinic, _.code).edition.figures.get(BODY)
    given["areas"] = [area for area in kept.get("areas", ()) if area in list(Area)]
    if body is None:
        return
    # Seeded here and not by a default, because a touch on the drawing writes there too.
    st.session_state.setdefault(_CHOSEN, given["areas"])
    chosen = st.pills(
        _("Areas of the body, as many as you need"),
        [str(area) for area in Area],
        selection_mode="multi",
        format_func=lambda area: literal(body.labels[area]),
        key=_CHOSEN,
    )
    given["areas"] = [str(area) for area in in_order(chosen)]
    draw_picture(body, _, in_order(chosen), on_touch=_toggle)


def _toggle(area: str) -> None:
    chosen = list(st.session_state.get(_CHOSEN) or ())
    if area in chosen:
        chosen.remove(area)
    elif area in list(Area):
        chosen.append(area)
    st.session_state[_CHOSEN] = chosen
