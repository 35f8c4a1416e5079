"""The areas of a plan in the document: as data, in the words of both columns, and in the body."""

import json
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from litconsent.content.drawing import Paint
from litconsent.content.library import Library
from litconsent.domain.areas import BODY, Area
from litconsent.domain.decisions import Decision
from litconsent.domain.leaflets import compose
from litconsent.pdf.document_picture import PICTURE_WIDTH
from litconsent.pdf.figure import Label, Path, Picture
from litconsent.services.make_specimen import make_specimen
from litconsent.services.pictures import pictures_of
from litconsent.settings import PROJECT, Settings
from tests.builders import a_plan

ITALIAN, ENGLISH = (Library(PROJECT / "content").edition(code) for code in ("it", "en"))


@pytest.fixture(scope="module")
def specimen(tmp_path_factory) -> bytes:
    root = tmp_path_factory.mktemp("specimen")
    settings = Settings(root / "data", root / "keys", PROJECT / "content")
    return make_specimen(
        settings, language="it", clinic_language="en", decision=Decision.CONSENT, family=False
    )


def words(pdf: bytes, number: int, column: int) -> str:
    """Return the text of the left (0) or right (1) half of a page, its lines joined."""
    page = pypdfium2.PdfDocument(pdf)[number]
    width, height = page.get_size()
    left = width / 2 * column
    text = page.get_textpage().get_text_bounded(left, 0, left + width / 2, height)
    return " ".join(text.split())


def body_of(areas: tuple[Area, ...]) -> Picture:
    return pictures_of(compose(ITALIAN, a_plan()), areas)[BODY]


def amber(picture: Picture) -> list[Path]:
    fill = Paint.AMBER.rgb
    return [one for one in picture.shapes if isinstance(one, Path) and one.fill == fill]


def bold(picture: Picture) -> set[str]:
    return {one.text for one in picture.shapes if isinstance(one, Label) and one.bold}


def test_the_data_of_the_record_holds_the_areas_and_the_free_words(specimen):
    with pikepdf.open(BytesIO(specimen)) as opened:
        data = json.loads(opened.attachments["record.json"].get_file().read_bytes())
    assert data["plan"]["areas"] == ["neck"]
    assert data["plan"]["body_area"] == "Neck, right side"


def test_the_first_page_names_the_areas_in_the_language_of_each_column(specimen):
    assert "Collo · Neck, right side" in words(specimen, 0, 0)
    assert "Neck · Neck, right side" in words(specimen, 0, 1)


def test_the_figure_of_the_body_says_what_is_marked_and_its_captions_say_it_too(specimen):
    with pikepdf.open(BytesIO(specimen)) as opened:
        said = {
            str(node["/Alt"])
            for node in opened.objects
            if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/Figure"
        }
    assert f"{ITALIAN.figures[BODY].alt} Segnate: Collo." in said
    count = len(pypdfium2.PdfDocument(specimen))
    for column, marked in enumerate(("Segnate: Collo.", "Marked: Neck.")):
        assert any(marked in words(specimen, number, column) for number in range(count))


def test_only_the_areas_of_the_plan_stand_out_in_the_picture():
    plain, marked = body_of(()), body_of((Area.NECK, Area.KNEE))
    assert (len(amber(plain)), len(amber(marked))) == (0, 3)  # the neck and both knees
    assert bold(marked) - bold(plain) == {"Collo", "Ginocchio"}


def height_of(page: pypdfium2.PdfPage, label: str) -> int:
    """Return how far below the top of a page a label begins, in points."""
    text = page.get_textpage()
    first, _ = text.search(label).get_next()
    return int(page.get_height() - text.get_charbox(first)[3])


def test_a_picture_stands_in_the_middle_and_never_leaves_its_box(specimen):
    document = pypdfium2.PdfDocument(specimen)
    page = next(one for one in document if "1 millimetro" in one.get_textpage().get_text_bounded())
    rows = slice(height_of(page, "Entra solo la punta"), height_of(page, "Muscolo"))
    picture = page.render(scale=1).to_numpy()[rows, :, :3]
    inked = (picture < 250).any(axis=2).any(axis=0).nonzero()[0]
    edge = (page.get_width() - PICTURE_WIDTH) / 2  # the syringe ends here, on the screen as well
    assert edge - 1 <= inked[0] <= edge + 10
    assert inked[-1] <= edge + PICTURE_WIDTH
