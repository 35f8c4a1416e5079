"""Hand the tablet to the patient: from this moment it can open one episode and nothing else."""

from litconsent.domain.answers import Answers
from litconsent.domain.episodes import UNDECIDED
from litconsent.domain.events import EventKind
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, acting
from litconsent.services.clinic import Clinic
from litconsent.services.editions import leaflet_of
from litconsent.services.holding import give_patient_side


def hand_over(clinic: Clinic, tablet: str, episode_id: str) -> None:
    """Drop the account from the tablet and bind it to one episode, for reading.

    :raises StepNotPossible: once the episode has been decided.
    """
    with acting(clinic, tablet, "hand_over", Mode.CLINIC) as act:
        begin_reading(clinic, act, episode_id)


def begin_reading(clinic: Clinic, act: Act, episode_id: str) -> None:
    """Bind this tablet to one episode, for reading.

    :raises StepNotPossible: once the episode has been decided.
    """
    episode = act.episode(episode_id)
    act.in_state(episode_id, "hand_over", *UNDECIDED)
    answers = Answers.from_data(act.books.drafts.get(episode_id, "patient")[0])
    leaflet = leaflet_of(clinic, act.books, episode, answers.language)
    act.note(EventKind.HANDED_OVER, episode_id, leaflet=leaflet.hash)
    give_patient_side(act, episode_id, Mode.PATIENT)
