"""A throw-away clinic seal, a one-page form for it, and what may be done to it afterwards."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from reportlab.pdfgen.canvas import Canvas

from litconsent.pdf.clinic_seal import ClinicSeal, create_clinic_seal, load_clinic_seal
from litconsent.pdf.seal import SEAL_FIELD

FOUNDED = datetime(2026, 1, 2, 8, 0, tzinfo=UTC)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PASSPHRASE = b"thirty-two bytes of a passphrase"
CLINIC = "Example Pain Clinic"


def a_clinic_seal(
    folder: Path, name: str = CLINIC, founded: datetime = FOUNDED, file: str = "seal.p12"
) -> ClinicSeal:
    """Create and load a seal in a folder of the test."""
    create_clinic_seal(folder / file, PASSPHRASE, name, founded)
    return load_clinic_seal(folder / file, PASSPHRASE)


def an_unsealed_form(*fields: str) -> bytes:
    """Return one page of text with an empty signature field of each name."""
    drawn = BytesIO()
    canvas = Canvas(drawn, invariant=1)
    canvas.setTitle("Consent")
    canvas.drawString(72, 720, "I agree to 10 mg of lidocaine.")
    canvas.save()
    finished = BytesIO()
    with pikepdf.open(BytesIO(drawn.getvalue())) as pdf:
        widgets = [pdf.make_indirect(_widget(name)) for name in fields or (SEAL_FIELD,)]
        pdf.pages[0].Annots = pikepdf.Array(widgets)
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(widgets))
        pdf.save(finished, deterministic_id=True)
    return finished.getvalue()


def _widget(name: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Widget,
        FT=pikepdf.Name.Sig,
        T=name,
        Rect=[0, 0, 0, 0],
        F=4,
    )


def updated(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Append an incremental update, as an editor does that leaves the signed bytes alone."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def first_page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    """Return the first page of what a writer updates."""
    return writer.root["/Pages"]["/Kids"][0].get_object()


def note(writer: IncrementalPdfFileWriter) -> None:
    """Write a note onto the first page."""
    annotation = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(
                map(generic.NumberObject, (10, 10, 200, 50))
            ),
            generic.pdf_name("/Contents"): generic.TextStringObject("and 100 mg of something else"),
        }
    )
    page = first_page(writer)
    page.setdefault(generic.pdf_name("/Annots"), generic.ArrayObject())
    page["/Annots"].append(writer.add_object(annotation))
    writer.update_container(page["/Annots"])
