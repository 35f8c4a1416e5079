"""Take a plan up again: the preparation filled with it, for a new episode that follows the old."""

from typing import Any

from litconsent.domain.episodes import Episode
from litconsent.domain.errors import RecordUnknown
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.preparation import keep_preparation


def prepare_again(clinic: Clinic, tablet: str, record_id: str) -> None:
    """Fill this account's preparation with the plan of a record's episode.

    :raises RecordUnknown: if there is no such record.
    """
    with acting(clinic, tablet, "prepare", Mode.CLINIC) as act:
        record = act.books.records.get(record_id)
        if record is None:
            raise RecordUnknown
        keep_preparation(act, _typed(act.episode(record.episode_id)))


def _typed(episode: Episode) -> dict[str, Any]:
    """Return an episode as the fields of the preparation hold it; who decides is asked anew."""
    plan, patient = episode.plan, episode.patient
    typed: dict[str, Any] = {
        "follows": episode.id,
        "name": patient.name,
        "birth": f"{patient.birth_date:%d/%m/%Y}",
        "identifier": patient.identifier,
        "diagnosis": plan.diagnosis,
        "area": plan.body_area,
        "areas": list(plan.areas),
        "sessions": str(plan.sessions),
        "interval": str(plan.interval_days or ""),
        "alternatives": plan.alternatives,
        "without": plan.without_treatment,
        "compounds": [compound.id for compound in plan.compounds],
        "language": episode.language,
    }
    for compound in plan.compounds:
        typed |= {
            f"reason.{compound.id}": compound.reason,
            f"dose.{compound.id}": compound.dose,
            f"off_label.{compound.id}": compound.off_label,
            f"seen.{compound.id}": True,
        }
    return typed
