"""A sealed page that follows a consent: a withdrawal, a session, or that the clinic voids it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from litconsent.domain.checks import ItemResult
from litconsent.domain.decisions import Outcome
from litconsent.domain.episodes import Episode
from litconsent.domain.leaflets import Leaflet
from litconsent.domain.people import Letterhead
from litconsent.domain.records import Record
from litconsent.domain.rulings import Ruling
from litconsent.domain.sides import TwoSided
from litconsent.domain.signatures import Signature


@dataclass(frozen=True, slots=True)
class Supplement(TwoSided):
    """Everything that the page says; `facts` are the details of its kind, in plain values.

    `declined` are the compounds that the record it is about says no to.
    """

    record_id: str
    outcome: Outcome
    about: Record
    episode: Episode
    ruling: Ruling
    letterhead: Letterhead
    leaflet: Leaflet
    clinic_leaflet: Leaflet
    clinician: str
    facts: Mapping[str, str]
    held: int
    sealed_at: datetime
    time_zone: str
    chain_seq: int
    chain_head: str
    seal_fingerprint: str
    signature: Signature | None = None
    declined: tuple[str, ...] = ()

    @property
    def results(self) -> tuple[ItemResult, ...]:
        """Return nothing: what was understood stands in the consent."""
        return ()

    @property
    def clinic_results(self) -> tuple[ItemResult, ...]:
        """Return nothing: what was understood stands in the consent."""
        return ()
