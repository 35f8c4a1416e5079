"""The figures of the leaflet by their ids: neutral drawings, and SVG for the screen."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from litconsent.content import (
    figure_evidence,
    figure_home,
    figure_skin,
    figure_timeline,
    figure_wheal,
)
from litconsent.content.drawing import Drawing
from litconsent.content.svg import svg
from litconsent.domain.editions import Figure

_DRAWN: Mapping[str, tuple[Callable[[Mapping[str, str]], Drawing], tuple[str, ...]]] = {
    "skin": (figure_skin.skin, figure_skin.LABELS),
    "wheal": (figure_wheal.wheal, figure_wheal.LABELS),
    "normal-and-not": (figure_timeline.timeline, figure_timeline.LABELS),
    "never-at-home": (figure_home.never_at_home, figure_home.LABELS),
    "evidence-meter": (figure_evidence.evidence_meter, figure_evidence.LABELS),
}
# Only these show an order in time or rank, so only these turn with the reading direction.
_DIRECTED = frozenset({"wheal", "normal-and-not", "evidence-meter"})


def drawn_figures() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of all figures that can be drawn, each with the labels it needs."""
    return {figure_id: labels for figure_id, (_, labels) in _DRAWN.items()}


def figure_drawing(figure: Figure, rtl: bool) -> Drawing:
    """Return the neutral shapes of a figure with its labels in place.

    :raises KeyError: if no drawing has this id, or a label lacks.
    """
    draw, _ = _DRAWN[figure.id]
    drawing = draw(figure.labels)
    return drawing.mirrored() if rtl and figure.id in _DIRECTED else drawing


def figure_svg(figure: Figure, rtl: bool) -> str:
    """Return a figure as SVG with title and text alternative; all words are escaped."""
    return _svg(figure.id, figure.title, figure.alt, tuple(figure.labels.items()), rtl)


# Every reader of a language sees the same drawing: it is drawn once.
@lru_cache(maxsize=512)
def _svg(
    figure_id: str, title: str, alt: str, labels: tuple[tuple[str, str], ...], rtl: bool
) -> str:
    drawing = figure_drawing(Figure(figure_id, (), title, alt, dict(labels)), rtl)
    return svg(drawing, name=figure_id, title=title, alt=alt, rtl=rtl)
