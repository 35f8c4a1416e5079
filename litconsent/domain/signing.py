"""What is still missing before a decision can be sealed, each with its source; and who is next."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from litconsent.domain.answers import Answers, Notes, Presence
from litconsent.domain.checks import results
from litconsent.domain.decisions import Decision
from litconsent.domain.editions import CheckItem
from litconsent.domain.episodes import Episode
from litconsent.domain.people import Role
from litconsent.domain.rulings import Ruling
from litconsent.domain.variants import Signer, Variant


class Gap(StrEnum):
    """Why a consent cannot be sealed yet. A refusal and a postponement know no such reason."""

    WHO_DECIDES = "who_decides"
    NAME_MISSING = "name_missing"
    ITEM_UNRESOLVED = "item_unresolved"
    CHAPTER_UNRESOLVED = "chapter_unresolved"
    PRESSURE_UNRESOLVED = "pressure_unresolved"
    QUESTIONS_UNANSWERED = "questions_unanswered"
    OFF_LABEL_UNACKNOWLEDGED = "off_label_unacknowledged"
    FAMILY_SPOKE = "family_spoke"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: what, of which subject, and by which rule."""

    gap: Gap
    subject: str
    source: str


def missing_for_consent(
    episode: Episode,
    ruling: Ruling,
    items: tuple[CheckItem, ...],
    answers: Answers,
    notes: Notes,
) -> tuple[Missing, ...]:
    """Return what must be settled before this patient's *yes* can be taken [B0, V01–V21].

    Nothing of this list ever stands in the way of a refusal or a postponement.
    """
    found = list(_missing_of_variant(episode, ruling))
    found += [
        Missing(Gap.ITEM_UNRESOLVED, result.item.id, "teach-back")
        for result in results(items, answers.attempts)
        if result.item.critical and result.for_doctor and not notes.resolved.get(result.item.id)
    ]
    found += [
        Missing(Gap.CHAPTER_UNRESOLVED, chapter_id, "teach-back")
        for chapter_id, sight in answers.seen.items()
        if sight.for_doctor and not notes.resolved.get(chapter_id)
    ]
    if answers.pressed and not notes.pressure:
        found.append(Missing(Gap.PRESSURE_UNRESOLVED, "", "L. 219/2017, art. 1 c. 1"))
    if answers.questions and not notes.answered:
        found.append(Missing(Gap.QUESTIONS_UNANSWERED, "", "L. 219/2017, art. 1 c. 3"))
    found += [
        Missing(Gap.OFF_LABEL_UNACKNOWLEDGED, compound.id, "L. 94/1998, art. 3 c. 2")
        for compound in episode.plan.off_label
        if compound.id not in notes.acknowledged
    ]
    if family_was_there(episode, answers) and not notes.family_stayed_silent:
        found.append(Missing(Gap.FAMILY_SPOKE, "", "L. 219/2017, art. 1 c. 2"))
    return tuple(found)


def family_was_there(episode: Episode, answers: Answers) -> bool:
    """Tell whether a doctor must confirm that nobody answered for the patient [V02]."""
    return episode.family is not None or answers.presence is Presence.FAMILY_READS


def next_signer(
    episode: Episode,
    variant: Variant,
    decision: Decision,
    signed: Iterable[Role],
    passed: Iterable[Role] = (),
) -> Signer | None:
    """Return who signs next in an episode, or None when all have signed or passed.

    A place that nobody was named for is passed over, unless the decision needs it.
    """
    nameless = {
        place.role
        for place in variant.signers
        if place.role is not Role.CLINICIAN and not episode.name_of(place.role)
    }
    return next_place(variant, decision, signed, {*passed, *nameless})


def next_place(
    variant: Variant, decision: Decision, signed: Iterable[Role], passed: Iterable[Role] = ()
) -> Signer | None:
    """Return who signs next, in the variant's order, or None when all have signed or passed.

    A place that the variant does not require may be passed over; a required one may not.
    """
    done = set(signed)
    skipped = set(passed)
    for signer in variant.signers_for(decision):
        if signer.role in done:
            continue
        if signer.role in skipped and decision not in signer.required_for:
            continue
        return signer
    return None


def _missing_of_variant(episode: Episode, ruling: Ruling) -> Iterable[Missing]:
    for stop in ruling.stops:
        source = ", ".join(ruling.law.get(one, one) for one in stop.sources)
        yield Missing(Gap.WHO_DECIDES, stop.obstacle, source)
    for place in ruling.signers:
        if place.role is Role.CLINICIAN or Decision.CONSENT not in place.required_for:
            continue
        if not episode.name_of(place.role):
            yield Missing(Gap.NAME_MISSING, place.role, ", ".join(ruling.variants))
