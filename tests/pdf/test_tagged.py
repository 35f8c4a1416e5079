"""The file as a whole: valid for archives and for screen readers, the same bytes every time."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pypdfium2
import pytest
from page import validate_pdf_bytes

from litconsent.pdf.archive import Metadata, compacted
from litconsent.pdf.flowables import Paragraph, Style
from litconsent.pdf.flowables_row import SideBySide
from litconsent.pdf.fonts import MissingGlyph
from litconsent.pdf.tagged import Element
from litconsent.pdf.tagged_document import build_document

LANGUAGES = ["it", "ar", "zh-Hans", "ur", "bn"]
ABOUT = Metadata("Prova", "", "", "it", datetime(2026, 3, 14, tzinfo=UTC))


def failures(pdf: bytes) -> list[tuple[str, str]]:
    reports = [validate_pdf_bytes(pdf, profile=profile) for profile in ("3a", "ua1")]
    return [(failure.rule_id, failure.message) for r in reports for failure in r.failures]


def elements(pdf: bytes) -> list[pikepdf.Dictionary]:
    """Return all structure elements in reading order."""
    found = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary) and node.get("/Type") == "/StructElem":
            found.append(node)
            walk(node.get("/K"))

    walk(pikepdf.open(io.BytesIO(pdf)).Root.StructTreeRoot.K)
    return found


def pages(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_is_pdf_a_3a_and_pdf_ua_1(document, language):
    pdf = document(language)
    assert failures(pdf) == []
    smaller = compacted(pdf)
    assert failures(smaller) == []
    assert len(smaller) < 0.75 * len(pdf)


def test_the_validator_sees_a_figure_without_its_text(document):
    with pikepdf.open(io.BytesIO(document())) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
                del item["/Alt"]
        broken = io.BytesIO()
        pdf.save(broken)
    assert failures(broken.getvalue())


@pytest.mark.parametrize("language", LANGUAGES)
def test_equal_input_gives_equal_bytes(document, language):
    assert document(language) == document(language)
    assert compacted(document(language)) == compacted(document(language))


def test_a_stream_whose_end_looks_like_a_line_end_stays_valid(document):
    for number in range(12):  # one compressed stream in 128 ends so
        pdf = document("it", name=f"Paziente {number}", rows=2)
        assert b"\r\nendstream" not in pdf
        assert failures(pdf) == []


def test_markup_in_a_name_is_printed_as_it_is(document):
    text = pages(document("it", name='O<Brien & <b>Ada</b> <img src="/etc/passwd">'))[-1]
    assert 'O<Brien & <b>Ada</b> <img src="/etc/passwd">' in text


def test_a_name_that_cannot_be_printed_is_refused(document):
    with pytest.raises(MissingGlyph) as refused:
        document("it", name="Ada \U0001f600")
    assert refused.value.character == "\U0001f600"


def test_every_page_says_which_it_is_of_how_many(document):
    texts = pages(document("it"))
    assert len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert f"{number} / {len(texts)}" in text


def test_a_table_header_is_on_every_page_and_read_once(document):
    pdf = document("it", rows=60)
    heads = [e for e in elements(pdf) if e.S == "/TH" and e.A.Scope == "/Column"]
    assert [head.K for head in heads] == [0, 0] or all(isinstance(h.K, int) for h in heads)
    assert sum("mg\r\n0 mg" in text or "mg\r\n" in text for text in pages(pdf)) >= 3


def test_right_to_left_elements_hold_their_text_in_reading_order(document):
    paragraphs = [e for e in elements(document("ar")) if e.S == "/P" and e.get("/Lang") is None]
    assert any(
        str(p.ActualText).startswith("يحقن الطبيب") for p in paragraphs if "/ActualText" in p
    )


def test_languages_are_marked_where_they_change(document):
    pdf = document("ar")
    assert pikepdf.open(io.BytesIO(pdf)).Root.Lang == "ar"
    divisions = [str(e.get("/Lang", "")) for e in elements(pdf) if e.S == "/Div"]
    assert divisions == ["", "it"] * 3


def test_reading_order_is_column_by_column(document):
    kinds = [str(e.S) for e in elements(document("it")) if e.S in ("/Div", "/L", "/P")]
    assert kinds[:6] == ["/Div", "/P", "/L", "/Div", "/P", "/L"]


def test_signature_fields_and_attachment_wait_in_the_file(document):
    root = pikepdf.open(io.BytesIO(document())).Root
    fields = {str(field.T): str(field.TU) for field in root.AcroForm.Fields}
    assert fields == {"PatientSeal": "Firma", "ArchiveTimestamp": "Marca temporale"}
    assert [str(spec.AFRelationship) for spec in root.AF] == ["/Data"]
    assert root.AF[0].EF.F.read_bytes() == b"{}"
    assert root.AF[0].EF.F.Subtype == "/application/fhir+json"


def test_headings_are_bookmarks(document):
    with pikepdf.open(io.BytesIO(document("bn"))).open_outline() as outline:
        (top,) = outline.root
        assert top.title == "সম্মতি"
        assert len(top.children) == 3


@pytest.mark.parametrize("height", range(15, 400, 7))
def test_neither_part_of_a_split_paragraph_is_a_single_line(height):
    text = "parola " * 90
    whole = Paragraph(Element("P"), text, language="it", style=Style(leading=15))
    parts = whole.split(200, height)
    for part in parts:
        assert part.wrap(200, 1000)[1] >= 2 * 15
    if parts:
        assert parts[0].wrap(200, 1000)[1] <= height
        assert sum(part.wrap(200, 1000)[1] for part in parts) == whole.wrap(200, 1000)[1]


@pytest.mark.parametrize("filler", range(30, 46))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(filler):
    root = Element("Document")
    body = Style(after=0)
    story = [Paragraph(Element("H1", root), "Titolo", language="it", style=body)]
    story += [
        Paragraph(Element("P", root), f"riga {n}", language="it", style=body) for n in range(filler)
    ]
    heading = Element("H2", root)
    story.append(Paragraph(heading, "Sotto", language="it", style=body, keep_with_next=True))
    left, right = Element("Div", root), Element("Div", root, language="ar")
    story.append(
        SideBySide(
            [Paragraph(Element("P", left), "testo " * 80, language="it", style=body)],
            [Paragraph(Element("P", right), "كلمة " * 80, language="ar", style=body)],
        )
    )
    texts = pages(build_document(story, root=root, metadata=ABOUT))
    (page,) = [text for text in texts if "Sotto" in text]
    assert "testo testo" in page


def test_a_word_of_fifty_thousand_characters_makes_a_document():
    root = Element("Document")
    heading = Paragraph(Element("H1", root), "A", language="it", style=Style())
    name = Paragraph(
        Element("P", root), "a" * 50_000, language="it", style=replace(Style(), size=9)
    )
    pdf = build_document([heading, name], root=root, metadata=ABOUT)
    assert sum(text.count("a") for text in pages(pdf)) == 50_000
