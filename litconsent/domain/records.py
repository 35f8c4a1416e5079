"""A sealed record: what was decided, under which seal, and where the audit trail stood then."""

from dataclasses import dataclass
from datetime import datetime

from litconsent.domain.decisions import Outcome


@dataclass(frozen=True, slots=True)
class Record:
    """One sealed document, known by the SHA-256 (hex) of its bytes; it is never changed.

    `chain_seq` and `chain_head` name the last event before the seal: the document carries both,
    and so bears witness for the trail. An episode has one record for each `round`: one of deciding,
    then one for each thing that became of the consent.
    """

    id: str
    episode_id: str
    decision: Outcome
    sha256: str
    size: int
    sealed_at: datetime
    sealed_by: str
    chain_seq: int
    chain_head: str
    specimen: bool = False
    round: str = ""
