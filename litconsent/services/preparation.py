"""What a clinician typed into the preparation so far, kept so that a refresh loses nothing."""

from typing import Any

from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, acting, looking
from litconsent.services.clinic import Clinic

_PART = "preparation"


def load_preparation(clinic: Clinic, tablet: str) -> dict[str, Any]:
    """Return what the signed-in account typed so far, or nothing."""
    with looking(clinic, tablet, "prepare", Mode.CLINIC) as act:
        return preparation_in(act)


def preparation_in(act: Act) -> dict[str, Any]:
    """Return the same inside a transaction."""
    return act.books.drafts.get(_key(act.clinician.id), _PART)[0]


def save_preparation(clinic: Clinic, tablet: str, data: dict[str, Any]) -> None:
    """Keep what the signed-in account typed; an empty mapping forgets it."""
    with acting(clinic, tablet, "prepare", Mode.CLINIC) as act:
        keep_preparation(act, data)


def keep_preparation(act: Act, data: dict[str, Any]) -> None:
    """Keep the same inside a transaction."""
    key = _key(act.clinician.id)
    _, version = act.books.drafts.get(key, _PART)
    act.books.drafts.save(key, _PART, data, version, act.now)


def _key(account_id: str) -> str:
    return f"account:{account_id}"
