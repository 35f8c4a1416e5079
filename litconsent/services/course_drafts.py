"""What is being said before a session or a withdrawal, kept so that a refresh loses nothing."""

from enum import StrEnum
from typing import Any

from litconsent.domain.errors import RecordUnknown
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, acting, looking
from litconsent.services.clinic import Clinic


class Part(StrEnum):
    """Which of the two forms it is; the value is also what is being done."""

    SESSION = "session"
    WITHDRAWAL = "withdraw"


def load_course_draft(clinic: Clinic, tablet: str, record_id: str, part: Part) -> dict[str, Any]:
    """Return what was given so far about a record, or nothing.

    :raises RecordUnknown: if there is no such record.
    """
    with looking(clinic, tablet, part, Mode.CLINIC) as act:
        return act.books.drafts.get(_key(act, record_id), part)[0]


def save_course_draft(
    clinic: Clinic, tablet: str, record_id: str, part: Part, data: dict[str, Any]
) -> None:
    """Keep what was given so far; a signature is never kept, it is set again.

    :raises RecordUnknown: if there is no such record.
    """
    with acting(clinic, tablet, part, Mode.CLINIC) as act:
        keep_course_draft(act, record_id, part, data)


def keep_course_draft(act: Act, record_id: str, part: Part, data: dict[str, Any]) -> None:
    """Keep the same inside a transaction; an empty mapping forgets it."""
    key = _key(act, record_id)
    before, version = act.books.drafts.get(key, part)
    if before != data:
        act.books.drafts.save(key, part, data, version, act.now)


def _key(act: Act, record_id: str) -> str:
    if act.books.records.get(record_id) is None:
        raise RecordUnknown
    return f"record:{record_id}"
