"""Hostile words are printed as they are or refused before anybody signs; neither opens a file."""

import json
import re
import signal
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import accumulate

import pikepdf
import pypdfium2
import pytest

from litconsent.domain.answers import Answers, Notes
from litconsent.domain.blanks import Blank
from litconsent.domain.decisions import Outcome
from litconsent.domain.editions import EditionState
from litconsent.domain.errors import ForbiddenCharacter, InputError, TextTooLong, WordTooLong
from litconsent.domain.people import Letterhead
from litconsent.exchange.fhir_bundle import fhir_bundle
from litconsent.pdf.blank_document import blank_document
from litconsent.pdf.document import form_document
from litconsent.pdf.document_supplement import supplement_document
from litconsent.services.printable import refuse_unprintable
from tests.builders import NOON, a_letterhead, a_patient
from tests.exchange.sealed import a_form, a_page, leaflet
from tests.security.hostile import CONTROLS, HARMLESS_TO_PRINT, REFUSED, TOO_LONG, as_printed

HARD_LIMIT = 60  # seconds; it is far below one, but another test may have the processor
SPACES = re.compile(r"[\s\ufffe\u0002-]+")


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """Break off what hangs."""

    def late(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(HARD_LIMIT)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@cache
def short(language: str):
    """Return a leaflet of one chapter: what people write does not depend on the others."""
    whole = leaflet(language, EditionState.DRAFT)
    plain = next(c for c in whole.chapters if not any(block.figure for block in c.blocks))
    return replace(whole, chapters=(plain,))


def with_words(words: str):
    """Return a form in which these words stand wherever somebody may write."""
    form = a_form(leaflet=short("en"), clinic_leaflet=short("it"))
    first = form.results[0].item.id
    plan = replace(
        form.episode.plan,
        diagnosis=words,
        body_area=words,
        alternatives=words,
        without_treatment=words,
        compounds=tuple(replace(c, reason=words, dose=words) for c in form.episode.plan.compounds),
    )
    patient = a_patient(name=words, identifier=words[:60])
    return replace(
        form,
        episode=replace(form.episode, patient=patient, plan=plan),
        letterhead=Letterhead(words, words, words[:40]),
        clinician=as_printed(words),
        answers=Answers(questions=words, matters=words, health_words=words),
        notes=Notes(resolved={first: words}, answered=words),
        results=form.results[:2],
        clinic_results=form.results[:2],
        signatures=(replace(form.signatures[0], name=as_printed(words)),),
    )


def printed(pdf: bytes) -> str:
    pages = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    return squeezed("".join(pages))


def squeezed(text: str) -> str:
    return SPACES.sub("", unicodedata.normalize("NFKC", text))


def attached(pdf: bytes, name: str):
    with pikepdf.open(BytesIO(pdf)) as document:
        return json.loads(document.attachments[name].get_file().read_bytes())


def stands_in(words: str, pdf: bytes) -> bool:
    """Tell whether words are on the pages; letters drawn leftwards come in their own order."""
    text, wanted = printed(pdf), squeezed(as_printed(words))
    leftwards = any(unicodedata.bidirectional(char) in ("R", "AL") for char in words)
    return set(wanted) <= set(text) if leftwards else wanted in text


def test_there_are_enough():
    assert len(HARMLESS_TO_PRINT) + len(REFUSED) + len(TOO_LONG) > 28 and len(CONTROLS) > 60


@pytest.mark.parametrize("name", HARMLESS_TO_PRINT)
def test_words_are_printed_as_they_are_in_a_record(name):
    words = HARMLESS_TO_PRINT[name]
    form = with_words(words)
    refuse_unprintable({"patient.name": words}, "it")
    pdf = form_document(form, {}, fhir_bundle(form))
    assert stands_in(words, pdf)
    data, bundle = attached(pdf, "record.json"), attached(pdf, "record.fhir.json")
    assert data["patient"]["name"] == data["questions"] == as_printed(words)
    names = [
        entry["resource"]["name"][0]["text"]
        for entry in bundle["entry"]
        if entry["resource"]["resourceType"] == "Patient"
    ]
    assert names == [as_printed(words)]


@pytest.mark.parametrize("name", HARMLESS_TO_PRINT)
def test_words_are_printed_as_they_are_in_a_page_that_follows(name):
    words = HARMLESS_TO_PRINT[name]
    head = Letterhead(words, words, words[:40])
    withdrawn = {"manner": "oral", "by": words, "role": "patient", "follow_up": words}
    for outcome, facts in (
        (Outcome.WITHDRAWAL, withdrawn),
        (Outcome.SESSION, {"number": "1", "response": words}),
        (Outcome.VOIDING, {"reason": words}),
    ):
        page = a_page(outcome, facts, letterhead=head)
        page = replace(page, episode=replace(page.episode, patient=a_patient(name=words)))
        pdf = supplement_document(page, fhir_bundle(page))
        assert stands_in(words, pdf)
        assert attached(pdf, "record.json")["facts"] == facts


@pytest.mark.parametrize("name", HARMLESS_TO_PRINT)
def test_a_clinics_name_is_printed_as_it_is_on_a_blank_form(name):
    words = HARMLESS_TO_PRINT[name]
    form = a_form()
    head = Letterhead(words, words, words[:40])
    blank = Blank(form.ruling.variant, short("en"), short("it"), head, NOON)
    assert stands_in(words, blank_document(blank, {}))


@pytest.mark.parametrize("char", [*CONTROLS, *REFUSED.values()], ids=ascii)
def test_a_character_that_hides_or_has_no_shape_is_refused_by_its_name(char):
    for place, make in (
        ("patient.name", lambda words: a_patient(name=words).name),
        ("clinic.name", lambda words: a_letterhead(name=words).name),
        ("answers.questions", lambda words: Answers(questions=words).questions),
        ("notes.answered", lambda words: Notes(answered=words).answered),
    ):
        with pytest.raises(InputError) as refused:
            refuse_unprintable({place: make(f"Ada{char}Rossi")}, "it")
        assert refused.value.field == place and refused.value.char == char


@pytest.mark.parametrize("name", TOO_LONG)
def test_what_is_too_long_is_refused_with_its_length(name):
    for make in (a_patient, a_letterhead):
        with pytest.raises((TextTooLong, WordTooLong)) as refused:
            make(name=TOO_LONG[name])
        assert refused.value.length == 50_000


def test_a_name_of_overrides_alone_is_refused_and_not_emptied():
    with pytest.raises(ForbiddenCharacter):
        a_patient(name="\u202e" * 30)


@pytest.mark.parametrize("piles", ["\u0300", "\u0323", "\u0300\u0323", "\u20dd"])
def test_marks_that_would_paint_over_other_lines_are_refused(piles):
    with pytest.raises(ForbiddenCharacter) as refused:
        a_patient(name="Z" + piles * 25)
    assert refused.value.char in piles


@pytest.mark.parametrize("name", [one for one in HARMLESS_TO_PRINT if one.startswith("long")])
def test_a_long_name_covers_nothing_else_on_top_of_a_page(name):
    words = HARMLESS_TO_PRINT[name]
    form = with_words(words)
    for pdf in (
        form_document(form, {}, fhir_bundle(form)),
        blank_document(
            Blank(form.ruling.variant, short("en"), short("it"), form.letterhead, NOON), {}
        ),
    ):
        page = pypdfium2.PdfDocument(pdf)[1]
        text, top = page.get_textpage(), page.get_height() - 45
        boxes = [text.get_charbox(number) for number in range(text.count_chars())]
        line = sorted((b[0], b[2]) for b in boxes if b[1] > top and b[2] > b[0])
        reached = list(accumulate((right for _left, right in line), max))
        gaps = [left - before for (left, _right), before in zip(line[1:], reached, strict=False)]
        assert len(line) > 20 and max(gaps) > 12
        assert line[0][0] > 50 and reached[-1] < page.get_width() - 50
