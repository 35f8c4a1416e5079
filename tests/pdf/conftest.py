"""A small document with one of everything, in any language, for the tests of the engine."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from litconsent.pdf.archive import Attachment, Metadata
from litconsent.pdf.figure import Drawing, Ink, Label, SignatureField, circle, rectangle
from litconsent.pdf.flowables import GREY, Align, Box, Paragraph, Rule, Style
from litconsent.pdf.flowables_list import bullet_list, numbered_list
from litconsent.pdf.flowables_row import SideBySide
from litconsent.pdf.flowables_table import table
from litconsent.pdf.layout import Span
from litconsent.pdf.tagged import Element
from litconsent.pdf.tagged_document import Page, build_document

BODY = Style()
HEADING = Style(size=13, leading=19, bold=True, before=8)
TEXTS = {
    "it": ("Consenso", "Il medico inietta \u200e10 mg\u200e di lidocaina nella pelle (Mod. 12/B)."),
    "ar": ("الموافقة", "يحقن الطبيب \u200e10 mg\u200e من الدواء في الجلد (Mod. 12/B)، مُوَافَقَة."),
    "ur": ("رضامندی", "ڈاکٹر جلد میں \u200e10 mg\u200e دوا کا انجکشن لگاتا ہے (Mod. 12/B)۔ ۱۲۳۴۵۶"),
    "zh-Hans": ("同意书", "医生将10 mg药物注射到皮肤内（Mod. 12/B），患者可以随时撤回同意。"),
    "bn": ("সম্মতি", "চিকিৎসক ত্বকে 10 mg ওষুধ দেন (Mod. 12/B), কয়েক মিলিমিটার গভীরে। কৌশল।"),
}


def a_document(
    language: str = "it", name: str = "Mario Rossi", rows: int = 30, attached: bytes = b"{}"
) -> bytes:
    """Build a document of a few pages in a language, with Italian beside it."""
    root = Element("Document")
    title, text = TEXTS[language]
    heading = Paragraph(Element("H1", root), title, language=language, style=HEADING, bookmark=0)
    section = Element("Sect", root)
    story = [heading, *_columns(section, language), *_rest(section, language, name, rows)]

    def furniture(page: Page) -> None:
        page.text(title, language=language, style=replace(BODY, size=8), y=page.layout.height - 40)
        page.text(
            f"{page.number} / {page.count}",
            language="it",
            style=BODY,
            y=30,
            kind="Footer",
            align=Align.END,
        )

    about = Metadata(
        title, "Clinica <San> & Co", text, language, datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
    )
    record = Attachment("consent.json", attached, "application/fhir+json")
    return build_document(
        story, root=root, metadata=about, furniture=furniture, attachments=[record]
    )


def _columns(section: Element, language: str) -> list[Any]:
    story: list[Any] = []
    for number in range(1, 4):
        title, text = TEXTS[language]
        heading = Element("H2", section)
        story.append(
            Paragraph(
                heading,
                f"{number}. {title}",
                language=language,
                style=HEADING,
                keep_with_next=True,
                bookmark=1,
            )
        )
        left = Element("Div", section, language=language)
        spans = [Span(text * 3), Span(text, bold=True, colour=(0.6, 0, 0))]
        first = [Paragraph(Element("P", left), spans, language=language, style=BODY)]
        first += bullet_list(left, [text, text], language=language, style=BODY)
        right = Element("Div", section, language="it")
        italian = TEXTS["it"][1]
        second = [Paragraph(Element("P", right), italian * 3, language="it", style=BODY)]
        second += numbered_list(right, [italian, italian], language="it", style=BODY)
        story.append(SideBySide(first, second, divider=GREY))
    return story


def _rest(section: Element, language: str, name: str, rows: int) -> list[Any]:
    title, text = TEXTS[language]
    cells = [[title, "mg"], *([f"{text} {row}", f"{row} mg"] for row in range(rows))]
    person = Paragraph(Element("P", section), name, language=language, style=BODY)
    link = Element("Link", Element("P", section))
    address = "https://example.org/"
    shapes = [
        rectangle(0, 0, 100, 50, fill=(0.9, 0.9, 1)),
        circle(50, 25, 20, stroke=(1, 0, 0)),
        Label(title, 50, 28, language),
    ]
    strokes = [[(100, 200), (200, 50), (300, 300)], [(100, 300), (800, 310)]]
    return [
        *table(section, cells, language=language, style=BODY, widths=(3, 1), caption=title),
        Box([person], background=(0.95, 0.97, 1), border=GREY),
        Rule(),
        Ink(section, strokes, alternative="Firma", width=180, height=65, language="it"),
        Drawing(section, shapes, alternative=title, width=200, height=100, viewbox=(100, 50)),
        Paragraph(link, address, language="it", style=BODY, link=address),
        SignatureField(section, "PatientSeal", "Firma", width=200, height=40, language="it"),
        SignatureField(section, "ArchiveTimestamp", "Marca temporale", language="it"),
    ]


@pytest.fixture
def document() -> Callable[..., bytes]:
    return a_document


@pytest.fixture
def texts() -> dict[str, tuple[str, str]]:
    return TEXTS
