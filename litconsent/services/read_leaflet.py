"""Read: the leaflet of the episode that a tablet holds, or all of it without an episode."""

from dataclasses import dataclass

from litconsent.domain.answers import Answers
from litconsent.domain.checks import ItemResult, results
from litconsent.domain.episodes import Episode, State, state_of
from litconsent.domain.leaflets import Leaflet, compose
from litconsent.domain.tablets import RESTING, Mode
from litconsent.services.access import Act, looking
from litconsent.services.clinic import Clinic
from litconsent.services.editions import draft_of, leaflet_of
from litconsent.services.read_formulary import read_offer


@dataclass(frozen=True, slots=True)
class Reading:
    """What a patient has before them, and how far they are.

    With `draft` the text, or the clinic's text beside it, is a draft: no valid form follows.
    """

    episode: Episode
    leaflet: Leaflet
    answers: Answers
    version: int
    state: State
    results: tuple[ItemResult, ...]
    draft: bool


def open_reading(clinic: Clinic, tablet: str) -> Reading:
    """Return the reading of the one episode that this tablet holds.

    :raises NotAllowed: if it holds none.
    """
    with looking(clinic, tablet, "read", Mode.PATIENT) as act:
        return reading_of(clinic, act)


def reading_of(clinic: Clinic, act: Act) -> Reading:
    """Return the reading of the episode in hand, inside a transaction."""
    episode = act.episode(act.tablet.episode_id)
    data, version = act.books.drafts.get(episode.id, "patient")
    answers = Answers.from_data(data)
    leaflet = leaflet_of(clinic, act.books, episode, answers.language)
    return Reading(
        episode,
        leaflet,
        answers,
        version,
        state_of(act.books.events.of_episode(episode.id)),
        results(leaflet.check, answers.attempts),
        draft_of(act.books, episode, leaflet),
    )


def language_last_read(clinic: Clinic, tablet: str) -> str:
    """Return the language of the patient who has just handed this tablet back, or let it rest."""
    with looking(clinic, tablet, "waiting", Mode.WAITING, *RESTING) as act:
        return reading_of(clinic, act).leaflet.edition.language


def open_public(clinic: Clinic, language: str) -> Leaflet:
    """Return what the clinic offers, to be read without an episode; nothing of it is stored.

    :raises LanguageUnavailable: if there is no edition.
    """
    offer = read_offer(clinic, language)
    return compose(offer.edition, topics=offer.topics)
