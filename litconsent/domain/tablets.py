"""A tablet and what it may open at the moment; decided on the server, never by the tablet."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum


class Mode(StrEnum):
    """In whose hands a tablet is."""

    VISITOR = "visitor"
    CLINIC = "clinic"
    PATIENT = "patient"
    WAITING = "waiting"
    DECIDING = "deciding"
    FREE = "free"
    # These two are never stored: they follow from how long a patient's tablet was not touched.
    COVERED = "covered"
    LOCKED = "locked"


# The modes in which a tablet holds the patient's side of an episode; one tablet does at a time.
PATIENT_HANDS = (Mode.PATIENT, Mode.DECIDING)
RESTING = (Mode.COVERED, Mode.LOCKED)


@dataclass(frozen=True, slots=True)
class Tablet:
    """One enrolled browser: known by the SHA-256 of its cookie, never by the cookie."""

    hash: str
    mode: Mode = Mode.VISITOR
    account_id: str | None = None
    episode_id: str | None = None
    epoch: int = 0
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """After how long without use a tablet changes hands by itself, and how long a sign-in lasts."""

    idle: timedelta
    cover: timedelta
    lock: timedelta
    signed_in: timedelta = timedelta(hours=12)


def rested(tablet: Tablet, unused: timedelta, signed_in: timedelta, limits: Limits) -> Tablet:
    """Return what a tablet is after it was not used for a while.

    One in the clinic's hands is nobody's. One in a patient's hands covers itself, and is uncovered
    by the patient; after longer only the clinic opens it again. Nothing that was answered changes.
    """
    if tablet.mode is Mode.CLINIC and (unused > limits.idle or signed_in > limits.signed_in):
        return replace(tablet, mode=Mode.VISITOR, account_id=None, epoch=tablet.epoch + 1)
    if tablet.mode in PATIENT_HANDS and unused > limits.lock:
        return replace(tablet, mode=Mode.LOCKED)
    if tablet.mode in PATIENT_HANDS and unused > limits.cover:
        return replace(tablet, mode=Mode.COVERED)
    return tablet
