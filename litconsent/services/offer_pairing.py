"""Offer an episode's patient side to another tablet: by a code that works once."""

import hashlib
import hmac
import secrets

from litconsent.domain.episodes import UNDECIDED, State
from litconsent.domain.events import EventKind
from litconsent.domain.pairings import ALPHABET, LENGTH, VALID_FOR, Pairing, Purpose, clean_code
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting, looking
from litconsent.services.clinic import Clinic
from litconsent.storage.pairings import KeptPairing

_WHEN = {Purpose.READ: UNDECIDED, Purpose.DECIDE: frozenset({State.IN_CONSULTATION})}


def offer_pairing(clinic: Clinic, tablet: str, episode_id: str, purpose: Purpose) -> Pairing:
    """Return a new code for another tablet; an older one of this episode is worth nothing now.

    The tablet that held the episode keeps it until the code is used.

    :raises StepNotPossible: if the episode could not be handed over for this at the moment.
    """
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    with acting(clinic, tablet, "offer_pairing", Mode.CLINIC) as act:
        act.episode(episode_id)
        act.in_state(episode_id, f"offer_{purpose}", *_WHEN[purpose])
        until = act.now + VALID_FOR
        kept = KeptPairing(episode_id, purpose, act.clinician.id, until, None)
        act.books.pairings.put(pairing_digest(clinic, code), kept)
        act.note(EventKind.PAIRING_OFFERED, episode_id, purpose=purpose)
    return Pairing(episode_id, purpose, code, until)


def pairing_open(clinic: Clinic, tablet: str, pairing: Pairing) -> bool:
    """Tell whether a code that this clinician was shown can still be used."""
    with looking(clinic, tablet, "pairing", *Mode) as act:
        kept = act.books.pairings.of_episode(pairing.episode_id)
        if act.tablet.mode is not Mode.CLINIC or kept is None or kept.redeemed_at:
            return False
        return kept.expires_at == pairing.expires_at and kept.expires_at > act.now


def pairing_digest(clinic: Clinic, typed: str) -> str:
    """Return what is kept of a code: keyed, for a short code's plain hash could be guessed."""
    message = b"pairing:" + clean_code(typed).encode()
    return hmac.new(clinic.keys.pepper, message, hashlib.sha256).hexdigest()
