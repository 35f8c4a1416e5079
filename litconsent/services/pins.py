"""A PIN of six digits in place of the password, for signing on one tablet: never for signing in."""

import re

from litconsent.domain.errors import PinOff, PinRefused, PinTooSimple, SignInRefused
from litconsent.domain.events import EventKind
from litconsent.domain.people import Account
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, acting, looking
from litconsent.services.clinic import Clinic
from litconsent.services.passwords import hash_secret, password_fits
from litconsent.services.sign_in import check_credentials

MOST_TRIES = 5
_PIN = re.compile(r"[0-9]{6}")
_ROWS = "01234567890123456789", "98765432109876543210"


def set_pin(clinic: Clinic, tablet: str, password: str, pin: str) -> None:
    """Let the signed-in account sign on this tablet with a PIN, on the word of its password.

    :raises PinTooSimple: unless it is six digits that are neither all alike nor in a row.
    :raises SignInRefused: or SignInThrottled, if the password does not fit.
    """
    with looking(clinic, tablet, "set_pin", Mode.CLINIC) as act:
        mine = act.clinician
    if not _PIN.fullmatch(pin) or len(set(pin)) == 1 or any(pin in row for row in _ROWS):
        raise PinTooSimple
    check_credentials(clinic, tablet, mine.username, password, Mode.CLINIC)
    stored = hash_secret(_bound(tablet, mine.id, pin), clinic.keys.pepper)
    with acting(clinic, tablet, "set_pin", Mode.CLINIC) as act:
        if act.clinician.id != mine.id:
            raise SignInRefused
        act.books.pins.put(tablet, mine.id, stored, act.now)
        act.note(EventKind.PIN_SET)


def forget_pin(clinic: Clinic, tablet: str) -> None:
    """Take the signed-in account's PIN off this tablet."""
    with acting(clinic, tablet, "forget_pin", Mode.CLINIC) as act:
        if act.books.pins.get(tablet, act.clinician.id):
            act.books.pins.forget(tablet, act.clinician.id)
            act.note(EventKind.PIN_OFF)


def has_pin(clinic: Clinic, tablet: str) -> bool:
    """Tell whether the signed-in account has a PIN on this tablet."""
    with looking(clinic, tablet, "set_pin", Mode.CLINIC) as act:
        return act.books.pins.get(tablet, act.clinician.id) is not None


def takes_pin(clinic: Clinic, tablet: str) -> bool:
    """Tell whether anybody can sign with a PIN on the tablet that a patient holds."""
    with looking(clinic, tablet, "decide", Mode.DECIDING) as act:
        return act.books.pins.any_on(tablet)


def check_step_up(clinic: Clinic, tablet: str, username: str, secret: str, *modes: Mode) -> Account:
    """Return the account whose password this is, or whose PIN on this very tablet.

    No password is so short as a PIN, so what six digits are meant for is never in doubt.

    :raises PinRefused: for a wrong PIN; PinOff at the fifth in a row: then the password is needed.
    :raises SignInRefused: or SignInThrottled, if the password does not fit.
    """
    if not _PIN.fullmatch(secret):
        return check_credentials(clinic, tablet, username, secret, *modes)
    name = username.strip().casefold()
    with acting(clinic, tablet, "sign_in", *modes) as act:
        found = act.books.accounts.by_username(name)
        kept = act.books.pins.get(tablet, found[0].id) if found else None
        if found and kept:
            # Counted before it is compared: tries at the same moment are not free.
            act.books.pins.set_tries(tablet, found[0].id, kept.tries + 1)
    if found is None or kept is None:
        return check_credentials(clinic, tablet, username, secret, *modes)
    account = found[0]
    bound = _bound(tablet, account.id, secret)
    fits = kept.tries < MOST_TRIES and password_fits(bound, kept.pin_hash, clinic.keys.pepper)
    with acting(clinic, tablet, "sign_in", *modes) as act:
        if fits and account.active:
            act.books.pins.set_tries(tablet, account.id, 0)
            return account
        off = _wrong(act, account, kept.tries + 1)
    raise PinOff if off else PinRefused


def _wrong(act: Act, account: Account, tries: int) -> bool:
    act.note(EventKind.SIGN_IN_FAILED)
    if tries < MOST_TRIES:
        return False
    act.books.pins.forget(act.tablet.hash, account.id)
    act.note(EventKind.PIN_OFF, account=account.id)
    return True


def _bound(tablet: str, account_id: str, pin: str) -> str:
    return f"pin:{tablet}:{account_id}:{pin}"
