"""Three short records as pictures, compared with pictures that a person has looked at.

After a difference `actual/` and `diff/` hold what was drawn and where it differs;
`python -m pytest tests/golden --renew` makes what is drawn now the expected.
"""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from litconsent.pdf.document import form_document
from tests.golden.short_forms import WORDS, short_form

HERE = Path(__file__).parent
PAGES = 2  # the first says who, what and why; the second has the text side by side
SCALE = 1.0  # 72 dots an inch
VISIBLE = 64  # of 256 shades of grey
TOLERATED = 6  # pixels of a page: less than any letter


def drawn(form) -> list[Image.Image]:
    """Return the first pages; pdfium is pinned, so that every machine draws the same."""
    document = pypdfium2.PdfDocument(form_document(form, {}, b"{}"))
    return [
        document[number].render(scale=SCALE, grayscale=True).to_pil().convert("L")
        for number in range(PAGES)
    ]


def difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return where two pages differ visibly, white on black."""
    return ImageChops.difference(one, other).point(lambda shade: 255 if shade > VISIBLE else 0)


def differing(one: Image.Image, other: Image.Image) -> int:
    return difference(one, other).histogram()[255]


def kept(folder: str, name: str, picture: Image.Image) -> None:
    (HERE / folder).mkdir(exist_ok=True)
    picture.save(HERE / folder / name, optimize=True)


@pytest.mark.parametrize("language", WORDS)
def test_a_record_looks_as_it_did_when_a_person_looked_at_it(language, request):
    renew = request.config.getoption("--renew", default=False)
    different = []
    for number, page in enumerate(drawn(short_form(language)), 1):
        name = f"{language}-{number}.png"
        if renew:
            kept("expected", name, page)
        expected = Image.open(HERE / "expected" / name)
        assert expected.size == page.size
        if differing(page, expected) > TOLERATED:
            kept("actual", name, page)
            kept("diff", name, difference(page, expected))
            different.append(name)
    assert different == [], f"see {HERE / 'diff'}"


def test_one_letter_more_is_a_difference():
    form = short_form("it")
    first, _second = drawn(form)
    longer, _second = drawn(short_form("it", clinician="Dr Carla Bianchin"))
    assert differing(first, first) == 0 and differing(first, longer) > TOLERATED
