"""Take up a patient's tablet that rests: the patient by a touch, or the clinic by signing in."""

from litconsent.domain.events import EventKind
from litconsent.domain.tablets import RESTING, Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.sign_in import check_credentials


def uncover(clinic: Clinic, tablet: str) -> None:
    """Show the patient's screen again where it was; only while it is covered and not yet locked."""
    with acting(clinic, tablet, "uncover", Mode.COVERED) as act:
        act.books.tablets.touch(act.tablet.hash, act.now)


def open_for_patient(clinic: Clinic, tablet: str, username: str, password: str) -> None:
    """Show the patient's screen again on the word of the clinic, which is not signed in by it.

    :raises SignInRefused: or SignInThrottled, if the credentials do not fit.
    """
    account = check_credentials(clinic, tablet, username, password, *RESTING)
    with acting(clinic, tablet, "take_up", *RESTING) as act:
        act.books.tablets.touch(act.tablet.hash, act.now)
        act.books.events.append(
            EventKind.TABLET_TAKEN_UP,
            at=act.now,
            actor=f"account:{account.id}",
            tablet=act.tablet.hash[:12],
            episode_id=act.tablet.episode_id,
        )
