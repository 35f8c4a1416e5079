"""Which editions an episode keeps, and whether something newer has come since it began."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from litconsent.domain.editions import Edition, EditionState
from litconsent.domain.errors import LanguageUnavailable
from litconsent.domain.releases import in_force
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, looking
from litconsent.services.clinic import Clinic
from litconsent.services.editions import frozen, releases, serving


class Standing(StrEnum):
    """How the edition that an episode keeps stands to what serves now."""

    CURRENT = "current"
    NEWER = "newer"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """One edition that an episode keeps; `since` is when the newer one or the withdrawal came."""

    edition: Edition
    standing: Standing
    since: datetime | None = None


def editions_of_episode(clinic: Clinic, tablet: str, episode_id: str) -> tuple[KeptEdition, ...]:
    """Return the patient's edition and, where it is another one, the clinic's.

    :raises EpisodeUnknown: if there is no such episode.
    """
    with looking(clinic, tablet, "consult", Mode.CLINIC) as act:
        episode = act.episode(episode_id)
        hashes = dict.fromkeys((episode.edition_hash, episode.clinic_edition_hash))
        return tuple(_kept(clinic, act, frozen(act.books, one)) for one in hashes)


def _kept(clinic: Clinic, act: Act, edition: Edition) -> KeptEdition:
    entries = [one for one in releases(clinic, act.books) if one.language == edition.language]
    since = entries[-1].at if entries else None
    if edition.state is EditionState.RELEASED and not in_force(entries, edition.language):
        return KeptEdition(edition, Standing.WITHDRAWN, since)
    try:
        now = serving(clinic, act.books, edition.language)
    except LanguageUnavailable:
        return KeptEdition(edition, Standing.CURRENT)
    if now.hash == edition.hash:
        return KeptEdition(edition, Standing.CURRENT)
    return KeptEdition(
        edition, Standing.NEWER, since if now.state is EditionState.RELEASED else None
    )
