"""The figures of the leaflet by their ids: neutral drawings, and SVG for the screen."""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from litconsent.content import (
    figure_areas,
    figure_evidence,
    figure_home,
    figure_people,
    figure_skin,
    figure_steps,
    figure_timeline,
    figure_ways,
    figure_wheal,
)
from litconsent.content.drawing import Drawing
from litconsent.content.svg import svg
from litconsent.domain.areas import BODY
from litconsent.domain.editions import Figure

_DRAWN: Mapping[str, tuple[Callable[[Mapping[str, str]], Drawing], tuple[str, ...]]] = {
    "skin": (figure_skin.skin, figure_skin.LABELS),
    "wheal": (figure_wheal.wheal, figure_wheal.LABELS),
    "normal-and-not": (figure_timeline.timeline, figure_timeline.LABELS),
    "never-at-home": (figure_home.never_at_home, figure_home.LABELS),
    "evidence-meter": (figure_evidence.evidence_meter, figure_evidence.LABELS),
    "ways": (figure_ways.ways, figure_ways.LABELS),
    "steps": (figure_steps.steps, figure_steps.LABELS),
    BODY: (figure_areas.body_areas, figure_areas.LABELS),
    "who-with-me": (figure_people.who_with_me, figure_people.LABELS),
}
# Only these show an order in time, in rank or in reading, so only these turn with its direction.
_DIRECTED = frozenset(
    {"wheal", "normal-and-not", "evidence-meter", "ways", "steps", "never-at-home", "who-with-me"}
)


def drawn_figures() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of all figures that can be drawn, each with the labels it needs."""
    return {figure_id: labels for figure_id, (_, labels) in _DRAWN.items()}


def figure_drawing(figure: Figure, rtl: bool, marked: Collection[str] = ()) -> Drawing:
    """Return the neutral shapes of a figure with its labels in place; a body's areas marked.

    :raises KeyError: if no drawing has this id, or a label lacks.
    """
    if marked and figure.id == BODY:
        return figure_areas.body_areas(figure.labels, marked)
    draw, _ = _DRAWN[figure.id]
    drawing = draw(figure.labels)
    return drawing.mirrored() if rtl and figure.id in _DIRECTED else drawing


def plan_drawing(body: Figure, marked: Collection[str]) -> Drawing:
    """Return the body small, with the marked areas of a plan but without their names."""
    return figure_areas.planned_areas(body.labels, marked)


def figure_svg(figure: Figure, rtl: bool, marked: Collection[str] = ()) -> str:
    """Return a figure as SVG with title and text alternative; all words are escaped."""
    labels = tuple(figure.labels.items())
    marks = frozenset(marked if figure.id == BODY else ())
    return _svg(figure.id, figure.title, figure.alt, labels, rtl, marks)


def plan_svg(body: Figure, alt: str, rtl: bool, marked: Collection[str]) -> str:
    """Return the small body of a plan as SVG, with a text alternative of its own."""
    drawing = plan_drawing(body, marked)
    return svg(drawing, name="plan", title=body.title, alt=alt, rtl=rtl)


# Every reader of a language sees the same drawing: it is drawn once.
@lru_cache(maxsize=512)
def _svg(
    figure_id: str,
    title: str,
    alt: str,
    labels: tuple[tuple[str, str], ...],
    rtl: bool,
    marked: frozenset[str],
) -> str:
    drawing = figure_drawing(Figure(figure_id, (), title, alt, dict(labels)), rtl, marked)
    return svg(drawing, name=figure_id, title=title, alt=alt, rtl=rtl)
