"""The document says what the screen said, block by block, and stands up to two validators."""

import json
import re
import unicodedata
from io import BytesIO
from uuid import UUID

import pikepdf
import pypdfium2
import pytest

from litconsent.content.library import Library
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import Circumstance
from litconsent.domain.leaflets import Leaflet, compose
from litconsent.domain.variants import Meaning
from litconsent.i18n.labels import DECISION, OWN_DECISION, SIGNS
from litconsent.i18n.text import text_for
from litconsent.services.make_specimen import make_specimen
from litconsent.settings import PROJECT, Settings
from tests.pdf.validators import failures_of_page_validation, failures_of_verapdf

LANGUAGES = ["en", "it"]
# Points of a page above and below which only header and footer stand.
TOP, BOTTOM = 68, 54
# What holds for a specimen with family: more than one session is planned.
PLANNED = ("lidocaine", "ketoprofen", "saline")
HELD = (Circumstance.FAMILY, Circumstance.COURSE)
PAIRS = [("en", "en"), ("it", "it"), ("en", "it")]


@pytest.fixture(scope="module")
def specimens(tmp_path_factory):
    root = tmp_path_factory.mktemp("specimens")
    settings = Settings(root / "data", root / "keys", PROJECT / "content")
    return {
        (language, clinic_language, decision): make_specimen(
            settings,
            language=language,
            clinic_language=clinic_language,
            decision=decision,
            family=True,
        )
        for language, clinic_language in PAIRS
        for decision in Decision
    }


def leaflet(language) -> Leaflet:
    edition = Library(PROJECT / "content").edition(language)
    return compose(edition, None, circumstances=HELD)


def printed(pdf: bytes) -> str:
    """Return the text of all pages without white space, which a line break may add or drop."""
    whole = []
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        whole.append(page.get_textpage().get_text_bounded(0, BOTTOM, width, height - TOP))
    return squeezed("".join(whole))


def printed_column(pdf: bytes, column: int) -> str:
    """Return the text of the left (0) or right (1) half of all pages."""
    halves = []
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        left = width / 2 * column
        halves.append(
            page.get_textpage().get_text_bounded(left, BOTTOM, left + width / 2, height - TOP)
        )
    return squeezed("".join(halves))


def squeezed(text: str) -> str:
    """Return a text as both sides can be compared: pdfium takes a hyphen at a line's end away."""
    return re.sub(r"[\s\ufffe\u0002-]+", "", unicodedata.normalize("NFKC", text))


def data_of(pdf: bytes) -> dict:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return json.loads(opened.attachments["record.json"].get_file().read_bytes())


def bundle_of(pdf: bytes) -> dict:
    with pikepdf.open(BytesIO(pdf)) as opened:
        attached = opened.attachments["record.fhir.json"]
        assert attached.get_file().mime_type == "application/fhir+json"
        assert attached.obj["/AFRelationship"] == "/Data"
        return json.loads(attached.get_file().read_bytes())


