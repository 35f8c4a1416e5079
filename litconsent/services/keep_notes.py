"""Keep a doctor's notes although another window of the clinic has written notes meanwhile."""

from litconsent.domain.answers import Notes
from litconsent.domain.errors import StaleDraft
from litconsent.domain.merging import merged
from litconsent.domain.tablets import Mode
from litconsent.services.access import looking
from litconsent.services.clinic import Clinic
from litconsent.services.consultation import save_notes

_TRIES = 5


def keep_notes(clinic: Clinic, tablet: str, episode_id: str, base: Notes, notes: Notes) -> Notes:
    """Write down what was changed in `notes` since `base`, and return all notes as they stand.

    :raises StaleDraft: if others kept saving at this very moment; then nothing was written.
    :raises StepNotPossible: once the episode's record is sealed.
    """
    for _ in range(_TRIES):
        with looking(clinic, tablet, "note", Mode.CLINIC) as act:
            data, version = act.books.drafts.get(act.episode(episode_id).id, "clinic")
        together = merged(base, notes, Notes.from_data(data))
        try:
            save_notes(clinic, tablet, episode_id, together, version)
        except StaleDraft:
            continue
        return together
    raise StaleDraft
