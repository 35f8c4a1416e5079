"""Every figure is valid, says what it shows, holds its labels and cannot carry markup."""

from xml.etree import ElementTree

import pytest

from litconsent.content.captions import words_in
from litconsent.content.drawing import Anchor, Caption, Path
from litconsent.content.figures import drawn_figures, figure_drawing, figure_svg
from litconsent.content.skin_tissue import MILLIMETRE
from litconsent.domain.editions import Figure

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("skin", "wheal", "normal-and-not", "never-at-home", "evidence-meter")

TURNS = [
    ("skin", False),
    ("wheal", True),
    ("normal-and-not", True),
    ("never-at-home", False),
    ("evidence-meter", True),
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


def test_words_break_into_lines_that_fit_and_none_is_lost() -> None:
    text = "Redness that spreads, warmth, pus, fever, a lump"
    lines = words_in(Caption(text, 10, 20, 16), 160)
    assert " ".join(part.text for part in lines) == text
    assert len(lines) > 1
    assert [part.y for part in lines] == [20 + 20 * row for row in range(len(lines))]


def test_chinese_breaks_between_characters() -> None:
    lines = words_in(Caption("只有针尖进入皮肤", 0, 0, 20, anchor=Anchor.CENTRE), 80)
    assert [part.text for part in lines] == ["只有针尖", "进入皮肤"]
