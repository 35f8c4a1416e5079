"""The file as a whole: valid for archives and for screen readers, the same bytes every time."""

import io
import re
import unicodedata
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from functools import reduce

import pikepdf
import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from page import validate_pdf_bytes

from litconsent.pdf.archive import Metadata, compacted
from litconsent.pdf.archive_objects import deflated
from litconsent.pdf.flowables import Paragraph, Style
from litconsent.pdf.flowables_row import SideBySide
from litconsent.pdf.fonts import MissingGlyph, missing_characters
from litconsent.pdf.tagged import Element
from litconsent.pdf.tagged_document import build_document

LRM = "\u200e"
LANGUAGES = ["it", "ar", "zh-Hans", "ur", "bn"]
ABOUT = Metadata("Prova", "", "", "it", datetime(2026, 3, 14, tzinfo=UTC))


def failures(pdf: bytes) -> list[tuple[str, str]]:
    reports = [validate_pdf_bytes(pdf, profile=profile) for profile in ("3a", "ua1")]
    return [(failure.rule_id, failure.message) for r in reports for failure in r.failures]


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return all structure elements in reading order."""
    found = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary) and node.get("/Type") == "/StructElem":
            found.append(node)
            walk(node.get("/K"))

    walk(pdf.Root.StructTreeRoot.K)
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


@settings(max_examples=40, deadline=None)
@example("a\u1680b", "it")
@given(
    st.text(st.characters(max_codepoint=0x9FFF), min_size=1, max_size=60),
    st.sampled_from(LANGUAGES),
)
def test_any_printable_text_makes_a_valid_file(text, language):
    for char in missing_characters(text, language):
        text = text.replace(char, "x")
    if missing_characters(text, language):
        return  # a mark lost its letter and joined another
    root = Element("Document")
    title = Paragraph(Element("H1", root), "Titolo", language="it", style=Style())
    shown = Paragraph(Element("P", root), text, language=language, style=Style())
    assert failures(build_document([title, shown], root=root, metadata=ABOUT)) == []


def test_the_validator_sees_a_figure_without_its_text(document):
    with opened(document()) as pdf:
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


def test_an_attachment_whose_end_would_be_unclear_is_compacted_like_any_other(document):
    texts = (f"% {n}".encode() for n in range(20_000))
    unlucky = next(text for text in texts if zlib.compress(text, 6).endswith(b"\r"))
    smaller = compacted(document(attached=unlucky))
    assert failures(smaller) == []
    with opened(smaller) as pdf:
        assert pdf.attachments["consent.json"].get_file().read_bytes() == unlucky


@pytest.mark.parametrize("unclear", [1, 40])
def test_a_document_whose_streams_would_end_like_a_line_is_compacted_all_the_same(
    document, unclear
):
    unlucky = [f"% {n}".encode() for n in range(20_000)]
    unlucky = [data for data in unlucky if zlib.compress(data).endswith(b"\r")][:unclear]
    with opened(document()) as pdf:
        pdf.Root.PieceInfo = pikepdf.Dictionary()
        for number, data in enumerate(unlucky):
            part = pikepdf.Dictionary(LastModified="D:2026", Private=pdf.make_stream(data))
            pdf.Root.PieceInfo[f"/Test{number}"] = part
        whole = io.BytesIO()
        pdf.save(whole, preserve_pdfa=True)
    smaller = compacted(whole.getvalue())
    assert b"\r\nendstream" not in smaller
    assert len(smaller) < 0.75 * len(whole.getvalue())
    assert [rule for rule, _words in failures(whole.getvalue())] == ["PDFA3A-STREAM-LENGTH-001"]
    assert failures(smaller) == []
    with opened(smaller) as pdf:
        kept = [pdf.Root.PieceInfo[f"/Test{n}"].Private.read_bytes() for n in range(unclear)]
    assert kept == unlucky


def test_a_document_of_many_objects_is_compacted_however_its_object_streams_end(document):
    with opened(document()) as pdf:
        for seed in range(12):
            parts = [pikepdf.Dictionary(N=10_000 * seed + n) for n in range(4_999)]
            pdf.Root.Tested = pikepdf.Array([pdf.make_indirect(part) for part in parts])
            whole = io.BytesIO()
            pdf.save(whole, preserve_pdfa=True)
            smaller = compacted(whole.getvalue())
            assert b"/ObjStm" in smaller
            assert b"\r\nendstream" not in smaller


def test_no_compressed_stream_ends_like_a_line():
    texts = [bytes([value]) for value in range(256)]
    assert any(zlib.compress(text, 6).endswith((b"\r", b"\n")) for text in texts)
    for text in texts:
        padded = deflated(text, padding=b" ").data
        assert not padded.endswith((b"\r", b"\n"))
        assert zlib.decompress(padded).rstrip(b" ") == text.rstrip(b" ")
        exact = deflated(text)
        assert not exact.data.endswith((b"\r", b"\n"))
        layers = getattr(exact.entries["Filter"], "sequence", [""])
        assert reduce(lambda data, _: zlib.decompress(data), layers, exact.data) == text


def test_direction_marks_do_not_break_a_search(document):
    assert "inietta 10 mg di" in pages(document("it"))[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_layer_reads_back(document, texts, language):
    text = unicodedata.normalize("NFC", "".join(pages(document(language))))
    words = set(re.findall(r"[^\W\d_]+", texts[language][1].replace(LRM, "")))
    words = {unicodedata.normalize("NFC", word) for word in words}
    assert words
    assert {word for word in words if word not in text} == set()


def test_markup_in_a_name_is_printed_as_it_is(document):
    text = pages(document("it", name='O<Brien & <b>Ada</b> <img src="/etc/passwd">'))
    assert 'O<Brien & <b>Ada</b> <img src="/etc/passwd">' in "".join(text)


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
    tree = opened(pdf)
    heads = [e for e in elements(tree) if e.S == "/TH" and e.A.Scope == "/Column"]
    assert len(heads) == 2
    assert all(isinstance(head.K, int) for head in heads)  # one stretch of content each
    rows = [re.findall(r"(\d+) \1 mg", text) for text in pages(pdf)]
    assert [int(row) for page in rows for row in page] == list(range(60))
    assert len(rows[1]) > 10
    assert len(rows[2]) > 10
    assert all(text.startswith("Consenso mg\r\n") for text in pages(pdf)[1:3])


@pytest.mark.parametrize(("language", "at_the_left"), [("it", False), ("ar", True)])
def test_the_first_column_of_a_table_stands_where_reading_starts(document, language, at_the_left):
    page = pypdfium2.PdfDocument(document(language))[1]
    left_half = page.get_textpage().get_text_bounded(right=page.get_width() / 2)
    assert left_half.startswith("mg") is at_the_left


def test_right_to_left_elements_hold_their_text_in_reading_order(document):
    tree = opened(document("ar"))
    texts = [str(e.ActualText) for e in elements(tree) if e.S == "/P" and "/ActualText" in e]
    assert len(texts) == 4
    assert all(text.startswith("يحقن الطبيب") for text in texts[:3])


def test_languages_are_marked_where_they_change(document):
    tree = opened(document("ar"))
    assert tree.Root.Lang == "ar"
    divisions = [str(e.get("/Lang", "")) for e in elements(tree) if e.S == "/Div"]
    assert divisions == ["", "it"] * 3


def test_reading_order_is_column_by_column(document):
    tree = opened(document("it"))
    kinds = [str(e.S) for e in elements(tree) if e.S in ("/Div", "/L", "/P")]
    assert kinds[:6] == ["/Div", "/P", "/L", "/Div", "/P", "/L"]


def test_signature_fields_and_attachment_wait_in_the_file(document):
    tree = opened(document())
    root = tree.Root
    fields = {str(field.T): str(field.TU) for field in root.AcroForm.Fields}
    assert fields == {"PatientSeal": "Firma", "ArchiveTimestamp": "Marca temporale"}
    assert [str(spec.AFRelationship) for spec in root.AF] == ["/Data"]
    assert root.AF[0].EF.F.read_bytes() == b"{}"
    assert root.AF[0].EF.F.Subtype == "/application/fhir+json"


def test_headings_are_bookmarks(document):
    with opened(document("bn")).open_outline() as outline:
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
