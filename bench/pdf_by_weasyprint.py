"""The words of a record set by WeasyPrint, as PDF/UA-1."""

from collections.abc import Callable
from html import escape
from typing import Any

from pdf_fonts import FILES
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

_FACES = "".join(
    f"@font-face {{ font-family: 'Bench {name}'; src: url('{path.as_uri()}') }}"
    for name, path in FILES.items()
)
_STYLE = f"""{_FACES}
@page {{ size: A4; margin: 19mm; @bottom-right {{ content: counter(page) }} }}
body {{ font: 9.6pt/1.4 {", ".join(f"'Bench {name}'" for name in FILES)}; }}
table {{ width: 100%; border-spacing: 6pt 4pt; table-layout: fixed }}
td {{ vertical-align: top }}
"""
_RTL = {"ar", "ur"}


def maker(words: dict[str, Any]) -> Callable[[str], bytes]:
    """Return what sets the words with a patient's name above them."""
    left, right = words["languages"]
    cells = "".join(
        f"<tr>{_cell(left, one)}{_cell(right, other)}</tr>" for _kind, one, other in words["rows"]
    )

    def make(name: str) -> bytes:
        page = (
            f"<html lang='{left}'><head><title>Consent</title><style>{_STYLE}</style></head>"
            f"<body><h1>{escape(name)}</h1><table>{cells}</table></body></html>"
        )
        pdf: bytes = HTML(string=page).write_pdf(
            font_config=FontConfiguration(), pdf_variant="pdf/ua-1"
        )
        return pdf

    return make


def _cell(language: str, text: str) -> str:
    direction = "rtl" if language in _RTL else "ltr"
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    return f"<td lang='{language}' dir='{direction}'>{paragraphs}</td>"
