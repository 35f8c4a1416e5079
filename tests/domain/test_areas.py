"""Areas of a plan: known, in order, each once, named in the words of an edition."""

from dataclasses import replace

import pytest

from litconsent.content.figures import figure_svg
from litconsent.content.library import Library
from litconsent.domain.areas import BODY, Area, area_names, in_order
from litconsent.domain.errors import InputError
from litconsent.i18n.plan_areas import where, with_marks
from litconsent.i18n.text import text_for
from litconsent.settings import PROJECT
from tests.builders import a_plan

EDITION = Library(PROJECT / "content").edition("it")


def test_areas_stand_from_head_to_foot_and_each_once():
    assert in_order(["knee", "neck", "knee"]) == (Area.NECK, Area.KNEE)
    assert a_plan(areas=("knee", "neck")).areas == (Area.NECK, Area.KNEE)


@pytest.mark.parametrize("areas", [("heart",), ("",), ("Neck",), ("neck", "<svg>")])
def test_an_unknown_area_is_refused_with_its_field(areas):
    with pytest.raises(InputError) as refused:
        a_plan(areas=areas)
    assert refused.value.field == "plan.areas"


def test_every_area_has_a_name_in_every_language():
    for code in ("en", "it"):
        edition = Library(PROJECT / "content").edition(code)
        assert len(set(area_names(edition.figures[BODY], Area))) == len(Area)


def test_the_place_is_said_with_the_names_of_the_areas_before_the_doctor_s_words():
    plan = a_plan(areas=("lower_back",), body_area="a destra")
    assert where(EDITION, plan) == "Zona lombare · \u2068a destra\u2069"
    assert where(EDITION, replace(plan, areas=())) == "\u2068a destra\u2069"


def test_the_text_alternative_says_what_is_marked():
    figure = EDITION.figures[BODY]
    body = with_marks(figure, (Area.NECK, Area.KNEE), text_for("it"))
    assert body.alt == f"{figure.alt} Segnate: Collo · Ginocchio."
    assert with_marks(figure, (), text_for("it")) == figure


def test_only_the_body_can_be_marked():
    skin = EDITION.figures["skin"]
    assert with_marks(skin, (Area.NECK,), text_for("it")) == skin
    assert figure_svg(skin, False, (Area.NECK,)) == figure_svg(skin, False)


def test_an_edition_frozen_before_areas_were_drawn_still_says_the_place():
    figures = {name: figure for name, figure in EDITION.figures.items() if name != BODY}
    older = replace(EDITION, figures=figures)
    assert where(older, a_plan(areas=("neck",), body_area="Collo")) == "\u2068Collo\u2069"
