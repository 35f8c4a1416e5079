"""The pieces of the web fonts: what a reader's browser asks for."""

import pytest

from litconsent.content.library import Library
from litconsent.domain.passages import translatable
from litconsent.i18n.languages import language
from litconsent.i18n.text import working_languages
from litconsent.settings import PROJECT
from litconsent.ui.web.font_cutting import cut
from litconsent.ui.web.fonts import PIECES


def piece_for(sign: str) -> str:
    """Return the piece that a browser takes for a Chinese sign: the last one that has it."""
    code = ord(sign)
    having = [
        piece.name
        for piece in PIECES
        if piece.family == "LIT Chinese" and any(a <= code <= b for a, b in piece.ranges)
    ]
    return having[-1] if having else ""


def test_a_reader_of_chinese_loads_one_piece_of_it_for_all_our_text() -> None:
    texts = (PROJECT / "content/lit/zh-Hans").iterdir()
    signs = {sign for text in texts for sign in text.read_text("utf-8") if sign >= "\u4e00"}
    assert len(signs) > 500
    assert {piece_for(sign) for sign in signs} <= {"chinese-text", "chinese-name"}
    assert [piece_for(sign) for sign in "简龘"] == ["chinese-name", "chinese-9e00"]
    [text] = [piece for piece in PIECES if piece.name == "chinese-text"]
    assert len(cut(text)) < 400_000


@pytest.mark.parametrize("code", working_languages())
def test_every_letter_of_a_language_has_a_piece_in_its_families(code: str) -> None:
    families = {"LIT Latin", *language(code).fonts}
    covered = [r for piece in PIECES if piece.family in families for r in piece.ranges]
    edition = Library(PROJECT / "content").edition(code)
    signs = {sign for passage in translatable(edition) for sign in "".join(passage.words)}
    letters = {sign for sign in signs if sign.isalnum()}
    assert len(letters) > 50
    assert {s for s in letters if not any(a <= ord(s) <= b for a, b in covered)} == set()
