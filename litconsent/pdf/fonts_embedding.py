"""The part of a face that one document uses, embedded as a Type 0 font.

A character code stands for a pair of glyph and text, so the text layer is exact also where one
glyph stands for several characters or several glyphs for one.
"""

import struct
import zlib
from collections.abc import Sequence
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from litconsent.pdf.archive_objects import deflated
from litconsent.pdf.fonts import Face

_DROPPED_TABLES = (
    "GSUB GPOS GDEF BASE STAT DSIG cmap name post OS/2 vhea vmtx VORG MVAR HVAR VVAR meta GRID"
)
_SYMBOLIC = 4
_CMAP_BLOCK = 100  # entries that one bfchar section may have
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


class EmbeddedFont:
    """One face in one document; ReportLab calls `addObjects` when it saves."""

    fontName = ""  # noqa: N815 — names that ReportLab asks for
    _dynamicFont = 1  # noqa: N815

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes: dict[tuple[int, str], str] = {}
        self._rows: list[tuple[int, str]] = [(0, "\ufffd")]

    def codes(self, pairs: Sequence[tuple[int, str]]) -> str:
        """Return the character codes of glyphs and the texts they stand for, in hexadecimal."""
        known = self._codes
        for pair in pairs:
            if pair not in known:
                known[pair] = f"{len(self._rows):04X}"
                self._rows.append(pair)
        return "".join([known[pair] for pair in pairs])

    def addObjects(self, document: Any) -> None:  # noqa: N802
        """Write the font and all that it refers to into the document."""
        data, mapping = self._subset()
        letters = (chr(65 + (zlib.crc32(data) >> (4 * place)) % 26) for place in range(6))
        name = PDFName(f"{''.join(letters)}+{self.face.name}")
        glyph_map = b"".join(mapping[glyph].to_bytes(2, "big") for glyph, _ in self._rows)
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, name, data)),
                "W": self._widths(),
                "DW": round(self.face.advance(0)),
                "CIDToGIDMap": document.Reference(deflated(glyph_map, padding=b"\0\1")),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(deflated(self._to_unicode(), padding=b"\n")),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(font)

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        request = hb.SubsetInput()
        request.glyph_set.update({glyph for glyph, _ in self._rows})
        request.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        request.drop_table_tag_set.update(
            int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED_TABLES.split()
        )
        if self.face.axes:
            request.pin_all_axes_to_default(self.face.raw)
            for axis, value in self.face.axes.items():
                request.pin_axis_location(self.face.raw, axis, value)
        plan = hb.SubsetPlan(self.face.raw, request)
        data: bytes = plan.execute().blob.data
        return data, plan.old_to_new_glyph_mapping

    def _descriptor(self, document: Any, name: PDFName, data: bytes) -> PDFDictionary:
        file = deflated(data, padding=b"\1")
        file.entries["Length1"] = len(zlib.decompress(file.data))
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _SYMBOLIC,
                "ItalicAngle": 0,
                "FontBBox": PDFArray(_bounding_box(data, self.face.per_mille)),
                "Ascent": round(self.face.ascent),
                "Descent": round(self.face.descent),
                "CapHeight": 714,
                "StemV": round(50 + (self.face.weight / 65) ** 2),
                "FontFile2": document.Reference(file),
            }
        )

    def _widths(self) -> PDFArray:
        return PDFArray([1, PDFArray([self.face.advance(glyph) for glyph, _ in self._rows[1:]])])

    def _to_unicode(self) -> bytes:
        entries = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for code, (_, text) in enumerate(self._rows)
            if code
        ]
        parts = [_CMAP_HEAD]
        for start in range(0, len(entries), _CMAP_BLOCK):
            block = entries[start : start + _CMAP_BLOCK]
            parts += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*parts, _CMAP_TAIL]).encode()


def _bounding_box(font_file: bytes, per_mille: float) -> list[int]:
    """Return the box of all glyphs out of the table `head`, in thousandths of the font size."""
    (tables,) = struct.unpack_from(">H", font_file, 4)
    for index in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font_file, 12 + 16 * index)
        if tag == b"head":
            return [round(v * per_mille) for v in struct.unpack_from(">4h", font_file, offset + 36)]
    raise ValueError("a TrueType file without table head")
