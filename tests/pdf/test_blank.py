"""A blank form: all of the text, room to write, and places to sign as the variant has them."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import segno

from litconsent.domain.blanks import Blank
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import EditionState
from litconsent.domain.form_codes import is_code_of
from litconsent.domain.leaflets import compose
from litconsent.i18n.labels import DECISION
from litconsent.i18n.text import text_for
from litconsent.i18n.who_words import place_words
from litconsent.pdf.blank_document import blank_document
from litconsent.pdf.flowables import Paragraph, Style
from litconsent.pdf.flowables_paper import EqualChoices
from litconsent.pdf.tagged import Element
from litconsent.services.blank_form import (
    blank_form,
    blank_form_without_a_clinic,
    offer_blank_form,
    offer_blank_form_of,
)
from litconsent.services.blank_variants import blank_ruling
from litconsent.services.board import board
from litconsent.services.clinic import open_clinic
from litconsent.services.hand_out import hand_out
from litconsent.services.pictures import pictures_of
from litconsent.services.read_formulary import read_offer
from litconsent.settings import PROJECT, Settings
from tests.journey import TABLET, Journey
from tests.pdf.validators import failures_of_page_validation, failures_of_verapdf

TOP, BOTTOM = 68, 54  # points of a page where only header and footer stand
FORMS = [
    ("it", "it", "V01"),
    ("en", "en", "V02"),
    ("en", "it", "V02"),
    ("en", "it", "V05"),
    ("it", "it", "V09"),
]


@pytest.fixture(scope="module")
def clinic(tmp_path_factory):
    root = tmp_path_factory.mktemp("blank")
    settings = Settings(root / "data", root / "keys", PROJECT / "content")
    opened = open_clinic(settings, lambda: datetime(2026, 5, 4, 9, 30, tzinfo=UTC))
    Journey(opened).set_up()
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def forms(clinic):
    return {
        form: blank_form(clinic, form[2], language=form[0], clinic_language=form[1])
        for form in FORMS
    }


def printed(pdf):
    """Return the text between headers and footers without white space."""
    whole = []
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        whole.append(page.get_textpage().get_text_bounded(0, BOTTOM, width, height - TOP))
    return squeezed("".join(whole))


def first_page(pdf):
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def squeezed(text):
    """Return a text as both sides can be compared: pdfium takes a hyphen at a line's end away."""
    return re.sub(r"[\s\ufffe\u0002\u2068\u2069-]+", "", text)


@pytest.mark.parametrize("form", FORMS)
def test_every_place_to_sign_stands_on_the_form_with_what_it_means(forms, form, clinic):
    text = printed(forms[form])
    for signer in blank_ruling(clinic, form[2]).signers:
        for code in form[:2]:
            _ = text_for(code)
            for words in place_words(_, signer):
                assert squeezed(words) in text


@pytest.mark.parametrize("form", FORMS)
def test_the_three_decisions_and_all_that_is_offered_can_be_ticked(forms, form, clinic):
    text = printed(forms[form])
    for code in form[:2]:
        for decision in (Decision.CONSENT, Decision.REFUSAL, Decision.POSTPONED):
            assert squeezed(text_for(code)(DECISION[decision])) in text
        for compound in read_offer(clinic, code).edition.compounds.values():
            assert squeezed(compound.name) in text


def test_the_right_answer_does_not_always_stand_first(forms, clinic):
    text, check = printed(forms["en", "en", "V02"]), read_offer(clinic, "en").edition.check
    first = []
    for item in check[:12]:
        after = text.index(squeezed(item.question)) + len(squeezed(item.question))
        places = {key: text.index(squeezed(said), after) for key, said in item.options.items()}
        first.append(min(places, key=places.get) == item.correct)
    assert 0 < first.count(True) < 9


def test_nobody_has_to_guess_on_paper(forms, clinic):
    edition = read_offer(clinic, "en").edition
    health = sum(len(group.questions) for group in edition.health)
    asked = printed(forms["en", "en", "V02"]).count("Idonotknow")
    assert asked == health + 12


def test_below_arabic_the_italian_words_of_a_box_end_beside_the_box(clinic):
    pdf = blank_form(clinic, "V01", language="ar", clinic_language="it")
    page = pypdfium2.PdfDocument(pdf)[0]
    text = page.get_textpage()
    at, count = text.search("Soluzione fisiologica (salina, senza farmaco)").get_next()
    ends = text.get_charbox(at + count - 1)[2]
    margin_and_box = 54 + 18
    assert page.get_width() - margin_and_box - 6 < ends < page.get_width() - margin_and_box + 6


def test_a_family_member_has_a_place_only_where_the_variant_has_one(forms):
    alone = printed(forms["it", "it", "V01"])
    assert squeezed(text_for("it")("Family member")) not in alone.replace("familiari", "")


def test_who_wants_to_hear_less_writes_what_and_signs_for_no_more(clinic, forms):
    less = printed(blank_form(clinic, "V19i", language="en", clinic_language="it"))
    all_of_it = printed(forms["en", "it", "V02"])
    for form, written in ((less, True), (all_of_it, False)):
        assert (squeezed("What I do not want to hear") in form) is written
        assert (squeezed("Somebody whom I name may be told in my place") in form) is written
        assert (
            squeezed("I heard as much as I wanted, I could ask, and I agree") in form
        ) is written
        assert (squeezed("I was informed, I could ask, and I agree") in form) is not written
        assert (squeezed("Read every page together") in form) is not written


