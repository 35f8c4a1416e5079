"""Say in time that the clinic's seal is about to end."""

from datetime import timedelta

from litconsent.domain.tablets import Mode
from litconsent.services.access import looking
from litconsent.services.clinic import Clinic

# Days before the end at which it is said, the loudest first.
URGENT, SOON, IN_TIME = 7, 30, 60


def days_left(clinic: Clinic) -> int:
    """Return for how many whole days the seal is still valid; negative once it has ended.

    :raises SealMissing: if there is none.
    :raises SealUnreadable: if it cannot be opened.
    """
    return (clinic.seal().not_after - clinic.now()) // timedelta(days=1)


def seal_alarm(clinic: Clinic, tablet: str) -> int | None:
    """Return the days that are left, for the lead, when it is time to renew the seal."""
    with looking(clinic, tablet, "seal_alarm", Mode.CLINIC) as act:
        act.lead_only("seal_alarm")
    left = days_left(clinic)
    return left if left <= IN_TIME else None
