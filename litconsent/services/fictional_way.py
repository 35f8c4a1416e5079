"""The way of a fictional patient through an episode, as far as a wanted state."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from litconsent.domain.answers import Notes, Presence, Told
from litconsent.domain.areas import Area
from litconsent.domain.course import Manner as Course
from litconsent.domain.course import Session
from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import Episode, State
from litconsent.domain.people import Role
from litconsent.domain.plans import Plan, PlannedCompound
from litconsent.domain.records import Record
from litconsent.domain.signatures import Strokes
from litconsent.domain.understanding import Feeling, Rating, Sight, TeachBack
from litconsent.domain.variants import Manner
from litconsent.i18n.text import Text, text_for
from litconsent.services.answer import answer_item, note_read, save_answers, tell_presence
from litconsent.services.clinic import Clinic
from litconsent.services.consultation import open_consultation, save_notes
from litconsent.services.decide import decide, deciding, open_decision, sign
from litconsent.services.hand_back import hand_back
from litconsent.services.hand_over import hand_over
from litconsent.services.hold_session import hold_session
from litconsent.services.prepare_episode import prepare_episode
from litconsent.services.read_leaflet import open_reading
from litconsent.services.seal_record import seal_record
from litconsent.services.sign_in import sign_in
from litconsent.services.sign_out import sign_out
from litconsent.services.void_record import void_record
from litconsent.services.withdraw_consent import withdraw_consent

_BEGUN = 3  # chapters of who is still reading
_MISSED, _UNCLEAR = "Q06", "risks"
# A loop and a wave in the box of 1000 by 360 units: ink that says plainly that it is nobody's.
STROKES: Strokes = (
    tuple((120 + 22 * n, 180 + (60 if n % 4 < 2 else -60) * (0.4 + n / 40)) for n in range(32)),
    ((140.0, 290.0), (420.0, 270.0), (760.0, 300.0), (880.0, 280.0)),
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """A tablet of the fictional clinic, and the doctor who signs in on it."""

    clinic: Clinic
    tablet: str
    username: str
    password: str
    lead: str = ""

    def doctor_signs_in(self) -> None:
        """Take the tablet into the doctor's hands."""
        sign_in(self.clinic, self.tablet, self.username, self.password)


def fictional_plan(_: Text, *, off_label: bool) -> Plan:
    """Return a plan of three substances, one of them for a use that its licence does not name."""
    lidocaine = PlannedCompound("lidocaine", _("To calm the painful points in your neck."))
    ketoprofen = PlannedCompound(
        "ketoprofen", _("Tablets upset your stomach."), off_label=off_label
    )
    saline = PlannedCompound("saline", _("To compare it with the medicine at the second visit."))
    return Plan(
        diagnosis=_("Neck pain for three months"),
        body_area=_("Neck, right side"),
        compounds=(lidocaine, ketoprofen, saline),
        sessions=3,
        alternatives=_("Exercises with a physiotherapist, tablets, or waiting."),
        without_treatment=_("The pain may get better by itself, or stay."),
        interval_days=7,
        areas=(Area.NECK,),
    )


def reach(who: Visitor, episode: Episode, wanted: State) -> None:
    """Bring a prepared episode into a state.

    :raises KeyError: for a state to which no way is written down here.
    """
    for step in _WAY[wanted]:
        step(who, episode)


def _over(who: Visitor, episode: Episode) -> None:
    who.doctor_signs_in()
    hand_over(who.clinic, who.tablet, episode.id)


def _begin(who: Visitor, episode: Episode) -> None:
    presence = Presence.FAMILY_READS if episode.family else Presence.ALONE
    tell_presence(who.clinic, who.tablet, presence, pressed=False, private="")
    for chapter in open_reading(who.clinic, who.tablet).leaflet.chapters[:_BEGUN]:
        note_read(who.clinic, who.tablet, chapter.id)


def _read(who: Visitor, _episode: Episode) -> None:
    reading = open_reading(who.clinic, who.tablet)
    for chapter in reading.leaflet.chapters[_BEGUN:]:
        feeling = Feeling.NOT_YET if chapter.id == _UNCLEAR else Feeling.UNDERSTOOD
        asked = Sight(feeling=feeling) if chapter.ask_understood else None
        note_read(who.clinic, who.tablet, chapter.id, asked)
    for item in reading.leaflet.check:
        wrong = next(option for option in item.options if option != item.correct)
        for option in [wrong, wrong] if item.id == _MISSED else [item.correct]:
            answer_item(who.clinic, who.tablet, item.id, option)
    reading = open_reading(who.clinic, who.tablet)
    _ = text_for(reading.leaflet.edition.language)
    written = replace(
        reading.answers,
        questions=_("May I drive home afterwards?"),
        matters=_("I want to sleep through the night again."),
        health={"T01": Told.NO, "T04": Told.UNSURE, "T14": Told.YES},
        health_words=_("I take drops for sleep."),
    )
    save_answers(who.clinic, who.tablet, written, reading.version)
    hand_back(who.clinic, who.tablet)


