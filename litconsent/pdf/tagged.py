"""The structure of a tagged document: elements in reading order, and the canvas that marks them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from litconsent.pdf.archive_objects import RawStream, deflated, text_string

_PRINT = 4  # annotation flag
_NO_BORDER = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of page content that belongs to an element."""

    page: int  # from 0
    number: int


@dataclass(frozen=True, slots=True)
class ObjectMark:
    """An annotation that belongs to an element."""

    page: int  # from 0
    reference: Any


@dataclass(eq=False, slots=True)
class Element:
    """One element of the structure tree. The order in which elements are made is reading order."""

    kind: str
    parent: "Element | None" = None
    language: str | None = None
    alternative: str | None = None
    actual: str | None = None
    title: str | None = None
    attributes: dict[str, dict[str, object]] = field(default_factory=dict)
    children: list["Element | Mark | ObjectMark"] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Join the parent."""
        if self.parent is not None:
            self.parent.children.append(self)

    @property
    def marked(self) -> bool:
        """Tell whether something of the element was drawn."""
        return any(isinstance(child, Mark) for child in self.children)

    def descendants(self) -> "Iterator[Element]":
        """Yield the element and all below it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.descendants()


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas on which all content is either marked as an element's or as an artifact."""

    def __init__(self, file: Any, **options: Any) -> None:
        self.page_marks: list[list[Element]] = []  # of the finished pages
        self.annotations: list[tuple[PDFDictionary, Element]] = []
        self.fields: list[Any] = []
        self.pages: list[Any] = []
        self.before_save: Callable[[TaggedCanvas], None] | None = None
        self._code: list[str] = []
        self._marks: list[Element] = []
        self._within = False
        self._bookmarks = 0
        super().__init__(file, **options)

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Mark what is drawn meanwhile as the element's."""
        number = len(self._marks)
        self._marks.append(element)
        element.children.append(Mark(len(self.page_marks), number))
        with self._marked(f"/{element.kind} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def artifact(self, subtype: str | None = None) -> Iterator[None]:
        """Mark what is drawn meanwhile as no content; a subtype (Header, Footer) is of the page."""
        if subtype:
            opening = f"/Artifact <</Type /Pagination /Subtype /{subtype}>> BDC"
        else:
            opening = "/Artifact BMC"
        with self._marked(opening):
            yield

    def link(self, element: Element, box: tuple[float, ...], uri: str, contents: str) -> None:
        """Make a box of the page (points) a link that belongs to an element."""
        action = PDFDictionary({"S": PDFName("URI"), "URI": text_string(uri)})
        annotation = {"Subtype": PDFName("Link"), "Border": PDFArray(_NO_BORDER), "A": action}
        self._annotate(element, box, {**annotation, "Contents": text_string(contents)})

    def signature_field(
        self, element: Element, name: str, tooltip: str, box: tuple[float, ...]
    ) -> None:
        """Make an empty signature field; a box without area is invisible.

        All fields are made here, because one that is added later would not be tagged.
        """
        entries = {
            "Subtype": PDFName("Widget"),
            "FT": PDFName("Sig"),
            "T": text_string(name),
            "TU": text_string(tooltip),
            "P": self._doc.thisPageRef(),
        }
        width, height = box[2] - box[0], box[3] - box[1]
        if width and height:
            form = {"Type": PDFName("XObject"), "Subtype": PDFName("Form")}
            size = {"BBox": PDFArray([0, 0, width, height]), "Resources": PDFDictionary({})}
            appearance = self._doc.Reference(RawStream(b"", {**form, **size}))
            entries["AP"] = PDFDictionary({"N": appearance})
        self.fields.append(self._annotate(element, box, entries))

    def bookmark(self, title: str, depth: int, y: float) -> None:
        """Add an outline entry that leads to a height of this page, in points; depth is from 0."""
        key = f"outline-{self._bookmarks}"
        self._bookmarks += 1
        self.bookmarkPage(key, fit="XYZ", top=y)
        self.addOutlineEntry(title, key, depth)
        self.showOutline()

    def showPage(self) -> None:  # noqa: N802 — ReportLab's name
        """Close the page."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self.page_marks)
        page.Tabs = PDFName("S")
        self.pages.append(page)
        self.page_marks.append(self._marks)
        self._marks = []

    def add_to_page(self, index: int, draw: Callable[[], None]) -> None:
        """Draw onto a page that is closed already; only artifacts may be added."""
        held, self._code = self._code, []
        draw()
        added, self._code = self._code, held
        self.pages[index].stream += "\n".join(["q", *added, "Q", ""])

    def save(self) -> None:
        """Finish the document and write it."""
        if self._code:
            self.showPage()
        if self.before_save is not None:
            self.before_save(self)
        for page in self.pages:
            page.Contents = deflated(page.stream.encode("latin-1"), padding=b"\n")
        self._doc.SaveToFile(self._filename, self)

    def _make_preamble(self) -> None:
        # ReportLab's own names Helvetica, which is not embedded.
        self._preamble = "1 0 0 1 0 0 cm"

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        if self._within:
            raise RuntimeError("marked content does not nest")
        self._within = True
        self._code.append(opening)
        yield
        self._code.append("EMC")
        self._within = False

    def _annotate(self, element: Element, box: tuple[float, ...], entries: dict[str, Any]) -> Any:
        common = {"Type": PDFName("Annot"), "F": _PRINT, "Rect": PDFArray(box)}
        annotation = PDFDictionary({**common, **entries})
        reference = self._doc.Reference(annotation)
        element.children.append(ObjectMark(len(self.page_marks), reference))
        self.annotations.append((annotation, element))
        self._annotationrefs.append(reference)
        return reference
