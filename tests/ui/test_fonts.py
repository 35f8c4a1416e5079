"""The pieces of the web fonts: what a reader's browser asks for."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from litconsent.content.library import Library
from litconsent.domain.passages import translatable
from litconsent.i18n.languages import language
from litconsent.i18n.text import working_languages
from litconsent.settings import PROJECT
from litconsent.ui.web.font_cutting import cut
from litconsent.ui.web.fonts import LATIN, PIECES


def piece_for(sign: str) -> str:
    """Return the piece that a browser takes for a Chinese sign: the last one that has it."""
    having = [one.name for one in PIECES if one.family == "LIT Chinese" and one.has(sign)]
    return having[-1] if having else ""


def test_a_reader_of_chinese_loads_one_piece_of_it_for_all_our_text() -> None:
    texts = (PROJECT / "content/lit/zh-Hans").iterdir()
    signs = {sign for text in texts for sign in text.read_text("utf-8") if sign >= "\u4e00"}
    assert len(signs) > 500
    assert {piece_for(sign) for sign in signs} == {"chinese-text"}
    assert piece_for("龘") == "chinese-9e00"
    [text] = [piece for piece in PIECES if piece.name == "chinese-text"]
    assert len(cut(text)) < 400_000


def test_the_names_of_all_languages_cost_a_reader_little() -> None:
    names = [piece for piece in PIECES if piece.family == "LIT Names"]
    letters = {letter for code in working_languages() for letter in language(code).endonym}
    assert {
        one for one in letters if not (LATIN.has(one) or any(p.has(one) for p in names))
    } == set()
    assert sum(len(cut(piece)) for piece in names) < 20_000


def test_urdu_keeps_what_lets_its_letters_slant_into_each_other() -> None:
    pieces = [piece for piece in PIECES if piece.family == "LIT Nastaliq"]
    assert [piece.weight for piece in pieces] == ["400", "700"]
    for piece in pieces:
        with TTFont(BytesIO(cut(piece))) as font:
            tags = {one.FeatureTag for one in font["GPOS"].table.FeatureList.FeatureRecord}
        assert {"curs", "mark"} <= tags


@pytest.mark.parametrize("code", working_languages())
def test_every_letter_of_a_language_has_a_piece_in_its_families(code: str) -> None:
    families = {"LIT Latin", *language(code).fonts}
    covered = [r for piece in PIECES if piece.family in families for r in piece.ranges]
    edition = Library(PROJECT / "content").edition(code)
    signs = {sign for passage in translatable(edition) for sign in "".join(passage.words)}
    letters = {sign for sign in signs if sign.isalnum()}
    assert len(letters) > 50
    assert {s for s in letters if not any(a <= ord(s) <= b for a, b in covered)} == set()
