"""A tablet and what it may open at the moment; decided on the server, never by the tablet."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """In whose hands a tablet is."""

    VISITOR = "visitor"
    CLINIC = "clinic"
    PATIENT = "patient"
    WAITING = "waiting"
    DECIDING = "deciding"
    FREE = "free"


# The modes in which a tablet holds the patient's side of an episode; one tablet does at a time.
PATIENT_HANDS = (Mode.PATIENT, Mode.DECIDING)


@dataclass(frozen=True, slots=True)
class Tablet:
    """One enrolled browser: known by the SHA-256 of its cookie, never by the cookie."""

    hash: str
    mode: Mode = Mode.VISITOR
    account_id: str | None = None
    episode_id: str | None = None
    epoch: int = 0
    language: str | None = None
