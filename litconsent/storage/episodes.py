"""Episodes: written once when they are prepared; their state follows from their events."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from litconsent.domain.clinic_entries import Additions
from litconsent.domain.editions import Topic
from litconsent.domain.episodes import Episode
from litconsent.domain.mixtures import Mixture
from litconsent.domain.people import FamilyMember, Patient
from litconsent.domain.plans import Plan, PlannedCompound
from litconsent.domain.statements import Statement
from litconsent.storage.tables import episodes


class Episodes:
    """Every treatment proposal."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, episode: Episode) -> None:
        """Add an episode."""
        patient = asdict(episode.patient)
        patient["birth_date"] = episode.patient.birth_date.isoformat()
        self._connection.execute(
            insert(episodes).values(
                id=episode.id,
                patient=patient,
                plan=asdict(episode.plan),
                who=episode.who.to_data(),
                follows=episode.follows or None,
                language=episode.language,
                clinic_language=episode.clinic_language,
                procedure=episode.procedure,
                edition_hash=episode.edition_hash,
                clinic_edition_hash=episode.clinic_edition_hash,
                prepared_by=episode.prepared_by,
                prepared_at=episode.prepared_at,
                specimen=episode.specimen,
            )
        )

    def get(self, episode_id: str) -> Episode | None:
        """Return an episode, or None."""
        row = self._connection.execute(
            select(episodes).where(episodes.c.id == episode_id)
        ).one_or_none()
        return _episode(row) if row else None

    def newest_first(self) -> Iterator[Episode]:
        """Yield every episode, those that were prepared last before the others."""
        rows = self._connection.execute(
            select(episodes).order_by(episodes.c.prepared_at.desc(), episodes.c.number.desc())
        )
        return (_episode(row) for row in rows)


def _episode(row: Row[Any]) -> Episode:
    return Episode(
        id=row.id,
        patient=_patient(row.patient),
        plan=_plan(row.plan),
        language=row.language,
        clinic_language=row.clinic_language,
        procedure=row.procedure,
        edition_hash=row.edition_hash,
        clinic_edition_hash=row.clinic_edition_hash,
        prepared_by=row.prepared_by,
        prepared_at=row.prepared_at,
        who=_who(row),
        follows=row.follows or "",
        specimen=row.specimen,
    )


def _patient(data: dict[str, Any]) -> Patient:
    return Patient(data["name"], date.fromisoformat(data["birth_date"]), data["identifier"])


def _who(row: Row[Any]) -> Statement:
    if row.who:
        return Statement.from_data(row.who)
    # An episode that was written before other variants than these two were known.
    return Statement(family=FamilyMember(**row.family) if row.family else None)


def _plan(data: dict[str, Any]) -> Plan:
    compounds = tuple(PlannedCompound(**compound) for compound in data["compounds"])
    # A plan that was written before there was a formulary has none of the three.
    mixture = Mixture.from_data(data.get("mixture"))
    additions = Additions.from_data(data.get("additions", {}))
    topics = tuple(Topic(topic) for topic in data.get("topics", ()))
    read = {"compounds": compounds, "mixture": mixture, "additions": additions, "topics": topics}
    return Plan(**{**data, **read})