@pytest.mark.parametrize(
    ("form", "code"), [(("it", "it", "V01"), "it"), (("en", "en", "V02"), "en")]
)
def test_every_block_check_item_and_health_question_is_printed(forms, clinic, form, code):
    text, edition = printed(forms[form]), read_offer(clinic, code).edition
    blocks = [
        block for chapter in edition.chapters for block in chapter.blocks if not block.offered
    ]
    asked = [item.question for item in edition.check if item.for_whom != "representative"]
    asked += [q for group in edition.health for q in group.questions.values()]
    assert len(blocks) > 90 and len(asked) > 25
    for words in [*(part for block in blocks for part in block.text), *asked]:
        assert squeezed(words) in text


def test_a_form_says_that_its_text_is_a_draft_on_every_page(forms):
    for page in pypdfium2.PdfDocument(forms["en", "it", "V02"]):
        text = page.get_textpage().get_text_range()
        assert "Nobody has released this text" in text and "BOZZA" in text


def test_a_form_of_released_texts_calls_nothing_a_draft(clinic):
    edition = replace(read_offer(clinic, "en").edition, state=EditionState.RELEASED)
    leaflet = compose(edition)
    blank = Blank(blank_ruling(clinic, "V01").variant, leaflet, leaflet, None, clinic.now())
    for page in pypdfium2.PdfDocument(blank_document(blank, pictures_of(leaflet, ()))):
        text = page.get_textpage().get_text_range()
        assert "DRAFT" not in text and "Released text" in text


def test_a_form_is_the_same_file_each_time(forms, clinic):
    again = blank_form(clinic, "V01", language="it", clinic_language="it")
    assert again == forms["it", "it", "V01"]


def test_the_decisions_are_of_equal_size():
    root = Element("Document")
    short, long = (
        [Paragraph(Element("P", root), words, language="en", style=Style())]
        for words in ("No.", "Yes, and many words more. " * 12)
    )
    both = EqualChoices([short, long], rtl=False)
    _width, height = both.wrap(300, 1000)
    _width, twice = EqualChoices([long, long], rtl=False).wrap(300, 1000)
    assert height == twice


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_whole_by_a_validator_that_we_did_not_write(forms, form):
    assert failures_of_page_validation(forms[form]) == []


@pytest.mark.slow
def test_verapdf_finds_nothing_either(forms, tmp_path):
    files = []
    for form, pdf in forms.items():
        files.append(tmp_path / f"{'-'.join(form)}.pdf")
        files[-1].write_bytes(pdf)
    assert failures_of_verapdf(files) == []


def test_without_a_clinic_its_name_is_a_line_and_nothing_is_created(tmp_path):
    settings = Settings(tmp_path / "data", tmp_path / "keys", PROJECT / "content")
    pdf = blank_form_without_a_clinic(settings, "V01", language="en", clinic_language="en")
    assert squeezed("Clinic, phone") in printed(pdf)
    assert list(tmp_path.iterdir()) == []


def dark_modules(pdf):
    """Return rows of the code on the first page, as a camera sees them."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        code = next(
            node
            for node in opened.objects
            if isinstance(node, pikepdf.Dictionary) and "LIT/" in str(node.get("/Alt", ""))
        )
        left, _bottom, right, top = (float(value) for value in code.A.BBox)
    sharp, page = 8, pypdfium2.PdfDocument(pdf)[0]
    image = page.render(scale=sharp, grayscale=True).to_pil()
    side = round((right - left) / 1.35)
    step = (right - left) / side
    places = [(number + 0.5) * step for number in range(4, side - 4)]
    height = page.get_size()[1]
    return [
        [image.getpixel(((left + x) * sharp, (height - top + y) * sharp)) < 128 for x in places]
        for y in places
    ]


@pytest.mark.parametrize("form", [("en", "it", "V02"), ("it", "it", "V01")])
def test_a_camera_and_a_person_read_the_same_code_on_a_form(forms, clinic, form):
    editions = [read_offer(clinic, code).edition for code in dict.fromkeys(form[:2])]
    parts = ["LIT", form[2], *(e.language for e in editions), *(e.hash[:8] for e in editions)]
    code = "/".join(parts)
    expected = [[bool(module) for module in row] for row in segno.make_qr(code, error="m").matrix]
    assert dark_modules(forms[form]) == expected
    for page in pypdfium2.PdfDocument(forms[form]):
        assert code in page.get_textpage().get_text_range()


def test_a_form_printed_for_an_episode_names_the_patient_and_its_code_finds_the_episode(clinic):
    journey = Journey(clinic).prepare(language="en")
    other = Journey(clinic).prepare(language="en")
    token = offer_blank_form_of(clinic, TABLET, journey.episode_id)
    content, name = hand_out(clinic, token, TABLET)
    text = first_page(b"".join(content))
    assert name.endswith(f"-en-it-{journey.episode_id[:8]}.pdf")
    assert text.count(journey.episode.patient.name) > 1
    code = next(word for word in text.split() if word.startswith("LIT/") and word.count("/") > 5)
    found = [row.episode.id for row in board(clinic, TABLET, words=f" {code.lower()} ")]
    assert found == [journey.episode_id] and other.episode_id != journey.episode_id


def test_words_that_only_end_like_a_code_find_no_episode():
    assert is_code_of("LIT/V01/it/1217e2db/abcdef12", "abcdef1234")
    assert not is_code_of("abcdef12", "abcdef1234")
    assert not is_code_of("LIT/V01/it/abcdef12", "1217e2db34")


def test_a_clinics_form_has_its_letterhead_and_leaves_by_a_link_that_works_once(clinic):
    token = offer_blank_form(clinic, TABLET, "V02", language="en", clinic_language="it")
    content, name = hand_out(clinic, token, TABLET)
    pdf = b"".join(content)
    assert name == "lit-V02-en-it.pdf" and "Ambulatorio San Luca" in first_page(pdf)
    assert pikepdf.open(BytesIO(pdf)).Root.Lang == "en"
    assert hand_out(clinic, token, TABLET) is None
