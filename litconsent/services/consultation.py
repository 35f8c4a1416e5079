"""The talk between doctor and patient: what was missed and asked, and how it was cleared up."""

from dataclasses import dataclass

from litconsent.domain.answers import Answers, Notes
from litconsent.domain.checks import ItemResult, results
from litconsent.domain.episodes import Episode, State, state_of
from litconsent.domain.errors import StaleDraft
from litconsent.domain.events import Event, EventKind
from litconsent.domain.leaflets import Leaflet
from litconsent.domain.rulings import Ruling
from litconsent.domain.signing import Missing, missing_for_consent
from litconsent.domain.tablets import Mode
from litconsent.domain.talk_map import Place, talk_map
from litconsent.services.access import STATED, Act, acting, looking
from litconsent.services.clinic import Clinic
from litconsent.services.editions import leaflet_of
from litconsent.services.holding import held_elsewhere
from litconsent.services.printable import refuse_unprintable
from litconsent.services.rulings import ruling_of

OPEN = (
    State.PREPARED,
    State.HANDED_OVER,
    State.READING,
    State.READY,
    State.IN_CONSULTATION,
    State.DECIDING,
    State.DECIDED,
)


@dataclass(frozen=True, slots=True)
class Consultation:
    """All that a doctor sees of an episode; items and leaflet in the clinic's language.

    The patient's leaflet is the same in the language that the patient reads. `held` tells whether
    the patient holds another tablet at this moment.
    """

    episode: Episode
    state: State
    leaflet: Leaflet
    answers: Answers
    notes: Notes
    notes_version: int
    results: tuple[ItemResult, ...]
    missing: tuple[Missing, ...]
    events: tuple[Event, ...]
    patient_leaflet: Leaflet
    ruling: Ruling
    who_version: int
    held: bool = False

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the map of what was read, missed, asked and not yet understood."""
        return talk_map(self.leaflet, self.answers, self.results)


def open_consultation(clinic: Clinic, tablet: str, episode_id: str) -> Consultation:
    """Return what must be talked about, and note that the talk began.

    While the patient holds another tablet this only looks: the talk then begins by `begin_talk`.

    :raises EpisodeUnknown: if there is no such episode.
    """
    with acting(clinic, tablet, "consult", Mode.CLINIC) as act:
        state = state_of(act.books.events.of_episode(act.episode(episode_id).id))
        begins = state in OPEN and state is not State.IN_CONSULTATION
        if begins and not held_elsewhere(act, episode_id):
            act.note(EventKind.CONSULTATION_OPENED, episode_id)
        return consultation_of(clinic, act, episode_id)


def look_at_episode(clinic: Clinic, tablet: str, episode_id: str) -> Consultation:
    """Return the same without beginning a talk."""
    with looking(clinic, tablet, "consult", Mode.CLINIC) as act:
        return consultation_of(clinic, act, episode_id)


def save_notes(clinic: Clinic, tablet: str, episode_id: str, notes: Notes, version: int) -> int:
    """Keep the doctor's notes; return the new version.

    :raises StaleDraft: if another tab saved since `version`.
    :raises StepNotPossible: once the episode's record is sealed.
    :raises UnprintableCharacter: if the document could not show a word of it.
    """
    refuse_unprintable(_printed(notes))
    with acting(clinic, tablet, "note", Mode.CLINIC) as act:
        act.episode(episode_id)
        act.in_state(episode_id, "note", *OPEN)
        data, stored_version = act.books.drafts.get(episode_id, "clinic")
        if stored_version != version:
            raise StaleDraft
        if Notes.from_data(data) == notes:
            return version
        _note_ratings(act, episode_id, Notes.from_data(data), notes)
        act.note(EventKind.NOTES_SAVED, episode_id, resolved=sorted(notes.resolved))
        return act.books.drafts.save(episode_id, "clinic", notes.to_data(), version, act.now)


def _printed(notes: Notes) -> dict[str, str]:
    """Return the notes that the document prints, by field."""
    words = {f"resolved.{key}": note for key, note in notes.resolved.items()}
    words["teach_back.repair"] = "".join(one.repair for one in notes.teach_back.values())
    return {"notes.answered": notes.answered, **words}


def _note_ratings(act: Act, episode_id: str, before: Notes, after: Notes) -> None:
    """Note each teach-back that was rated anew; a later rating never erases the earlier one."""
    for prompt, rated in after.teach_back.items():
        known = before.teach_back.get(prompt)
        if known is None or known.rating is not rated.rating:
            act.note(EventKind.TEACH_BACK_RATED, episode_id, prompt=prompt, rating=rated.rating)


def consultation_of(clinic: Clinic, act: Act, episode_id: str) -> Consultation:
    """Return the consultation of an episode, inside a transaction."""
    episode = act.episode(episode_id)
    answers = Answers.from_data(act.books.drafts.get(episode_id, "patient")[0])
    data, version = act.books.drafts.get(episode_id, "clinic")
    notes = Notes.from_data(data)
    leaflet = leaflet_of(clinic, act.books, episode, episode.clinic_language)
    events = act.books.events.of_episode(episode_id)
    items = leaflet.check
    ruled = ruling_of(clinic, episode, answers.presence)
    return Consultation(
        episode=episode,
        state=state_of(events),
        leaflet=leaflet,
        answers=answers,
        notes=notes,
        notes_version=version,
        results=results(items, answers.attempts),
        missing=missing_for_consent(episode, ruled, items, answers, notes),
        events=events,
        patient_leaflet=leaflet_of(clinic, act.books, episode, answers.language),
        ruling=ruled,
        who_version=act.books.drafts.get(episode_id, STATED)[1],
        held=held_elsewhere(act, episode_id),
    )
