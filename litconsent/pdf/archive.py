"""What makes a file PDF/A-3a: metadata, colour profile, attachments with their relationship."""

import hashlib
import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from PIL import ImageCms
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFText

from litconsent.pdf.archive_objects import (
    RawStream,
    deflated,
    has_unclear_end,
    pdf_date,
    text_string,
)
from litconsent.pdf.archive_xmp import PACKET

PRODUCER = "LIT Consent on ReportLab"
_TRIES = 32
_IDLE_SINCE = "D:20240101000000Z"
_SRGB = "sRGB IEC61966-2.1"
_PROFILE_DATE = bytes([7, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])  # 1 January 2024
_INLINE = ("PageMode", "PageLayout", "AF", "OutputIntents", "MarkInfo", "ViewerPreferences")


class Relationship(StrEnum):
    """What an attachment is to the document [ISO 32000-2, AFRelationship]."""

    SOURCE = "Source"
    DATA = "Data"
    ALTERNATIVE = "Alternative"
    SUPPLEMENT = "Supplement"
    UNSPECIFIED = "Unspecified"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the document."""

    name: str
    data: bytes
    media_type: str
    relationship: Relationship = Relationship.DATA
    description: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; `created` is in UTC."""

    title: str
    author: str
    subject: str
    language: str
    created: datetime
    creator: str = "LIT Consent"


class DocumentInfo(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The information dictionary, with the given date in place of the clock's."""

    def __init__(self, metadata: Metadata) -> None:
        super().__init__()
        self.metadata = metadata
        self.title, self.author = metadata.title, metadata.author
        self.subject = metadata.subject

    def format(self, document: Any) -> bytes:
        """Return the dictionary as it stands in the file."""
        about, date = self.metadata, text_string(pdf_date(self.metadata.created))
        entries = {
            "Title": text_string(about.title),
            "Author": text_string(about.author),
            "Subject": text_string(about.subject),
            "Creator": text_string(about.creator),
            "Producer": text_string(PRODUCER),
            "CreationDate": date,
            "ModDate": date,
        }
        formatted: bytes = PDFDictionary(entries).format(document)
        return formatted


def write_archive_entries(
    document: Any, metadata: Metadata, attachments: Sequence[Attachment]
) -> None:
    """Write metadata, output intent and attachments into the catalogue of a document."""
    catalogue = document.Catalog
    names = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents", "AF"]
    catalogue.__NoDefault__ = names
    catalogue.__Refs__ = [name for name in names if name not in _INLINE]
    catalogue.OutputIntents = PDFArray([_output_intent(document)])
    packet = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    catalogue.Metadata = RawStream(xmp(metadata), packet)
    if attachments:
        ordered = sorted(attachments, key=lambda attachment: attachment.name)
        specs = [_file_spec(document, metadata, attachment) for attachment in ordered]
        pairs = zip((text_string(a.name) for a in ordered), specs, strict=True)
        tree = PDFDictionary({"Names": PDFArray([item for pair in pairs for item in pair])})
        catalogue.Names = PDFDictionary({"EmbeddedFiles": tree})
        catalogue.AF = PDFArray(specs)


def xmp(metadata: Metadata) -> bytes:
    """Return the XMP packet that claims PDF/A-3a and PDF/UA-1."""
    texts = {
        "title": metadata.title,
        "author": metadata.author,
        "subject": metadata.subject,
        "language": metadata.language,
        "creator": metadata.creator,
        "producer": PRODUCER,
        "date": metadata.created.strftime("%Y-%m-%dT%H:%M:%S+00:00"),
    }
    return PACKET.format(**{key: escape(text) for key, text in texts.items()}).encode()


def compacted(pdf: bytes) -> bytes:
    """Return the same document in about half the bytes, still PDF/A. Do it before sealing.

    No stream of it has an unclear end.
    """
    # The streams that the library makes by itself can end so too: some idle objects more move what
    # they hold, and without object streams there are none.
    for idle in range(_TRIES):
        smaller = _saved(pdf, pikepdf.ObjectStreamMode.generate, idle)
        if not has_unclear_end(smaller):
            return smaller
    return _saved(pdf, pikepdf.ObjectStreamMode.disable, 0)


def _saved(pdf: bytes, mode: pikepdf.ObjectStreamMode, idle: int) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for part in document.objects:
            if isinstance(part, pikepdf.Stream) and _can_end_unclear(part):
                # Compressed data say themselves where they end; a blank after them is not read.
                packed = zlib.compress(part.read_bytes()) + b" "
                part.write(packed, filter=pikepdf.Name.FlateDecode)
        if idle:
            parts = {f"/Idle{n}": document.make_indirect(_idle()) for n in range(idle)}
            document.Root.PieceInfo = pikepdf.Dictionary(parts)
        document.save(out, object_stream_mode=mode, preserve_pdfa=True, deterministic_id=True)
    return out.getvalue()


def _idle() -> pikepdf.Dictionary:
    return pikepdf.Dictionary(LastModified=_IDLE_SINCE)


def _can_end_unclear(part: pikepdf.Stream) -> bool:
    # What is compressed more than once is compressed anew when it is saved, and ends otherwise.
    compressed_again = isinstance(part.get("/Filter"), pikepdf.Array)
    return compressed_again or part.read_raw_bytes().endswith(b"\r")


@cache
def _srgb_profile() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    data = bytearray(profile.tobytes())
    data[24:36] = _PROFILE_DATE  # Pillow writes the clock here; equal input must give equal bytes
    data[84:100] = bytes(16)  # profile ID: not computed
    return bytes(data)


def _output_intent(document: Any) -> PDFDictionary:
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": text_string(_SRGB),
            "Info": text_string(_SRGB),
            "RegistryName": text_string("http://www.color.org"),
            "DestOutputProfile": document.Reference(deflated(_srgb_profile(), {"N": 3})),
        }
    )


def _file_spec(document: Any, metadata: Metadata, attachment: Attachment) -> Any:
    digest = hashlib.md5(attachment.data, usedforsecurity=False).digest()
    parameters = {
        "Size": len(attachment.data),
        "ModDate": text_string(pdf_date(metadata.created)),
        "CheckSum": PDFText(digest, enc="raw"),
    }
    stream = {
        "Type": PDFName("EmbeddedFile"),
        # PDFName would leave the slash of a media type as it is, which breaks the file.
        "Subtype": "/" + attachment.media_type.replace("/", "#2F"),
        "Params": PDFDictionary(parameters),
    }
    file = document.Reference(deflated(attachment.data, stream))
    entries = {
        "Type": PDFName("Filespec"),
        "F": text_string(attachment.name),
        "UF": text_string(attachment.name),
        "Desc": text_string(attachment.description or attachment.name),
        "AFRelationship": PDFName(attachment.relationship.value),
        "EF": PDFDictionary({"F": file, "UF": file}),
    }
    return document.Reference(PDFDictionary(entries))
