"""A clinic that is the process's own, so that pages find it, with somebody signed in."""

from collections.abc import Iterator

import pytest

from litconsent.services.clinic import Clinic, the_clinic
from tests.journey import Journey
from tests.ui.clinic_screens import TABLET


@pytest.fixture
def signed_in(tmp_path, monkeypatch) -> Iterator[Clinic]:
    monkeypatch.setenv("LITCONSENT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LITCONSENT_KEYS", str(tmp_path / "keys"))
    the_clinic.cache_clear()
    clinic = the_clinic()
    Journey(clinic, tablet=TABLET).set_up()
    yield clinic
    clinic.store.close()
    the_clinic.cache_clear()
