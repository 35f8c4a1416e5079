"""A sealed record: what was decided, under which seal, and where the audit trail stood then."""

from dataclasses import dataclass
from datetime import datetime

from litconsent.domain.decisions import Decision


@dataclass(frozen=True, slots=True)
class Record:
    """One sealed document, known by the SHA-256 (hex) of its bytes; it is never changed.

    `round` names the decision that it seals, and `chain_seq` with `chain_head` the last event
    before the seal: the document carries both, and so bears witness for the trail.
    """

    id: str
    episode_id: str
    round: str
    decision: Decision
    sha256: str
    size: int
    sealed_at: datetime
    sealed_by: str
    chain_seq: int
    chain_head: str
    specimen: bool = False