def _talk(who: Visitor, episode: Episode) -> None:
    who.doctor_signs_in()
    open_consultation(who.clinic, who.tablet, episode.id)


def _to_the_decision(who: Visitor, episode: Episode) -> None:
    talk = open_consultation(who.clinic, who.tablet, episode.id)
    _ = text_for(episode.clinic_language)
    notes = Notes(
        resolved={
            _MISSED: _("We went through the warning signs together; patient told them."),
            _UNCLEAR: _("I showed on the picture when to call."),
        },
        teach_back={
            "B1": TeachBack(Rating.UNDERSTOOD),
            "B4": TeachBack(Rating.PARTLY, _("Named pus only; after a second talk lumps too.")),
        },
        answered=_("Wait in the room first; somebody else should drive today."),
        family_stayed_silent=episode.family is not None,
        acknowledged=tuple(compound.id for compound in episode.plan.off_label),
    )
    save_notes(who.clinic, who.tablet, episode.id, notes, talk.notes_version)
    open_decision(who.clinic, who.tablet, episode.id)


def _decide(decision: Decision) -> Callable[[Visitor, Episode], None]:
    def step(who: Visitor, episode: Episode) -> None:
        last = [episode.plan.compounds[-1].id] if decision is Decision.PARTIAL else []
        decide(who.clinic, who.tablet, decision, last)

    return step


def _sign(who: Visitor, episode: Episode) -> None:
    _ = text_for(episode.clinic_language)
    while (place := deciding(who.clinic, who.tablet).signer) and place.role is not Role.CLINICIAN:
        if place.manner is Manner.SIGNS:
            sign(who.clinic, who.tablet, place.role, strokes=STROKES)
        else:
            sign(who.clinic, who.tablet, place.role, typed=_("Said yes aloud, twice."))
    seal_record(who.clinic, who.tablet, episode.id, who.username, who.password, strokes=STROKES)


def _record(who: Visitor, episode: Episode) -> Record:
    with who.clinic.store.reading() as books:
        return books.records.of_episode(episode.id)[0]


def _withdraw(who: Visitor, episode: Episode) -> None:
    withdraw_consent(who.clinic, who.tablet, _record(who, episode).id, Course.ORAL)


def _complete(who: Visitor, episode: Episode) -> None:
    _ = text_for(episode.clinic_language)
    for number in range(1, episode.plan.sessions + 1):
        said = _("Sleeps through the night again.") if number > 1 else ""
        session = Session(plan_unchanged=True, health_unchanged=True, response=said)
        hold_session(who.clinic, who.tablet, _record(who, episode).id, number, session)


def _void(who: Visitor, episode: Episode) -> None:
    _ = text_for(episode.clinic_language)
    sign_out(who.clinic, who.tablet)
    sign_in(who.clinic, who.tablet, who.lead, who.password)
    void_record(who.clinic, who.tablet, _record(who, episode).id, _("Wrong patient chosen."))


def _agree_anew(who: Visitor, episode: Episode) -> None:
    following = prepare_episode(
        who.clinic,
        who.tablet,
        patient=episode.patient,
        plan=episode.plan,
        language=episode.language,
        clinic_language=episode.clinic_language,
        who=episode.who,
        follows=episode.id,
        specimen=True,
    )
    sign_out(who.clinic, who.tablet)
    reach(who, following, State.CONSENTED)


_READY = (_over, _begin, _read)
_DECIDING = (*_READY, _talk, _to_the_decision)
_WAY: dict[State, tuple[Callable[[Visitor, Episode], None], ...]] = {
    State.PREPARED: (),
    State.HANDED_OVER: (_over,),
    State.READING: (_over, _begin),
    State.READY: _READY,
    State.IN_CONSULTATION: (*_READY, _talk),
    State.DECIDING: _DECIDING,
    State.DECIDED: (*_DECIDING, _decide(Decision.CONSENT)),
    State.CONSENTED: (*_DECIDING, _decide(Decision.CONSENT), _sign),
    State.PARTLY_CONSENTED: (*_DECIDING, _decide(Decision.PARTIAL), _sign),
    State.WITHDRAWN: (*_DECIDING, _decide(Decision.CONSENT), _sign, _withdraw),
    State.SUPERSEDED: (*_DECIDING, _decide(Decision.CONSENT), _sign, _agree_anew),
    State.COMPLETED: (*_DECIDING, _decide(Decision.CONSENT), _sign, _complete),
    State.VOIDED: (*_DECIDING, _decide(Decision.CONSENT), _sign, _void),
    State.REFUSED: (*_DECIDING, _decide(Decision.REFUSAL), _sign),
    State.POSTPONED: (*_DECIDING, _decide(Decision.POSTPONED), _sign),
}
# What is not here needs time to pass, or an important change of the text.
REACHED = tuple(_WAY)
