"""Who decides, as the doctor states it: in place of what was stated before, and on record."""

from dataclasses import replace

from litconsent.domain.answers import Answers, Presence
from litconsent.domain.episodes import UNDECIDED
from litconsent.domain.errors import StaleDraft
from litconsent.domain.events import EventKind
from litconsent.domain.statements import Statement
from litconsent.domain.tablets import Mode
from litconsent.services.access import STATED, Act, acting
from litconsent.services.clinic import Clinic
from litconsent.services.printable import refuse_unprintable
from litconsent.services.rulings import ruling_of


def presence_told(act: Act, episode_id: str) -> Presence | None:
    """Return whom the patient wants beside them, as told in private."""
    return Answers.from_data(act.books.drafts.get(episode_id, "patient")[0]).presence


def restate(clinic: Clinic, tablet: str, episode_id: str, stated: Statement, version: int) -> int:
    """Keep what the doctor states now in place of what was stated before; return the new version.

    :raises StaleDraft: if another tab stated something since `version`.
    :raises StepNotPossible: once the tablet was handed over for the decision.
    :raises UnprintableCharacter: if the document could not show a word of it.
    """
    with acting(clinic, tablet, "note", Mode.CLINIC) as act:
        episode = act.episode(episode_id)
        words = {f"who.{name}": text for name, text in stated.words.items()}
        refuse_unprintable(words, episode.language)
        act.in_state(episode_id, "note", *UNDECIDED)
        _, known = act.books.drafts.get(episode_id, STATED)
        if known != version:
            raise StaleDraft
        if stated == episode.who:
            return version
        found = ruling_of(clinic, replace(episode, who=stated), presence_told(act, episode_id))
        act.note(
            EventKind.WHO_STATED,
            episode_id,
            variant=found.id,
            stops=[stop.obstacle for stop in found.stops],
            lifted=[stop.obstacle for stop in found.lifted],
            stated=stated.to_data(),
        )
        return act.books.drafts.save(episode_id, STATED, stated.to_data(), version, act.now)
