"""Release a language: freeze its working text, with the person who reviewed it, for ever."""

from dataclasses import asdict, replace

from litconsent.content.edition_data import edition_to_data, sealed
from litconsent.domain.editions import Edition, EditionState
from litconsent.domain.errors import AlreadyReleased, NotReleasable, TextHasMoved
from litconsent.domain.events import EventKind
from litconsent.domain.releases import Reviewer, in_force
from litconsent.domain.tablets import Mode
from litconsent.services.access import acting, looking
from litconsent.services.clinic import Clinic
from litconsent.services.editions import releases
from litconsent.services.printable import refuse_unprintable
from litconsent.services.release_gate import checked


def release_language(
    clinic: Clinic,
    tablet: str,
    language: str,
    *,
    reviewer: Reviewer,
    seen: str,
    material: bool = False,
) -> Edition:
    """Release the working text with the hash `seen`, and return the edition that serves from now.

    With a `material` change, consents of episodes prepared before need a new one first.

    :raises NotAllowed: for anybody but the lead.
    :raises TextHasMoved: if the working text is another one by now; nobody has looked at that.
    :raises NotReleasable: while a gate fails, a file is broken or a passage is stale.
    :raises UnprintableCharacter: if a document could not show the reviewer.
    :raises AlreadyReleased: if these very words are the released edition.
    """
    with looking(clinic, tablet, "release", Mode.CLINIC) as act:
        act.lead_only("release")
    refuse_unprintable({f"reviewer.{part}": words for part, words in asdict(reviewer).items()})
    files = checked(clinic, language)
    with acting(clinic, tablet, "release", Mode.CLINIC) as act:
        act.lead_only("release")
        working = clinic.library.edition(language, clinic.settings.procedure)
        if files.obstacles:
            raise NotReleasable(language, files.obstacles)
        if not working.hash == files.hash == seen:
            raise TextHasMoved(language)
        edition = as_released(working)
        standing = in_force(releases(clinic, act.books), language)
        if standing and standing.edition_hash == edition.hash:
            raise AlreadyReleased(language)
        act.books.editions.put(edition.hash, edition.procedure, language, edition_to_data(edition))
        act.note(
            EventKind.LANGUAGE_RELEASED,
            procedure=edition.procedure,
            language=language,
            edition=edition.hash,
            working=working.hash,
            reviewer=reviewer.name,
            qualification=reviewer.qualification,
            material=material,
        )
    return edition


def as_released(working: Edition) -> Edition:
    """Return an edition with the same words that says of itself that it is released."""
    return sealed(replace(working, state=EditionState.RELEASED))
