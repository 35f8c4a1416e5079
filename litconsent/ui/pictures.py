"""The leaflet's figures on the screen; in the body the areas of a plan are marked."""

from collections.abc import Callable, Collection

from litconsent.content.figures import figure_svg, plan_svg
from litconsent.domain.areas import BODY, Area
from litconsent.domain.editions import Edition, Figure
from litconsent.i18n.plan_areas import marks, with_marks
from litconsent.i18n.text import Text
from litconsent.ui.components import figure


def draw_picture(
    picture: Figure,
    _: Text,
    marked: Collection[Area] = (),
    on_touch: Callable[[str], None] | None = None,
) -> None:
    """Draw a figure with its title below; `on_touch` gets the id of the part that was touched."""
    said = marks(picture, marked, _)
    shown = with_marks(picture, marked, _)
    figure(
        f"picture.{picture.id}.{_.code}",
        svg=figure_svg(shown, _.rtl, marked),
        alt=shown.alt,
        caption=_("{title}. {said}", title=picture.title, said=said) if said else picture.title,
        on_touch=on_touch,
    )


def draw_plan(edition: Edition, areas: Collection[Area], _: Text) -> None:
    """Draw the body small with the areas of a plan, or nothing if there is nothing to mark."""
    body = edition.figures.get(BODY)
    said = marks(body, areas, _) if body else ""
    if body and said:
        svg = plan_svg(body, said, _.rtl, areas)
        figure(f"plan_body.{_.code}", svg=svg, alt=said, caption="")
