"""The structure tree, its parent tree and the catalogue entries that make a file PDF/UA."""

from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
)
from reportlab.pdfbase.pdfdoc import format as written

from litconsent.pdf.archive_objects import attribute, text_string
from litconsent.pdf.tagged import Element, Mark, ObjectMark, TaggedCanvas


def write_structure(canvas: TaggedCanvas, root: Element) -> None:
    """Write the structure tree of a finished document into its catalogue.

    Elements that hold nothing are left out: a reader would announce them.
    """
    catalogue = canvas._doc.Catalog
    writer = _Writer(canvas._doc)
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    top = writer.element(root, canvas._doc.Reference(tree), None)
    numbers, following = _parent_tree(canvas, writer)
    tree.dict.update(
        K=top,
        ParentTree=canvas._doc.Reference(PDFDictionary({"Nums": PDFArray(numbers)})),
        ParentTreeNextKey=following,
    )
    catalogue.StructTreeRoot = tree
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    if canvas.fields:
        catalogue.AcroForm = PDFDictionary({"Fields": PDFArray(canvas.fields), "SigFlags": 0})


class _Entries(PDFObject):  # type: ignore[misc]
    """A dictionary of entries in their order, most of them final bytes.

    ReportLab formats every key and name of its own ones alone, for thousands of elements.
    """

    def __init__(self) -> None:
        self.entries: list[tuple[bytes, Any]] = []

    def format(self, document: Any) -> bytes:
        """Return the dictionary as it stands in the file."""
        parts = [
            name + (value if isinstance(value, bytes) else written(value, document))
            for name, value in self.entries
        ]
        return b"<< " + b" ".join(parts) + b" >>"


class _Writer:
    def __init__(self, document: Any) -> None:
        self._document = document
        self.references: dict[Element, Any] = {}

    def element(self, element: Element, parent: Any, language: str | None) -> Any:
        """Write an element with all below it, and return the reference to it."""
        record = _Entries()
        reference = self.references[element] = self._document.Reference(record)
        entries = record.entries
        entries += [(b"/Type ", b"/StructElem"), (b"/S /", element.kind.encode()), (b"/P ", parent)]
        spoken = element.language if element.language != language else None
        texts = {b"/Lang ": spoken, b"/Alt ": element.alternative}
        texts |= {b"/ActualText ": element.actual, b"/T ": element.title}
        entries += [(key, text_string(text)) for key, text in texts.items() if text]
        if element.attributes:
            owned = [_owned(*pair) for pair in element.attributes.items()]
            entries.append((b"/A ", _one_or_many(owned)))
        pages = [child.page for child in element.children if isinstance(child, Mark)]
        if pages:
            entries.append((b"/Pg ", _page(pages[0])))
        within = element.language or language
        kids = [self._kid(child, reference, within, pages) for child in element.children]
        kids = [kid for kid in kids if kid is not None]
        if kids:
            entries.append((b"/K ", _one_or_many(kids)))
        return reference

    def _kid(
        self,
        child: Element | Mark | ObjectMark,
        parent: Any,
        language: str | None,
        pages: list[int],
    ) -> Any:
        if isinstance(child, Element):
            return self.element(child, parent, language) if _holds_something(child) else None
        if isinstance(child, ObjectMark):
            entries = {"Type": PDFName("OBJR"), "Obj": child.reference, "Pg": _page(child.page)}
            return PDFDictionary(entries)
        if child.page == pages[0]:
            return child.number
        entries = {"Type": PDFName("MCR"), "Pg": _page(child.page), "MCID": child.number}
        return PDFDictionary(entries)


def _parent_tree(canvas: TaggedCanvas, writer: _Writer) -> tuple[list[Any], int]:
    """Return the number tree from marks and annotations to elements, and its next free key."""
    numbers: list[Any] = []
    for page, marks in enumerate(canvas.page_marks):
        references = PDFArray([writer.references[element] for element in marks])
        numbers += [page, canvas._doc.Reference(references)]
    key = len(canvas.page_marks)
    for annotation, element in canvas.annotations:
        annotation["StructParent"] = key
        numbers += [key, writer.references[element]]
        key += 1
    return numbers, key


def _holds_something(element: Element) -> bool:
    """Tell whether there is content in or below an element; an empty table cell counts too."""
    return element.kind in ("TD", "TH") or any(
        not isinstance(child, Element) or _holds_something(child) for child in element.children
    )


def _owned(owner: str, values: dict[str, object]) -> PDFDictionary:
    pairs = {key: attribute(value) for key, value in values.items()}
    return PDFDictionary({"O": PDFName(owner), **pairs})


def _one_or_many(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else PDFArray(values)


def _page(index: int) -> Any:
    return PDFObjectReference(f"Page{index + 1}")
