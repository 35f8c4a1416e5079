"""Sign in on a tablet, with a growing wait after wrong tries that survives a restart."""

from litconsent.domain.errors import SignInRefused
from litconsent.domain.events import EventKind
from litconsent.domain.people import Account
from litconsent.domain.tablets import RESTING, Mode
from litconsent.services.access import Act, acting
from litconsent.services.clinic import Clinic
from litconsent.services.passwords import password_fits
from litconsent.services.throttling import count_failure, refuse_while_waiting

# Nobody signs in while a patient holds the tablet; on one that rests the clinic may take it back.
NOBODYS = (Mode.VISITOR, Mode.WAITING, Mode.FREE, *RESTING)


def sign_in(clinic: Clinic, tablet: str, username: str, password: str) -> Account:
    """Give a tablet to the account whose user name and password these are.

    :raises SignInRefused: if they do not fit; which of both is not said.
    :raises SignInThrottled: if this account or tablet has to wait.
    :raises NotAllowed: while a patient holds the tablet.
    """
    account = check_credentials(clinic, tablet, username, password, *NOBODYS)
    with acting(clinic, tablet, "sign_in", *NOBODYS) as act:
        take_tablet(act, account, by="password")
    return account


def take_tablet(act: Act, account: Account, *, by: str) -> None:
    """Pass the tablet to an account that showed who it is, and note how."""
    act.turn(Mode.CLINIC, account=account.id)
    act.books.events.append(
        EventKind.SIGNED_IN,
        at=act.now,
        actor=f"account:{account.id}",
        tablet=act.tablet.hash[:12],
        data={"by": by},
    )


def check_credentials(
    clinic: Clinic, tablet: str, username: str, password: str, *modes: Mode
) -> Account:
    """Return the account that these credentials belong to, counting wrong tries.

    :raises SignInRefused: if they do not fit.
    :raises SignInThrottled: if this account or tablet has to wait.
    """
    name = username.strip().casefold()
    with acting(clinic, tablet, "sign_in", *modes) as act:
        refuse_while_waiting(act, *_keys(act, name))
        found = act.books.accounts.by_username(name)
    # The slow hash runs outside the transaction, so that nobody's signature waits for it.
    fits = password_fits(password, found[1] if found else None, clinic.keys.pepper)
    with acting(clinic, tablet, "sign_in", *modes) as act:
        refuse_while_waiting(act, *_keys(act, name))
        if fits and found and found[0].active:
            for key in _keys(act, name):
                act.books.throttle.clear(key)
            return found[0]
        count_failure(act, *_keys(act, name))
        act.note(EventKind.SIGN_IN_FAILED)
    raise SignInRefused


def _keys(act: Act, name: str) -> tuple[str, str]:
    return f"account:{name}", f"tablet:{act.tablet.hash}"
