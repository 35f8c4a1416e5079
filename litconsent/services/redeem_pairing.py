"""Take an episode's patient side over on another tablet, with the code that the doctor shows."""

from dataclasses import replace

from litconsent.domain.errors import PairingRefused
from litconsent.domain.events import EventKind
from litconsent.domain.pairings import Purpose
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, acting
from litconsent.services.clinic import Clinic
from litconsent.services.decide import begin_decision
from litconsent.services.hand_over import begin_reading
from litconsent.services.offer_pairing import pairing_digest
from litconsent.services.throttling import count_failure, refuse_while_waiting
from litconsent.storage.pairings import KeptPairing

# A tablet that a patient holds takes no code: nobody walks from one episode to another.
REDEEMING = (Mode.VISITOR, Mode.FREE, Mode.WAITING, Mode.CLINIC)


def redeem_pairing(clinic: Clinic, tablet: str, code: str) -> None:
    """Turn this tablet to the patient of one episode and nothing else; the code is used up.

    A clinician who was signed in on this tablet is signed out first.

    :raises PairingRefused: for a code that is wrong, used, replaced or expired.
    :raises SignInThrottled: after wrong codes on this tablet.
    :raises StepNotPossible: if the episode has moved on since the code was made.
    """
    with acting(clinic, tablet, "redeem_pairing", *REDEEMING) as act:
        waiting = f"pairing:{act.tablet.hash}"
        refuse_while_waiting(act, waiting)
        kept = act.books.pairings.redeem(pairing_digest(clinic, code), act.now)
        account = act.books.accounts.by_id(kept.account_id) if kept else None
        if kept and account and account.active:
            act.books.throttle.clear(waiting)
            _sign_out(act)
            # From here on the clinician who made the code acts, on this tablet.
            _begin(clinic, replace(act, account=account), kept)
            return
        count_failure(act, waiting)
        act.books.pairings.count_try(act.now)
        act.note(EventKind.PAIRING_REFUSED)
    raise PairingRefused


def _sign_out(act: Act) -> None:
    if act.account:
        act.note(EventKind.SIGNED_OUT)


def _begin(clinic: Clinic, act: Act, kept: KeptPairing) -> None:
    if kept.purpose is Purpose.READ:
        begin_reading(clinic, act, kept.episode_id)
    else:
        begin_decision(act, kept.episode_id)
