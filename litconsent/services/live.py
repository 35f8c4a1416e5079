"""Where the patient is at this moment, for the desk: one reading transaction, nothing noted."""

from dataclasses import dataclass
from datetime import datetime

from litconsent.domain.answers import Answers
from litconsent.domain.checks import results
from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import State, decision_of, state_of
from litconsent.domain.people import Role
from litconsent.domain.tablets import Mode
from litconsent.services.access import Act, looking
from litconsent.services.clinic import Clinic
from litconsent.services.decide import round_of
from litconsent.services.editions import leaflet_of


@dataclass(frozen=True, slots=True)
class Live:
    """How far a patient is; titles and questions in the clinic's language.

    `step` says on which kind of screen; `chapter` is the number of the chapter that is read, or 0.
    `used_at` is when the patient's tablet was last used; None while no tablet holds this side.
    """

    state: State
    step: str
    title: str
    chapter: int
    chapters: int
    read: int
    answered: int
    items: int
    missed: tuple[str, ...]
    asked: str
    not_yet: tuple[str, ...]
    used_at: datetime | None
    now: datetime
    deciding: bool
    decision: Decision | None
    signed: tuple[Role, ...]


def live_episode(clinic: Clinic, tablet: str, episode_id: str) -> Live | None:
    """Return where the patient is, or None once the desk is not the clinic's any more.

    This is asked every few seconds, so it neither counts as use nor leaves a trace.

    :raises EpisodeUnknown: if there is no such episode.
    """
    with looking(clinic, tablet, "live", *Mode) as act:
        return _live(clinic, act, episode_id) if act.tablet.mode is Mode.CLINIC else None


def last_event(clinic: Clinic, tablet: str) -> int | None:
    """Return the number of the trail's last event: while it stays, no state has changed.

    None once the desk is not the clinic's any more. Neither counts as use nor leaves a trace.
    """
    with looking(clinic, tablet, "board", *Mode) as act:
        return act.books.events.head()[0] if act.tablet.mode is Mode.CLINIC else None


def _live(clinic: Clinic, act: Act, episode_id: str) -> Live:
    episode = act.episode(episode_id)
    answers = Answers.from_data(act.books.drafts.get(episode_id, "patient")[0])
    leaflet = leaflet_of(clinic, act.books, episode, episode.clinic_language)
    events = act.books.events.of_episode(episode_id)
    found = results(leaflet.check, answers.attempts)
    holder = next(iter(act.books.tablets.holding(episode_id)), None)
    step, _slash, subject = answers.step.partition("/")
    chapter = leaflet.chapter(subject)
    signatures = act.books.signatures.of_round(episode_id, round_of(act, episode_id))
    return Live(
        state=state_of(events),
        step=step,
        title=chapter.title if chapter else "",
        chapter=leaflet.chapters.index(chapter) + 1 if chapter else 0,
        chapters=len(leaflet.chapters),
        read=sum(one.id in answers.read for one in leaflet.chapters),
        answered=sum(bool(result.options) for result in found),
        items=len(found),
        missed=tuple(result.item.question for result in found if result.missed),
        asked=answers.questions,
        not_yet=tuple(
            one.title
            for one in leaflet.chapters
            if one.id in answers.seen and answers.seen[one.id].for_doctor
        ),
        used_at=act.books.tablets.seen_at(holder.hash) if holder else None,
        now=act.now,
        deciding=holder is not None and holder.mode is Mode.DECIDING,
        decision=decision_of(events),
        signed=tuple(signature.role for signature in signatures),
    )
