"""A story of flowables made into one file: PDF/A-3a and PDF/UA-1, equal bytes for equal input."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, PageTemplate
from reportlab.platypus import Frame as PageFrame

from litconsent.pdf.archive import Attachment, DocumentInfo, Metadata, write_archive_entries
from litconsent.pdf.emit import draw_line
from litconsent.pdf.flowables import Align, Style, aligned, fill_rectangle
from litconsent.pdf.flowables_column import Stack
from litconsent.pdf.layout import ShapedText, shaped_text
from litconsent.pdf.shaping import Colour
from litconsent.pdf.tagged import Element, TaggedCanvas
from litconsent.pdf.tagged_tree import write_structure

# Text encodings and comments of ReportLab that PDF/A either forbids or does not need.
rl_config.useA85 = 0
rl_config.pdfComments = 0

_PDF_VERSION = (1, 7)


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Size and margins of all pages, in points."""

    width: float = A4[0]
    height: float = A4[1]
    left: float = 48.0
    right: float = 48.0
    top: float = 62.0
    bottom: float = 58.0

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Page:
    """One finished page, to be given its header and footer, which are no content."""

    number: int  # from 1
    count: int
    layout: PageLayout
    canvas: TaggedCanvas
    shape: Callable[..., ShapedText]

    def text(
        self,
        content: str,
        *,
        language: str,
        style: Style,
        y: float,
        kind: str = "Header",
        align: Align = Align.START,
        x: float | None = None,
        width: float | None = None,
    ) -> float:
        """Write text with its first baseline at `y` and return the baseline after the last."""
        room = self.layout.text_width if width is None else width
        left = self.layout.left if x is None else x
        shaped = self.shape(content, language, style.size, bold=style.bold)
        with self.canvas.artifact(kind):
            for start, end in shaped.breaks(room):
                line = shaped.line(start, end)
                offset = left + aligned(line.width, room, align, rtl=shaped.rtl)
                draw_line(self.canvas, line, offset, y, style.colour)
                y -= style.leading
        return y

    def rule(self, y: float, colour: Colour, thickness: float = 0.5, kind: str = "Header") -> None:
        """Draw a line over the width of the text."""
        box = (self.layout.left, y, self.layout.text_width, thickness)
        with self.canvas.artifact(kind):
            fill_rectangle(self.canvas, box, colour)


Furniture = Callable[[Page], None]


def build_document(
    story: Sequence[Any],
    *,
    root: Element,
    metadata: Metadata,
    layout: PageLayout = PageLayout(),
    furniture: Furniture | None = None,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """Return the document as a file. A story is built once: its elements remember their pages.

    `furniture` is called for each page when all are known.

    :raises MissingGlyph: if no font prints a character of header or footer.
    """
    root.language = root.language or metadata.language
    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=(layout.width, layout.height), invariant=1)
    height = layout.height - layout.top - layout.bottom
    frame = PageFrame(layout.left, layout.bottom, layout.text_width, height, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate(frames=[frame]))

    def finish(canvas: TaggedCanvas) -> None:
        _furnish(canvas, layout, furniture)
        write_structure(canvas, root)
        write_archive_entries(canvas._doc, metadata, attachments)

    def make_canvas(file: Any, **options: Any) -> TaggedCanvas:
        options |= {"pdfVersion": _PDF_VERSION, "lang": metadata.language}
        canvas = TaggedCanvas(file, **options)
        canvas._doc.info = DocumentInfo(metadata)
        canvas.before_save = finish
        return canvas

    template.build(list(_kept_together(story)), canvasmaker=make_canvas)
    return out.getvalue()


def _furnish(canvas: TaggedCanvas, layout: PageLayout, furniture: Furniture | None) -> None:
    if furniture is None:
        return
    # Most of it is the same on every page; a patient's name is kept no longer than the document.
    count, shape = len(canvas.pages), cache(shaped_text)
    for index in range(count):
        page = Page(index + 1, count, layout, canvas, shape)
        canvas.add_to_page(index, partial(furniture, page))


def _kept_together(story: Sequence[Any]) -> Iterator[Any]:
    """Yield the story with each flowable that keeps with its next joined to it."""
    held: list[Any] = []
    for flowable in story:
        held.append(flowable)
        if not getattr(flowable, "keep_with_next", False):
            yield held[0] if len(held) == 1 else Stack(held)
            held = []
    if held:
        yield Stack(held)
