"""Sign in on a tablet, with a growing wait after wrong tries that survives a restart."""

from datetime import datetime, timedelta

from litconsent.domain.errors import SignInRefused, SignInThrottled
from litconsent.domain.events import EventKind
from litconsent.domain.people import Account
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, acting
from litconsent.services.clinic import Clinic
from litconsent.services.passwords import password_fits
from litconsent.storage.throttle import Throttle

FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)


def sign_in(clinic: Clinic, tablet: str, username: str, password: str) -> Account:
    """Give a tablet to the account whose user name and password these are.

    :raises SignInRefused: if they do not fit; which of both is not said.
    :raises SignInThrottled: if this account or tablet has to wait.
    :raises NotAllowed: while a patient holds the tablet.
    """
    account = check_credentials(clinic, tablet, username, password, Mode.VISITOR, Mode.WAITING)
    with acting(clinic, tablet, "sign_in", Mode.VISITOR, Mode.WAITING) as act:
        act.turn(Mode.CLINIC, account=account.id)
        act.books.events.append(
            EventKind.SIGNED_IN,
            at=act.now,
            actor=f"account:{account.id}",
            tablet=act.tablet.hash[:12],
        )
    return account


def check_credentials(
    clinic: Clinic, tablet: str, username: str, password: str, *modes: Mode
) -> Account:
    """Return the account that these credentials belong to, counting wrong tries.

    :raises SignInRefused: if they do not fit.
    :raises SignInThrottled: if this account or tablet has to wait.
    """
    name = username.strip().casefold()
    with acting(clinic, tablet, "sign_in", *modes) as act:
        _refuse_while_waiting(act, name)
        found = act.books.accounts.by_username(name)
    # The slow hash runs outside the transaction, so that nobody's signature waits for it.
    fits = password_fits(password, found[1] if found else None, clinic.keys.pepper)
    with acting(clinic, tablet, "sign_in", *modes) as act:
        _refuse_while_waiting(act, name)
        if fits and found and found[0].active:
            for key in _keys(act, name):
                act.books.throttle.clear(key)
            return found[0]
        _count_failure(act, name)
    raise SignInRefused


def _keys(act: Act, name: str) -> tuple[str, str]:
    return f"account:{name}", f"tablet:{act.tablet.hash}"


def _refuse_while_waiting(act: Act, name: str) -> None:
    for key in _keys(act, name):
        until = act.books.throttle.get(key).blocked_until
        if until and until > act.now:
            raise SignInThrottled(until)


def _count_failure(act: Act, name: str) -> None:
    for key in _keys(act, name):
        failures = act.books.throttle.get(key).failures + 1
        act.books.throttle.put(key, Throttle(failures, _blocked_until(failures, act.now)))
    act.note(EventKind.SIGN_IN_FAILED)


def _blocked_until(failures: int, now: datetime) -> datetime | None:
    if failures < FREE_TRIES:
        return None
    doublings: int = min(failures - FREE_TRIES, 20)
    wait: timedelta = FIRST_WAIT * (1 << doublings)
    return now + min(wait, LONGEST_WAIT)
