"""The clinic's phone stands where it is said when to call; nowhere else, and never empty."""

import pytest

from litconsent.services.clinic import the_clinic
from litconsent.services.sign_out import sign_out
from tests.ui import clinic_screens
from tests.ui.test_clinic_release import words

PHONE = "011 555 0100"


@pytest.mark.parametrize(("chapter", "stands"), [("after", True), ("what", False)])
def test_the_phone_stands_where_it_is_said_when_to_call(signed_in, chapter, stands):
    sign_out(signed_in, clinic_screens.TABLET)
    shown = words(clinic_screens.screen(page="patient/read", chapter=chapter))
    assert (PHONE in shown) is stands


def test_before_the_clinic_is_set_up_there_is_no_phone(tmp_path, monkeypatch):
    monkeypatch.setenv("LITCONSENT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LITCONSENT_KEYS", str(tmp_path / "keys"))
    the_clinic.cache_clear()
    shown = words(clinic_screens.screen(page="patient/read", chapter="after"))
    assert "In doubt?" in shown and PHONE not in shown
    the_clinic().store.close()
    the_clinic.cache_clear()
