"""`blank`: write a form to be filled in by hand, for when nothing but paper works."""

from pathlib import Path
from typing import TextIO

from litconsent.services.blank_form import blank_form, blank_form_without_a_clinic
from litconsent.services.clinic import open_clinic
from litconsent.settings import Settings


def blank(
    settings: Settings,
    file: Path,
    *,
    language: str,
    clinic_language: str,
    variant: str,
    out: TextIO,
) -> int:
    """Write the form and print a line about it."""
    languages = {"language": language, "clinic_language": clinic_language}
    # Printing a form must create no clinic where there is none.
    if settings.database.exists():
        clinic = open_clinic(settings)
        pdf = blank_form(clinic, variant, **languages)
        clinic.store.close()
    else:
        pdf = blank_form_without_a_clinic(settings, variant, **languages)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pdf)
    print(f"{file}  {len(pdf) / 1000:.0f} kB", file=out)
    return 0
