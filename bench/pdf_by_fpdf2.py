"""The words of a record set by fpdf2 with text shaping."""

from collections.abc import Callable
from typing import Any

from fpdf import FPDF
from pdf_fonts import FILES, family_of


def maker(words: dict[str, Any]) -> Callable[[str], bytes]:
    """Return what sets the words with a patient's name above them."""

    def make(name: str) -> bytes:
        pdf = FPDF(format="A4")
        for family, path in FILES.items():
            pdf.add_font(family, fname=path)
        pdf.set_text_shaping(use_shaping_engine=True)
        pdf.set_fallback_fonts(list(FILES), exact_match=False)
        pdf.add_page()
        pdf.set_font(family_of(words["languages"][0]), size=16)
        pdf.write(text=name)
        pdf.ln(12)
        pdf.set_font_size(9.6)
        with pdf.table(first_row_as_headings=False, borders_layout="NONE") as table:
            for _kind, *cells in words["rows"]:
                row = table.row()
                for cell in cells:
                    row.cell(cell)
        return bytes(pdf.output())

    return make
