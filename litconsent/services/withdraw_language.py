"""Withdraw a language: its next reader gets the working draft; what was read stays as it was."""

from litconsent.domain.errors import NothingReleased
from litconsent.domain.events import EventKind
from litconsent.domain.releases import in_force
from litconsent.domain.tablets import Mode
from litconsent.domain.words import clean_line
from litconsent.services.access import acting
from litconsent.services.clinic import Clinic
from litconsent.services.editions import releases

LONGEST_REASON = 400


def withdraw_language(clinic: Clinic, tablet: str, language: str, *, reason: str) -> None:
    """Take the release of a language back, with the reason; the edition stays in the store.

    :raises NotAllowed: for anybody but the lead.
    :raises TextMissing: without a reason.
    :raises NothingReleased: if the language has no release in force.
    """
    why = clean_line(reason, field="release.reason", limit=LONGEST_REASON)
    with acting(clinic, tablet, "withdraw_language", Mode.CLINIC) as act:
        act.lead_only("withdraw_language")
        standing = in_force(releases(clinic, act.books), language)
        if standing is None:
            raise NothingReleased(language)
        act.note(
            EventKind.LANGUAGE_WITHDRAWN,
            procedure=standing.procedure,
            language=language,
            edition=standing.edition_hash,
            reason=why,
        )
