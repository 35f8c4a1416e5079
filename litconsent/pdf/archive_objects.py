"""PDF objects that ReportLab lacks or writes in a way that an archive file may not have."""

import zlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

_LINE_ENDS = (b"\r", b"\n")
_UNCLEAR_END = b"\r\nendstream"


def has_unclear_end(pdf: bytes) -> bool:
    """Return whether a stream ends in a carriage return.

    With the line feed that follows a stream, that reads as the end of a line, and checkers count
    one byte less than the stream says it has [ISO 19005-3, 6.1.7.1].
    """
    return _UNCLEAR_END in pdf


class RawStream(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream whose bytes are final; ReportLab's own has no line end before `endstream`."""

    def __init__(self, data: bytes, entries: Mapping[str, Any] | None = None) -> None:
        self.data = data
        self.entries = dict(entries or {})

    def format(self, document: Any) -> bytes:
        """Return the stream as it stands in the file."""
        dictionary = PDFDictionary({**self.entries, "Length": len(self.data)})
        head: bytes = pdfdoc.format(dictionary, document)
        return head + b"\nstream\n" + self.data + b"\nendstream\n"


def deflated(
    data: bytes, entries: Mapping[str, Any] | None = None, *, padding: bytes = b""
) -> RawStream:
    """Return a stream of the data, compressed.

    Data that end like a line would blur where the stream ends [ISO 19005-3, 6.1.7.1]: such data
    are padded, if a padding is harmless, or compressed once more.
    """
    packed, layers = zlib.compress(data, 6), 1
    while packed.endswith(_LINE_ENDS):
        if padding:
            data += padding
            packed = zlib.compress(data, 6)
        else:
            packed, layers = zlib.compress(packed, 6), layers + 1
    filters: Any = PDFArray([PDFName("FlateDecode")] * layers)
    if layers == 1:
        filters = PDFName("FlateDecode")
    return RawStream(packed, {**(entries or {}), "Filter": filters})


class _HexText(pdfdoc.PDFObject):  # type: ignore[misc]
    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, document: Any) -> bytes:
        return utf16_hex(self.text).encode()


def utf16_hex(text: str) -> str:
    """Return a text string in hexadecimal UTF-16, half the size of ReportLab's octal escapes."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def text_string(text: str) -> Any:
    """Return a text as a PDF text string."""
    return PDFString(text) if text.isascii() else _HexText(text)


def pdf_date(moment: datetime) -> str:
    """Return a moment (UTC) as PDF writes dates."""
    return moment.strftime("D:%Y%m%d%H%M%S+00'00'")


def attribute(value: object) -> Any:
    """Return a value of a structure attribute: text is a name, a sequence an array."""
    if isinstance(value, str):
        return PDFName(value)
    if isinstance(value, list | tuple):
        return PDFArray([attribute(item) for item in value])
    return value
