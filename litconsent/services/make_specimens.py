"""One of every document that this software can make, on all cores."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from litconsent.domain.errors import LitConsentError
from litconsent.services.blank_variants import BLANKS
from litconsent.services.clinic import Clinic
from litconsent.services.make_specimen import Specimen, fictional_clinic, specimen_made_in
from litconsent.services.specimen_cases import VARIANTS, outcomes
from litconsent.settings import Settings

# Every language beside the clinic's, as in Italy; Italian alone, and Italian in an English clinic.
_LOCAL, _ABROAD = "it", ("it", "en")


def every_specimen(languages: Sequence[str]) -> tuple[Specimen, ...]:
    """Return what there is in these languages: every variant with every outcome, and on paper."""
    pairs = [*((code, _LOCAL) for code in languages), _ABROAD]
    return tuple(
        Specimen(*pair, variant, outcome)
        for pair in pairs
        for variant in VARIANTS
        for outcome in (*outcomes(variant), *([None] if variant in BLANKS else []))
    )


def make_specimens(
    settings: Settings, wanted: Sequence[Specimen]
) -> Iterator[tuple[Specimen, bytes]]:
    """Yield each document when it is made, in no order; the clinics they need are thrown away.

    :raises RuntimeError: with the name of a document that cannot be made, and why.
    """
    with tempfile.TemporaryDirectory(prefix="litconsent-specimens-") as folder:
        pool = ProcessPoolExecutor(mp_context=get_context("spawn"))
        try:
            made = {pool.submit(_make, settings, folder, one): one for one in wanted}
            for future in as_completed(made):
                yield made[future], future.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _make(settings: Settings, folder: str, wanted: Specimen) -> bytes:
    try:
        return specimen_made_in(_clinic(settings, folder, wanted.clinic_language), wanted)
    except LitConsentError as error:
        # An error that is built from its data cannot cross to another process.
        raise RuntimeError(f"{wanted.file_name}: {type(error).__name__}: {error}") from None


@lru_cache
def _clinic(settings: Settings, folder: str, language: str) -> Clinic:
    """Return this process's own clinic: two that write to one store would wait for each other."""
    own = Path(folder) / f"{os.getpid()}-{language}"
    return fictional_clinic(settings, own, language)
