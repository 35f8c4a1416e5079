"""Every figure is valid, says what it shows, holds its labels and cannot carry markup."""

from math import atan2, degrees
from xml.etree import ElementTree

import pytest

from litconsent.content.captions import words_in
from litconsent.content.drawing import Anchor, Caption, Paint, Path
from litconsent.content.figures import drawn_figures, figure_drawing, figure_svg
from litconsent.content.library import Library
from litconsent.content.skin_tissue import MILLIMETRE, SURFACE
from litconsent.domain.areas import Area
from litconsent.domain.editions import Figure
from litconsent.settings import PROJECT

CONTENT = PROJECT / "content"

SVG = "{http://www.w3.org/2000/svg}"
NAMES = (
    "skin",
    "wheal",
    "normal-and-not",
    "never-at-home",
    "evidence-meter",
    "ways",
    "steps",
    "body-areas",
    "who-with-me",
)
TURNS = [
    ("skin", False),
    ("wheal", True),
    ("normal-and-not", True),
    ("never-at-home", True),
    ("evidence-meter", True),
    ("ways", True),
    ("steps", True),
    ("body-areas", False),
    ("who-with-me", True),
]


def a_figure(name: str, word: str = "label") -> Figure:
    return Figure(name, (), "A title", "What it shows.", dict.fromkeys(drawn_figures()[name], word))


def test_all_figures_of_the_leaflet_are_drawn() -> None:
    assert tuple(drawn_figures()) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rtl", [False, True])
def test_a_figure_is_valid_xml_with_title_and_alternative(name: str, rtl: bool) -> None:
    tree = ElementTree.fromstring(figure_svg(a_figure(name), rtl))  # noqa: S314
    assert tree.get("role") == "img"
    assert [tree.findtext(f"{SVG}{tag}") for tag in ("title", "desc")] == [
        "A title",
        "What it shows.",
    ]
    named = [tree.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    assert tree.get("aria-labelledby") == " ".join(str(e.get("id")) for e in named if e is not None)


@pytest.mark.parametrize("name", NAMES)
def test_every_label_stands_in_its_figure(name: str) -> None:
    labels = {label: f"word{place}" for place, label in enumerate(drawn_figures()[name])}
    drawing = figure_drawing(Figure(name, (), "", "", labels), False)
    shown = {shape.text for shape in drawing.shapes if isinstance(shape, Caption)}
    assert shown == set(labels.values())


@pytest.mark.parametrize("name", NAMES)
def test_markup_in_a_label_is_just_words(name: str) -> None:
    picture = figure_svg(a_figure(name, "<script>alert(1)</script>&\"'"), False)
    assert "<script" not in picture
    ElementTree.fromstring(picture)  # noqa: S314


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_label_is_refused(name: str) -> None:
    with pytest.raises(KeyError):
        figure_svg(Figure(name, (), "", "", {}), False)


@pytest.mark.parametrize(("name", "turns"), TURNS)
def test_only_figures_with_a_direction_turn_round(name: str, turns: bool) -> None:
    figure = a_figure(name)
    paths = [
        [shape for shape in figure_drawing(figure, rtl).shapes if isinstance(shape, Path)]
        for rtl in (False, True)
    ]
    assert (paths[0] != paths[1]) is turns


def test_a_mirrored_drawing_mirrored_again_is_the_first() -> None:
    drawing = figure_drawing(a_figure("wheal"), False)
    twice = drawing.mirrored().mirrored()
    assert [s for s in twice.shapes if isinstance(s, Caption)] == [
        s for s in drawing.shapes if isinstance(s, Caption)
    ]


def test_the_scale_bar_of_the_skin_is_one_millimetre_of_its_depths() -> None:
    labels = dict.fromkeys(drawn_figures()["skin"], "x")
    shapes = figure_drawing(Figure("skin", (), "", "", labels), False).shapes
    bar = [s for s in shapes if isinstance(s, Path) and s.thickness == 3 and len(s.commands) == 2]
    widths = [s.commands[1][1][0][0] - s.commands[0][1][0][0] for s in bar]
    assert MILLIMETRE in widths


def test_the_needle_of_the_skin_lies_at_thirty_degrees_and_ends_within_two_millimetres() -> None:
    labels = dict.fromkeys(drawn_figures()["skin"], "x")
    shapes = figure_drawing(Figure("skin", (), "", "", labels), False).shapes
    needle = next(s for s in shapes if isinstance(s, Path) and s.fill is Paint.STEEL)
    tip, front, back, *_ = (points[0] for _, points in needle.commands if points)
    assert 1 <= (tip[1] - SURFACE) / MILLIMETRE <= 2
    assert degrees(atan2(front[1] - back[1], front[0] - back[0])) == pytest.approx(30)


def test_an_edition_frozen_before_the_measures_were_drawn_still_shows_its_skin() -> None:
    labels = {label: "x" for label in drawn_figures()["skin"] if label not in ("slant", "depth")}
    assert figure_svg(Figure("skin", (), "", "", labels), False)


def test_the_signs_of_the_steps_change_places_in_a_mirrored_picture_but_are_not_turned() -> None:
    figure = a_figure("steps")
    hands = [
        next(
            [point[0] for _, points in shape.commands for point in points]
            for shape in figure_drawing(figure, rtl).shapes
            if isinstance(shape, Path) and shape.stroke is Paint.ACCENT and shape.thickness == 4
        )
        for rtl in (False, True)
    ]
    assert hands[0] == pytest.approx(hands[1])  # the clock is the middle of its row


def test_each_step_of_the_day_has_its_sign_in_the_order_of_its_number() -> None:
    figure = Library(CONTENT).edition("it").figures["steps"]
    tiles = [s for s in figure_drawing(figure, False).shapes if isinstance(s, Caption)]
    numbered = [int(s.text.partition(".")[0]) for s in tiles if s.text[0].isdigit()]
    assert numbered == list(range(1, 11))
    places = [(s.y, s.x) for s in tiles if s.text[0].isdigit()]
    assert places == sorted(places)


def test_a_marked_area_stands_out_by_more_than_its_colour() -> None:
    figure = a_figure("body-areas")
    plain = figure_drawing(figure, False)
    marked = figure_drawing(figure, False, (Area.KNEE,))
    assert len(marked.shapes) == len(plain.shapes) + 2  # a dot in each knee
    bold = [s for s in marked.shapes if isinstance(s, Caption) and s.bold]
    assert len(bold) == len([s for s in plain.shapes if isinstance(s, Caption) and s.bold]) + 1


def test_every_area_of_a_plan_can_be_pointed_at() -> None:
    picture = figure_svg(a_figure("body-areas"), False)
    for area in Area:
        assert f'data-part="{area}"' in picture


def test_words_break_into_lines_that_fit_and_none_is_lost() -> None:
    text = "Redness that spreads, warmth, pus, fever, a lump"
    lines = words_in(Caption(text, 10, 20, 16), 160)
    assert " ".join(part.text for part in lines) == text
    assert len(lines) > 1
    assert [part.y for part in lines] == [20 + 20 * row for row in range(len(lines))]


def test_chinese_breaks_between_characters() -> None:
    lines = words_in(Caption("只有针尖进入皮肤", 0, 0, 20, anchor=Anchor.CENTRE), 80)
    assert [part.text for part in lines] == ["只有针尖", "进入皮肤"]
