"""The areas of a plan in words: for a table, and for who cannot see what is marked."""

from collections.abc import Iterable
from dataclasses import replace

from litconsent.domain.areas import BODY, Area, area_names
from litconsent.domain.editions import Edition, Figure
from litconsent.domain.plans import Plan
from litconsent.i18n.text import Text, isolated

# Not a comma: names may hold one.
_BETWEEN = " · "


def marks(figure: Figure, areas: Iterable[Area], _: Text) -> str:
    """Return a sentence that says what is marked in a figure; "" if nothing is."""
    names = area_names(figure, areas) if figure.id == BODY else ()
    return _("Marked: {areas}.", areas=_BETWEEN.join(names)) if names else ""


def with_marks(figure: Figure, areas: Iterable[Area], _: Text) -> Figure:
    """Return the body with a text alternative that also says what is marked; others unchanged."""
    said = marks(figure, areas, _)
    return replace(figure, alt=f"{figure.alt} {said}") if said else figure


def where(edition: Edition, plan: Plan) -> str:
    """Return the names of the marked areas and the doctor's own words for the place."""
    body = edition.figures.get(BODY)
    names = area_names(body, plan.areas) if body else ()
    return _BETWEEN.join([*names, isolated(plan.body_area)]) if names else isolated(plan.body_area)
