"""A throw-away clinic seal and a one-page form with a place for it, for the tests of sealing."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
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
