"""A record in every language that is offered, beside Italian and beside English."""

from itertools import pairwise

import pypdfium2
import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role
from litconsent.i18n.text import working_languages
from litconsent.services.decide import decide, sign
from litconsent.services.seal_record import seal_record
from litconsent.services.verify_file import verify_file
from tests.journey import INK, PASSWORD, TABLET, USERNAME, Journey
from tests.pdf.validators import failures_of_page_validation

# Letters of one word may touch, and those of a joined script reach into each other.
ALLOWED = 2.5
PAIRS = [(one, beside) for one in working_languages() for beside in ("it", "en")]


def test_there_is_something_to_check():
    assert {"en", "it", "de", "zh-Hans", "ur"} <= {one for one, _beside in PAIRS}


def sealed(clinic, language, beside) -> bytes:
    journey = Journey(clinic).to_the_decision(language=language, clinic_language=beside)
    decide(clinic, TABLET, Decision.CONSENT)
    sign(clinic, TABLET, Role.PATIENT, strokes=INK)
    record = seal_record(clinic, TABLET, journey.episode_id, USERNAME, PASSWORD, strokes=INK)
    with clinic.store.reading() as books:
        return books.records.pdf(record.id)


def letters_on_top(page) -> list[tuple[float, float]]:
    """Return from where to where each letter of a page's first line stands, left to right."""
    text = page.get_textpage()
    boxes = [text.get_charbox(number) for number in range(text.count_chars())]
    top = page.get_height() - 42
    # Letters of one glyph have one box.
    return sorted({(b[0], b[2]) for b in boxes if b[1] > top and b[2] > b[0]})


@pytest.mark.parametrize(("language", "beside"), PAIRS)
def test_a_record_is_sealed_and_valid_and_nothing_on_its_edges_overlaps(clinic, language, beside):
    pdf = sealed(clinic, language, beside)
    assert verify_file(pdf, clinic).valid
    assert failures_of_page_validation(pdf) == []
    pages = pypdfium2.PdfDocument(pdf)
    at_home = pages[len(pages) - 1].get_textpage().get_text_bounded()
    assert "112" in at_home and "011 555 0100" in at_home  # all on one page
    letters = letters_on_top(pages[0])
    assert len(letters) > 30
    over = [(one, other) for one, other in pairwise(letters) if other[0] < one[1] - ALLOWED]
    assert over == []


def test_the_record_says_in_which_language_each_chapter_was_read(clinic):
    document = pypdfium2.PdfDocument(sealed(clinic, "de", "it"))
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert " ".join(text.split()).count("(Deutsch)") >= 15
