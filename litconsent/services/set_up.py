"""The first account: a one-time code, printed where the server runs, opens the clinic."""

import hashlib
import hmac
import secrets
import sys
import uuid
from dataclasses import asdict
from datetime import timedelta

from litconsent.domain.errors import SetupAlreadyDone, SetupCodeExpired, SetupCodeWrong
from litconsent.domain.events import EventKind
from litconsent.domain.people import Account, AccountRole, Letterhead
from litconsent.domain.tablets import Mode
from litconsent.domain.words import clean_line
from litconsent.pdf.clinic_seal import create_clinic_seal
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.passwords import hash_password
from litconsent.services.printable import full_name, refuse_unprintable

VALID_FOR = timedelta(minutes=30)
MOST_TRIES = 10
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def needs_setup(clinic: Clinic) -> bool:
    """Tell whether the clinic has no account yet."""
    with clinic.store.reading() as books:
        return books.accounts.count() == 0


def issue_setup_code(clinic: Clinic) -> str | None:
    """Return a new one-time code of 80 bits, valid for 30 minutes, or None once set up."""
    code = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))
    with clinic.store.writing() as books:
        if books.accounts.count():
            return None
        books.setup_codes.put(_digest(code), clinic.now() + VALID_FOR)
    return code


def announce_setup_code(clinic: Clinic) -> None:
    """Print a new code to whoever started the server, unless the clinic is set up."""
    code = issue_setup_code(clinic)
    if code:
        # Standard output, never the log: only who sees the server's window may set it up.
        sys.stdout.write(f"\n  One-time set-up code (30 minutes, one use): {code}\n")
        sys.stdout.flush()


def set_up_clinic(
    clinic: Clinic,
    tablet: str,
    *,
    code: str,
    letterhead: Letterhead,
    username: str,
    name: str,
    password: str,
) -> Account:
    """Create the first account, the letterhead and the clinic's seal, and sign in.

    :raises SetupAlreadyDone: if an account exists.
    :raises SetupCodeWrong: if the code does not fit.
    :raises SetupCodeExpired: after 30 minutes or ten tries.
    :raises UnprintableCharacter: if a document could not show the clinic's or the doctor's name.
    """
    refuse_unprintable({f"clinic.{part}": words for part, words in asdict(letterhead).items()})
    _check_code(clinic, tablet, code)
    account = Account(
        id=uuid.uuid4().hex,
        username=clean_line(username, field="account.username", limit=60).casefold(),
        name=full_name(name),
        role=AccountRole.LEAD,
    )
    stored = hash_password(password, clinic.keys.pepper)
    with acting(clinic, tablet, "set_up", Mode.VISITOR) as act:
        if act.books.accounts.count():
            raise SetupAlreadyDone
        act.books.setup_codes.use(act.now)
        act.books.accounts.add(account, stored)
        act.books.letterhead.put(letterhead)
        act.note(EventKind.ACCOUNT_CREATED, account=account.id, role=account.role)
        act.turn(Mode.CLINIC, account=account.id)
        if not clinic.has_seal():
            create_clinic_seal(
                clinic.settings.seal_file, clinic.keys.seal_passphrase, letterhead.name, act.now
            )
    return account


def _check_code(clinic: Clinic, tablet: str, code: str) -> None:
    with acting(clinic, tablet, "set_up", Mode.VISITOR) as act:
        if act.books.accounts.count():
            raise SetupAlreadyDone
        stored = act.books.setup_codes.get()
        if stored is None or stored.used_at or stored.tries >= MOST_TRIES:
            raise SetupCodeExpired
        if act.now > stored.expires_at:
            raise SetupCodeExpired
        fits = hmac.compare_digest(stored.code_hash, _digest(code))
        if not fits:
            act.books.setup_codes.count_try()
    if not fits:
        raise SetupCodeWrong


def _digest(code: str) -> str:
    plain = "".join(char for char in code.upper() if char in _ALPHABET)
    return hashlib.sha256(plain.encode()).hexdigest()
