"""The lead closes a doctor's account: the doctor's tablet is out at once."""

import pytest

from litconsent.domain.people import AccountRole
from litconsent.services.accounts import accounts, add_account
from tests.journey import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_lead_closes_and_reopens_an_account_but_never_the_last_lead(story):
    told = story("en")
    journey = told.journey
    journey.set_up()
    doctor = add_account(
        told.clinic,
        journey.tablet,
        username="bruni",
        name="Dr. Bruni",
        role=AccountRole.CLINICIAN,
        password=PASSWORD,
    )
    [lead] = [one for one in accounts(told.clinic, journey.tablet) if one.id != doctor.id]
    told.show("/accounts?lang=en")
    told.walk.click(told.page.get_by_text("Dr. Bruni · Doctor"))
    told.walk.tap(f"account-close-{doctor.id}")
    assert "Dr. Bruni · Doctor · closed" in told.text()
    told.walk.click(told.page.get_by_text("Dr. Bruni · Doctor · closed"))
    told.walk.tap(f"account-reopen-{doctor.id}")
    assert "closed" not in told.text().replace("A closed account", "")
    told.walk.click(told.page.get_by_text("Dr. Anna Verdi · Clinic's lead"))
    told.walk.tap(f"account-close-{lead.id}")
    assert "This is the only lead." in told.text()
