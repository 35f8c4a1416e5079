"""Before the seal ends, the lead is told on the board; and a record says how its stamp stands."""

from dataclasses import replace
from datetime import timedelta

import pytest

from litconsent.domain.people import AccountRole
from litconsent.domain.stamps import Level
from litconsent.pdf.clinic_seal import VALID_YEARS, create_clinic_seal
from litconsent.services.accounts import add_account
from litconsent.services.sign_in import sign_in
from litconsent.services.sign_out import sign_out
from tests.journey import PASSWORD
from tests.ui.clinic_screens import TABLET, screen
from tests.ui.test_clinic_records import drawn, sealed  # noqa: F401 - a fixture


def end_in(clinic, days):
    """Give the clinic a seal that ends in so many days and a little."""
    founded = clinic.now() + timedelta(days=days - 365 * VALID_YEARS, hours=1)
    clinic.settings.seal_file.unlink()
    create_clinic_seal(clinic.settings.seal_file, clinic.keys.seal_passphrase, "Example", founded)


@pytest.mark.parametrize(
    ("days", "warnings", "errors"), [(61, 0, 0), (60, 1, 0), (30, 1, 0), (7, 0, 1), (-1, 0, 1)]
)
def test_the_lead_is_told_from_sixty_days_before_the_seal_ends(signed_in, days, warnings, errors):
    end_in(signed_in, days)
    page = screen(page="clinic/board")
    assert (len(page.warning), len(page.error)) == (warnings, errors)
    for said in (*page.warning, *page.error):
        assert str(days) in said.value or (days < 0 and "expired" in said.value)


def test_a_doctor_is_not(signed_in):
    add_account(
        signed_in,
        TABLET,
        username="dr.neri",
        name="Neri",
        password=PASSWORD,
        role=AccountRole.CLINICIAN,
    )
    sign_out(signed_in, TABLET)
    sign_in(signed_in, TABLET, "dr.neri", PASSWORD)
    end_in(signed_in, 7)
    page = screen(page="clinic/board")
    assert not page.warning and not page.error


def test_a_record_says_that_its_stamp_is_awaited_and_then_by_whom_it_is(signed_in, sealed):  # noqa: F811
    assert "Time stamp" not in drawn(screen(page="clinic/record", record=sealed.id))
    with signed_in.store.writing() as books:
        books.stamps.queue(sealed.id, Level.T, signed_in.now())
        waiting = books.stamps.get(sealed.id)
    page = screen(page="clinic/record", record=sealed.id)
    assert "holds without it" in drawn(page)
    assert not [one for one in page.button if one.key == "document.stamped"]
    done = replace(waiting, stamped_at=signed_in.now(), authority="Example Time", sha256="x")
    with signed_in.store.writing() as books:
        books.stamps.keep(done, b"%PDF-stamped")
    page = screen(page="clinic/record", record=sealed.id)
    assert "by Example Time" in drawn(page)
    page.button(key="document.stamped").click().run()
    assert "/document/" in drawn(page)
