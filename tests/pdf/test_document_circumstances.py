"""The document prints, in both columns, what holds for this patient, and nothing for others."""

import json
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from litconsent.content.library import Library
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import Circumstance
from litconsent.services.make_specimen import make_specimen
from litconsent.settings import PROJECT, Settings
from tests.pdf.validators import failures_of_page_validation

EDITIONS = {code: Library(PROJECT / "content").edition(code) for code in ("en", "it")}
# Several circumstances at once: who interprets is not who decides, and both are told so.
HOLDS = {
    "V04": {Circumstance.INTERPRETER, Circumstance.RELATIVE_INTERPRETS, Circumstance.COURSE},
    "V07": {Circumstance.MINOR, Circumstance.CHILD, Circumstance.COURSE},
    "V09": {Circumstance.MINOR, Circumstance.TEEN, Circumstance.COURSE},
    "V11": {Circumstance.GUARDIAN, Circumstance.EASY, Circumstance.COURSE},
    "V19": {
        Circumstance.DELEGATION,
        Circumstance.DECLINES_INFORMATION,
        Circumstance.COURSE,
    },
}


@pytest.fixture(scope="module")
def specimens(tmp_path_factory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("specimens")
    settings = Settings(root / "data", root / "keys", PROJECT / "content")
    return {
        variant: make_specimen(
            settings,
            language="en",
            clinic_language="it",
            decision=Decision.CONSENT,
            variant=variant,
        )
        for variant in HOLDS
    }


def test_a_patient_who_cannot_decide_today_is_not_made_to_say_so_and_a_minor_not_presumed_able(
    specimens, tmp_path
):
    settings = Settings(tmp_path / "data", tmp_path / "keys", PROJECT / "content")
    put_off = make_specimen(
        settings,
        language="en",
        clinic_language="en",
        decision=Decision.POSTPONED,
        variant="V21",
    )
    first_page = pypdfium2.PdfDocument(put_off)[0].get_textpage().get_text_range()
    assert "The patient cannot decide at present." in first_page
    assert "I was informed" not in first_page
    whole = column(put_off, 0) + column(put_off, 1)
    assert squeezed("Adult who decides alone") not in whole
    assert squeezed("Cannot decide today") in whole
    assert squeezed("Presumed; no doubt") not in column(specimens["V09"], 0)
    assert squeezed("Presumed; no doubt") in column(specimens["V04"], 0)


def held(language: str, circumstances: set[Circumstance]) -> dict[str, tuple[str, ...]]:
    """Return the words of every block that speaks to these patients only, by its id."""
    blocks = [block for chapter in EDITIONS[language].chapters for block in chapter.blocks]
    return {block.id: block.text for block in blocks if circumstances & set(block.offered)}


def squeezed(text: str) -> str:
    return "".join(text.replace("\ufffe", "").replace("\u0002", "").split()).replace("-", "")


def column(pdf: bytes, number: int) -> str:
    """Return the text of the left (0) or right (1) half of all pages."""
    halves = []
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        left = width / 2 * number
        # Header and footer stand above and below.
        text = page.get_textpage().get_text_bounded(left, 54, left + width / 2, height - 68)
        halves.append(text)
    return squeezed("".join(halves))


@pytest.mark.parametrize("variant", HOLDS)
def test_each_column_says_what_holds_for_this_patient(specimens, variant):
    for number, language in enumerate(EDITIONS):
        text = column(specimens[variant], number)
        wanted = held(language, HOLDS[variant])
        assert len(wanted) >= 2
        missing = [
            key for key, said in wanted.items() if any(squeezed(s) not in text for s in said)
        ]
        assert missing == []


@pytest.mark.parametrize("variant", HOLDS)
def test_the_data_holds_the_same_and_no_word_for_others(specimens, variant):
    with pikepdf.open(BytesIO(specimens[variant])) as opened:
        texts = json.loads(opened.attachments["record.json"].get_file().read_bytes())["texts"]
    for data, language in zip(texts, EDITIONS, strict=True):
        for_some = set(held(language, set(Circumstance)))
        told = {block["id"] for block in data["blocks"]} & for_some
        assert told == set(held(language, HOLDS[variant]))


def test_a_document_with_words_for_some_is_still_archivable_and_accessible(specimens):
    for variant in ("V09", "V11"):
        assert failures_of_page_validation(specimens[variant]) == []
