"""The preparation's part about a mixture: which substances are in one syringe, and why."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from litconsent.services.read_formulary import Offer
from litconsent.ui.clinic_formulary import draw_terms
from litconsent.ui.html import literal
from litconsent.ui.visit import Visit

_EMPTY = {"mixed": [], "mixture.reason": "", "mixture.stability": "", "mixture.protected": False}


def draw_mixture(
    visit: Visit, kept: Mapping[str, Any], chosen: Sequence[str], offer: Offer
) -> dict[str, Any]:
    """Draw the choice where the clinic mixes and two are chosen; return it, else what was kept."""
    _ = visit.text
    given = {name: kept.get(name, empty) for name, empty in _EMPTY.items()}
    if not offer.mixing or len(chosen) <= 1:
        return given | {"mixed": []}
    names = {key: literal(offer.edition.compounds[key].name) for key in chosen}
    mixed = st.pills(
        _("Mixed in one syringe (choose none if each has its own)"),
        list(chosen),
        selection_mode="multi",
        default=[key for key in given["mixed"] if key in chosen],
        format_func=lambda key: names[key],
        key="prepare.mixed",
    )
    if not mixed:
        return given | {"mixed": []}
    reason, stability, protected = draw_terms(
        visit,
        "prepare.mixture",
        given["mixture.reason"],
        given["mixture.stability"],
        protected=bool(given["mixture.protected"]),
    )
    return {
        "mixed": list(mixed),
        "mixture.reason": reason,
        "mixture.stability": stability,
        "mixture.protected": protected,
    }