def alternatives_of(pdf: bytes) -> set[str]:
    """Return what the figures of a document say to who cannot see them."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {
            str(node["/Alt"])
            for node in opened.objects
            if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/Figure"
        }


def shown_blocks(language):
    for chapter in leaflet(language).chapters:
        if chapter.id.startswith("compound:") and chapter.id.split(":")[1] not in PLANNED:
            continue
        yield from (
            b for b in chapter.blocks if not b.offered or set(b.offered) & {*PLANNED, *HELD}
        )


@pytest.mark.parametrize("decision", Decision)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_that_was_shown_is_printed_word_for_word(specimens, language, decision):
    text = printed(specimens[language, language, decision])
    blocks = list(shown_blocks(language))
    assert len(blocks) > 40
    missing = [b.id for b in blocks if any(squeezed(part) not in text for part in b.text)]
    assert missing == []


def test_every_picture_that_was_shown_is_printed_with_its_words_and_its_alternative(specimens):
    pdf = specimens["en", "it", Decision.CONSENT]
    figures = Library(PROJECT / "content").edition("en").figures
    shown = {block.figure for block in shown_blocks("en")} - {None}
    assert len(shown) >= 5
    alternatives = alternatives_of(pdf)
    printed_words = printed(pdf)
    for figure_id in shown:
        figure = figures[figure_id]
        assert any(said.startswith(figure.alt) for said in alternatives)
        for words in figure.labels.values():
            assert all(squeezed(word) in printed_words for word in words.split())


@pytest.mark.parametrize("decision", Decision)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_attached_data_holds_the_same_blocks_in_order(specimens, language, decision):
    data = data_of(specimens[language, language, decision])
    assert [(b["id"], b["text"]) for b in data["texts"][0]["blocks"]] == [
        (block.id, list(block.text)) for block in shown_blocks(language)
    ]


@pytest.mark.parametrize("decision", Decision)
def test_the_attached_bundle_says_the_same_decision_as_the_attached_data(specimens, decision):
    pdf = specimens["en", "it", decision]
    data, bundle = data_of(pdf), bundle_of(pdf)
    resources = [entry["resource"] for entry in bundle["entry"]]
    consent = next(one for one in resources if one["resourceType"] == "Consent")
    rules = consent["provision"].get("provision", ())
    denied = [r["code"][0]["coding"][0]["code"] for r in rules if r["type"] == "deny"]
    assert UUID(bundle["identifier"]["value"]).hex == data["record"]
    assert denied == (list(PLANNED) if decision is Decision.REFUSAL else data["declined"])
    check = next(one for one in resources if one["resourceType"] == "QuestionnaireResponse")
    attempts = [
        [one["valueCoding"]["code"].split(".")[-1] for one in item["answer"]]
        for item in check["item"]
    ]
    assert attempts == [item["attempts"] for item in data["check"]]


def test_every_word_of_the_glossary_that_was_shown_is_explained_in_both_languages(specimens):
    pdf = specimens["en", "it", Decision.CONSENT]
    for column, texts in enumerate(data_of(pdf)["texts"]):
        text = printed_column(pdf, column)
        assert len(texts["glossary"]) > 5
        for word, meaning in texts["glossary"].items():
            assert squeezed(word + meaning) in text, word


def test_the_first_page_says_who_what_why_what_was_decided_and_who_signed(specimens):
    text, _ = first_page(specimens["it", "it", Decision.CONSENT]), text_for("it")
    assert squeezed(_(SIGNS[Meaning.TOOK_PART])) in text
    assert_tells_at_a_glance(text, "it", written_in="it")


def test_the_first_page_says_as_much_beside_another_language(tmp_path):
    settings = Settings(tmp_path / "data", tmp_path / "keys", PROJECT / "content")
    pair = {"language": "en", "clinic_language": "it"}
    pdf = make_specimen(settings, **pair, decision=Decision.CONSENT, family=False)
    for language in pair.values():
        assert_tells_at_a_glance(first_page(pdf), language, written_in="it")


def first_page(pdf: bytes) -> str:
    return squeezed(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded())


def assert_tells_at_a_glance(page: str, language: str, written_in: str) -> None:
    _, edition = text_for(language), Library(PROJECT / "content").edition(language)
    said = [_(DECISION[Decision.CONSENT]), _(OWN_DECISION), _(SIGNS[Meaning.CONFIRMS])]
    said.append(_("Used outside its licence (off-label); this was explained: {names}", names=""))
    said += [edition.compounds[key].name for key in PLANNED]
    said += map(text_for(written_in), ["Specimen Patient", "Tablets upset your stomach."])
    for words in said:
        assert squeezed(words) in page, words


def last_page(pdf):
    page = list(pypdfium2.PdfDocument(pdf))[-1]
    return squeezed(page.get_textpage().get_text_bounded())


@pytest.mark.parametrize("pair", [("en", "it"), ("it", "it")])
def test_the_page_to_take_home_says_when_to_call_and_what_an_emergency_doctor_needs(
    specimens, pair
):
    text = last_page(specimens[*pair, Decision.CONSENT])
    editions = {code: Library(PROJECT / "content").edition(code) for code in LANGUAGES}
    at_home = next(c for c in editions[pair[0]].chapters if c.id == "after")
    for block in at_home.short:
        assert all(squeezed(line) in text for line in block.text), block.id
    for code in pair:
        for compound in PLANNED:
            assert squeezed(editions[code].compounds[compound].name) in text
    assert squeezed("000 000000") in text


@pytest.mark.parametrize("decision", [Decision.REFUSAL, Decision.POSTPONED])
def test_who_did_not_say_yes_takes_the_open_questions_home(specimens, decision):
    text = last_page(specimens["en", "it", decision])
    assert squeezed("My questions") in text and squeezed("May I drive home afterwards?") in text
    assert squeezed("stop later, at any time") in text


def test_the_trail_names_a_question_by_the_number_that_it_has_in_print(specimens):
    text = printed(specimens["en", "en", Decision.CONSENT])
    asked = [item.question for item in leaflet("en").check]
    assert squeezed(f"3. {asked[2]}") in text
    assert squeezed("Question answered: 3") in text and squeezed("answered: Q03") not in text
    assert squeezed("own words rated: 1") in text


def test_the_foot_of_each_page_names_page_and_record_once_for_each_reader(specimens):
    for page in pypdfium2.PdfDocument(specimens["en", "it", Decision.CONSENT]):
        foot = squeezed(page.get_textpage().get_text_bounded(0, 0, page.get_width(), BOTTOM))
        assert re.search(r"Page\d+of\d+.*Documento[0-9a-f]{8}", foot)
        assert "Record" not in foot


def test_a_bilingual_document_holds_both_languages(specimens):
    pdf = specimens["en", "it", Decision.CONSENT]
    for column, language in enumerate(LANGUAGES):
        text = printed_column(pdf, column)
        for block in shown_blocks(language):
            assert all(squeezed(part) in text for part in block.text), block.id
    assert [texts["language"] for texts in data_of(pdf)["texts"]] == ["en", "it"]


@pytest.mark.parametrize("decision", Decision)
def test_a_refusal_and_a_postponement_are_as_complete_as_a_consent(specimens, decision):
    data = data_of(specimens["it", "it", decision])
    consent = data_of(specimens["it", "it", Decision.CONSENT])
    assert data.keys() == consent.keys()
    assert len(data["texts"][0]["blocks"]) == len(consent["texts"][0]["blocks"])
    assert data["decision"] == decision


def test_what_was_told_in_private_is_not_in_the_document(specimens):
    raw = json.dumps(data_of(specimens["it", "it", Decision.CONSENT]))
    assert '"private"' not in raw and '"pressed"' not in raw


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_that_it_is_a_draft(specimens, language):
    said = {"en": "Nobody has released this text", "it": "Nessuno ha rilasciato questo testo"}
    pages = pypdfium2.PdfDocument(specimens[language, language, Decision.CONSENT])
    for page in pages:
        assert squeezed(said[language]) in squeezed(page.get_textpage().get_text_bounded())


@pytest.mark.parametrize("pair", PAIRS)
def test_a_sealed_document_is_archivable_and_accessible(specimens, pair):
    for decision in Decision:
        assert failures_of_page_validation(specimens[*pair, decision]) == []


def test_the_reference_validator_agrees(specimens, tmp_path):
    files = []
    for (language, clinic_language, decision), pdf in specimens.items():
        file = tmp_path / f"{language}-{clinic_language}-{decision}.pdf"
        file.write_bytes(pdf)
        files.append(file)
    assert failures_of_verapdf(files) == []


def test_both_validators_notice_a_document_without_a_language(specimens, tmp_path):
    broken = BytesIO()
    with pikepdf.open(BytesIO(specimens["it", "it", Decision.CONSENT])) as pdf:
        del pdf.Root.Lang
        del pdf.Root.MarkInfo
        pdf.save(broken)
    file = tmp_path / "broken.pdf"
    file.write_bytes(broken.getvalue())
    assert failures_of_page_validation(broken.getvalue()) != []
    assert failures_of_verapdf([file]) != []
