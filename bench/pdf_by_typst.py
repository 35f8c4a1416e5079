"""The words of a record set by typst, as PDF/A-3a."""

import json
from collections.abc import Callable
from typing import Any

import typst
from pdf_fonts import FILES

_PAGE = """#set document(title: "Consent", date: datetime(year: 2026, month: 1, day: 1))
#set page("a4", margin: 19mm, numbering: "1")
#set text(9.6pt, font: ({fonts}))
= #{name}
#let words = json(bytes({words}))
#grid(columns: (1fr, 1fr), gutter: 8pt,
  ..words.rows.map(row => row.slice(1).enumerate().map(((n, cell)) => {{
    set text(lang: words.languages.at(n).slice(0, 2)); cell
  }})).flatten())
"""


def maker(words: dict[str, Any]) -> Callable[[str], bytes]:
    """Return what sets the words with a patient's name above them."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(path.parent) for path in FILES.values()],
    )
    families = ", ".join(json.dumps(name) for name in fonts.families())

    def make(name: str) -> bytes:
        text = _PAGE.format(
            fonts=families,
            name=json.dumps(name),
            words=json.dumps(json.dumps(words, ensure_ascii=False), ensure_ascii=False),
        )
        pdf: bytes = typst.compile(text.encode(), font_paths=fonts, pdf_standards=["a-3a"])
        return pdf

    return make
