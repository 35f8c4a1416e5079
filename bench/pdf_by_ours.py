"""The whole record as the app makes it."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from litconsent.domain.decisions import Decision
from litconsent.domain.forms import Form
from litconsent.exchange.fhir_bundle import fhir_bundle
from litconsent.pdf.clinic_seal import ClinicSeal
from litconsent.pdf.document import form_document
from litconsent.pdf.figure import Picture
from litconsent.services import seal_record
from litconsent.services.make_specimen import make_specimen
from litconsent.services.pictures import pictures_of
from litconsent.settings import PROJECT, Settings


@cache
def _form(language: str, clinic_language: str) -> tuple[Form, ClinicSeal]:
    """Return what the app was about to seal at the end of a specimen's way."""
    heard: list[tuple[Form, ClinicSeal]] = []
    sealed = seal_record.sealed_document

    def listening(form: Form, clinic_seal: ClinicSeal, *more: Any) -> bytes:
        heard.append((form, clinic_seal))
        return sealed(form, clinic_seal, *more)

    seal_record.sealed_document = listening
    try:
        with tempfile.TemporaryDirectory(prefix="litconsent-bench-") as folder:
            make_specimen(
                Settings(Path(folder) / "data", Path(folder) / "keys", PROJECT / "content"),
                language=language,
                clinic_language=clinic_language,
                decision=Decision.CONSENT,
                family=True,
            )
    finally:
        seal_record.sealed_document = sealed
    return heard[0]


def _of(form: Form, name: str) -> Form:
    patient = replace(form.episode.patient, name=name)
    return replace(form, episode=replace(form.episode, patient=patient))


def maker(words: dict[str, Any]) -> Callable[[str], bytes]:
    """Return what builds a record of a patient, unsealed."""
    form, _seal = _form(*words["languages"])
    pictures = pictures_of(form.leaflet, form.episode.plan.areas)
    return lambda name: _built(_of(form, name), pictures)


def _built(form: Form, pictures: Mapping[str, Picture]) -> bytes:
    return form_document(form, pictures, fhir_bundle(form))


def sealer(words: dict[str, Any]) -> Callable[[str], bytes]:
    """Return what builds a record, seals it and judges the seal."""
    form, clinic_seal = _form(*words["languages"])
    return lambda name: seal_record.sealed_document(_of(form, name), clinic_seal)
