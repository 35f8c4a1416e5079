"""Where a page may break: nothing stands alone at its foot or its head."""

import pytest

from litconsent.pdf import document_style, document_take_home
from litconsent.pdf.document_style import GRID
from litconsent.pdf.flowables import Box, Paragraph, Style
from litconsent.pdf.flowables_column import Stack, column_height, split_column
from litconsent.pdf.flowables_list import bullet_list
from litconsent.pdf.flowables_row import SideBySide
from litconsent.pdf.flowables_table import table
from litconsent.pdf.tagged import Element

WIDTH = 200.0
PLAIN = Style(leading=14.0, after=0.0)


def lines(count, *, keep=False):
    words = "\n".join(f"line {number}" for number in range(count))
    parent = Element("P", Element("Document"))
    return Paragraph(parent, words, language="en", style=PLAIN, keep_with_next=keep)


def heights(children):
    return [round(child.wrap(WIDTH, 1e6)[1] / PLAIN.leading) for child in children]


def test_a_line_that_belongs_to_a_paragraph_takes_its_last_two_lines_along():
    fitting, rest = split_column([lines(6, keep=True), lines(1)], WIDTH, 6 * 14)
    assert (heights(fitting), heights(rest)) == ([4], [2, 1])


def test_a_paragraph_that_cannot_be_cut_moves_as_a_whole():
    fitting, rest = split_column([lines(5), lines(3, keep=True), lines(1)], WIDTH, 8 * 14)
    assert (heights(fitting), heights(rest)) == ([5], [3, 1])


def test_a_heading_with_its_key_sentence_moves_to_what_it_is_about():
    story = [lines(1, keep=True), lines(1, keep=True), lines(1, keep=True), lines(3)]
    assert Stack(story).split(WIDTH, 4 * 14) == []


def test_neither_the_first_nor_the_last_item_of_a_list_stands_alone():
    items = bullet_list(Element("Document"), ["one"] * 5, language="en", style=PLAIN)
    for height, left in ((1, 0), (2, 2), (3, 3), (4, 3)):
        fitting, _rest = split_column(items, WIDTH, height * 14)
        assert len(fitting) == left


def rows(count, words="a fact"):
    made = table(
        Element("Document"),
        [["head", "head"], *[["label", words] for _row in range(count)]],
        language="en",
        style=PLAIN,
        widths=(1, 1),
    )
    return made[0]


def test_a_single_row_does_not_stay_below_the_head_of_its_table():
    whole = rows(6)
    one = whole.wrap(WIDTH, 1e6)[1] / 7
    assert whole.split(WIDTH, 2.5 * one) == []
    upper, lower = whole.split(WIDTH, 3.5 * one)
    assert round(upper.wrap(WIDTH, 1e6)[1] / one) == 3
    assert round(lower.wrap(WIDTH, 1e6)[1] / one) == 5  # the head comes again


def test_the_last_row_of_a_table_takes_the_one_before_along():
    whole = rows(6)
    one = whole.wrap(WIDTH, 1e6)[1] / 7
    upper, lower = whole.split(WIDTH, 6.5 * one)
    assert [round(part.wrap(WIDTH, 1e6)[1] / one) for part in (upper, lower)] == [5, 3]


def test_a_small_table_moves_as_a_whole_before_its_last_row_stands_alone():
    whole = rows(3)
    one = whole.wrap(WIDTH, 1e6)[1] / 4
    assert whole.split(WIDTH, 3.5 * one) == []


def test_a_place_to_sign_is_never_parted_from_its_line():
    place = [lines(6, keep=True), lines(1)]
    assert len(Stack(place).split(WIDTH, 6 * 14)) == 2
    assert Stack(place, unbroken=True).split(WIDTH, 6 * 14) == []


def test_headings_and_boxes_of_two_languages_are_of_one_height():
    short = [lines(1, keep=True), Box([lines(2)], background=None)]
    long = [lines(2, keep=True), Box([lines(5)], background=None)]
    before = [child.wrap(WIDTH, 1e6)[1] for child in long]
    SideBySide(short, long).wrap(2 * WIDTH + 18, 1e6)
    assert [child.wrap(WIDTH, 1e6)[1] for child in short] == before
    assert [child.wrap(WIDTH, 1e6)[1] for child in long] == before


def test_a_short_row_is_never_cut_and_a_long_one_is():
    short, long = rows(2, "x\nx\nx"), rows(2, "\n".join("x" * 60))
    assert short.split(WIDTH, short.wrap(WIDTH, 1e6)[1] - 20) == []
    upper, lower = long.split(WIDTH, 700)
    assert column_height([upper], WIDTH) <= 700 and lower


def test_equal_rows_of_two_languages_stay_on_one_page():
    left, right = rows(6), rows(6, "x\nx\nx")
    both = SideBySide([left], [right])
    one = right.wrap(WIDTH, 1e6)[1] / 6.5
    upper, lower = both.split(2 * WIDTH + 18, 4 * one)
    assert [column[-1].row_count for column in upper.columns] == [3, 3]
    assert [column[-1].row_count for column in lower.columns] == [3, 3]


def styles():
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": style
        for module in (document_style, document_take_home)
        for name, style in vars(module).items()
        if isinstance(style, Style)
    }


def test_equal_rows_of_two_languages_are_as_high_as_each_other():
    left, right = rows(2), rows(2, "a much longer fact, said in the words of another language")
    alone = [row.wrap(WIDTH / 2, 0)[1] for row in left.rows]
    SideBySide([left], [right], gap=0).wrap(WIDTH, 1e6)
    high = [(one.height, other.height) for one, other in zip(left.rows, right.rows, strict=True)]
    assert all(one == other for one, other in high)
    assert high[1][0] > alone[1] and high[0][0] == alone[0]


def test_there_are_styles_to_check():
    assert len(styles()) > 12


@pytest.mark.parametrize("name", styles())
def test_every_line_and_every_space_is_a_multiple_of_the_grid(name):
    style = styles()[name]
    for length in (style.leading, style.before, style.after):
        assert length % GRID == 0


def test_columns_that_are_cut_fit_though_each_is_cut_at_its_own_line():
    both = SideBySide(
        [lines(3), lines(7, keep=True), lines(1)],
        [lines(2), lines(7, keep=True), lines(1)],
    )
    for height in range(6, 14):
        parts = both.split(2 * WIDTH + 18, height * 14)
        assert not parts or parts[0].wrap(2 * WIDTH + 18, 1e6)[1] <= height * 14
