"""`seal`: show the clinic's seal, renew it, and have it certified by an authority."""

from pathlib import Path
from typing import TextIO

from litconsent.pdf.clinic_seal import ClinicSeal
from litconsent.services.clinic import open_clinic
from litconsent.services.renew_seal import (
    import_seal_certificate,
    renew_seal,
    request_certificate,
)
from litconsent.settings import Settings

ACTIONS = ("show", "renew", "request", "import")
WITH_FILE = ("request", "import")


def seal(settings: Settings, action: str, file: Path | None, out: TextIO) -> int:
    """Do one thing with the seal and print how it is known; return 0."""
    clinic = open_clinic(settings)
    try:
        if action == "request" and file:
            file.write_bytes(request_certificate(clinic))
            print(f"{file}: send it to the authority, then: seal import CERTIFICATES", file=out)
        elif action == "import" and file:
            _print_new(import_seal_certificate(clinic, file.read_bytes()), out)
        elif action == "renew":
            _print_new(renew_seal(clinic), out)
        else:
            _print(clinic.seal(), out)
    finally:
        clinic.store.close()
    return 0


def _print(known: ClinicSeal, out: TextIO) -> None:
    print(f"Seal of    {known.subject.removeprefix('CN=')}", file=out)
    print(f"Valid      {known.not_before:%Y-%m-%d} to {known.not_after:%Y-%m-%d}", file=out)
    print(f"SHA-256    {known.fingerprint}", file=out)


def _print_new(known: ClinicSeal, out: TextIO) -> None:
    _print(known, out)
    print("Tell this number to whoever compares it; records sealed before stay valid.", file=out)
    print("Copy the key folder to where you keep its copy: the old copy lacks this seal.", file=out)
