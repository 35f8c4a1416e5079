"""Everything that a record's document says, gathered before it is set in type."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from litconsent.domain.answers import Answers, Notes
from litconsent.domain.checks import ItemResult
from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import Episode
from litconsent.domain.events import Event
from litconsent.domain.leaflets import Leaflet
from litconsent.domain.people import Letterhead
from litconsent.domain.releases import Release
from litconsent.domain.rulings import Ruling
from litconsent.domain.sides import TwoSided
from litconsent.domain.signatures import Signature


@dataclass(frozen=True, slots=True)
class Form(TwoSided):
    """One decision with all that belongs to it, in the patient's and the clinic's language.

    `releases` has the release of each released edition by the edition's hash.
    """

    record_id: str
    episode: Episode
    letterhead: Letterhead
    decision: Decision
    decided_at: datetime
    ruling: Ruling
    leaflet: Leaflet
    clinic_leaflet: Leaflet
    answers: Answers
    notes: Notes
    results: tuple[ItemResult, ...]
    clinic_results: tuple[ItemResult, ...]
    signatures: tuple[Signature, ...]
    clinician: str
    events: tuple[Event, ...]
    actors: Mapping[str, str]
    chain_seq: int
    chain_head: str
    seal_fingerprint: str
    sealed_at: datetime
    time_zone: str
    releases: Mapping[str, Release]
    declined: tuple[str, ...] = ()
