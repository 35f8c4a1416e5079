"""A record of a fictional patient, made by the very services that make a real one."""

import tempfile
from dataclasses import replace
from pathlib import Path

from litconsent.domain.answers import Notes, Presence, Told
from litconsent.domain.areas import Area
from litconsent.domain.decisions import Decision
from litconsent.domain.people import Letterhead, Patient, Role
from litconsent.domain.plans import Plan, PlannedCompound
from litconsent.domain.signatures import Strokes
from litconsent.domain.understanding import Feeling, Rating, Sight, TeachBack
from litconsent.domain.variants import Manner
from litconsent.i18n.text import Text, text_for
from litconsent.services.answer import answer_item, note_read, save_answers, tell_presence
from litconsent.services.clinic import Clinic, open_clinic
from litconsent.services.consultation import open_consultation, save_notes
from litconsent.services.decide import decide, deciding, open_decision, sign
from litconsent.services.hand_back import hand_back
from litconsent.services.hand_over import hand_over
from litconsent.services.prepare_episode import prepare_episode
from litconsent.services.read_leaflet import open_reading
from litconsent.services.seal_record import seal_record
from litconsent.services.set_up import issue_setup_code, set_up_clinic
from litconsent.services.sign_in import sign_in
from litconsent.services.specimen_cases import Case, born, cases
from litconsent.settings import Settings

TABLET = "0" * 64
USERNAME, PASSWORD = "specimen", "specimen-specimen"

# A loop and a wave in the box of 1000 by 360 units: ink that says plainly that it is nobody's.
STROKES: Strokes = (
    tuple((120 + 22 * n, 180 + (60 if n % 4 < 2 else -60) * (0.4 + n / 40)) for n in range(32)),
    ((140.0, 290.0), (420.0, 270.0), (760.0, 300.0), (880.0, 280.0)),
)
MISSED, UNCLEAR = "Q06", "risks"
PLANNED = ("lidocaine", "ketoprofen", "saline")


def make_specimen(
    settings: Settings,
    *,
    language: str,
    clinic_language: str,
    decision: Decision,
    family: bool = False,
    variant: str = "",
) -> bytes:
    """Return the sealed PDF of a whole fictional journey; the clinic it needs is thrown away.

    :raises KeyError: for a variant of which there is no specimen.
    :raises NotReadyForConsent: for a *yes* in a variant that stops it.
    """
    with tempfile.TemporaryDirectory(prefix="litconsent-specimen-") as folder:
        root = Path(folder)
        own = replace(settings, data_dir=root / "data", keys_dir=root / "keys", adults_only=False)
        clinic = open_clinic(own)
        try:
            _ = text_for(clinic_language)
            case = cases(_)[variant or ("V02" if family else "V01")]
            return _journey(clinic, language, clinic_language, decision, case)
        finally:
            clinic.store.close()


def _journey(
    clinic: Clinic, language: str, clinic_language: str, decision: Decision, case: Case
) -> bytes:
    _ = text_for(clinic_language)
    set_up_clinic(
        clinic,
        TABLET,
        code=issue_setup_code(clinic) or "",
        letterhead=Letterhead(_("Specimen Clinic"), _("Specimen Street 1"), "000 000000"),
        username=USERNAME,
        name=_("Doctor Specimen"),
        password=PASSWORD,
    )
    episode_id = _prepared(clinic, language, clinic_language, _, case)
    _read(clinic, episode_id)
    _talked(clinic, episode_id)
    open_decision(clinic, TABLET, episode_id)
    partial = decision is Decision.PARTIAL
    decide(clinic, TABLET, decision, declined=PLANNED[-1:] if partial else ())
    _signed(clinic)
    record = seal_record(clinic, TABLET, episode_id, USERNAME, PASSWORD, strokes=STROKES)
    with clinic.store.reading() as books:
        return books.records.pdf(record.id)


def _signed(clinic: Clinic) -> None:
    """Let everybody sign whom the variant asks, in its order, up to the doctor."""
    _ = text_for(deciding(clinic, TABLET).episode.clinic_language)
    while (place := deciding(clinic, TABLET).signer) and place.role is not Role.CLINICIAN:
        if place.manner is Manner.SIGNS:
            sign(clinic, TABLET, place.role, strokes=STROKES)
        else:
            sign(clinic, TABLET, place.role, typed=_("Said yes aloud, twice."))


def _prepared(clinic: Clinic, language: str, clinic_language: str, _: Text, case: Case) -> str:
    lidocaine = PlannedCompound("lidocaine", _("To calm the painful points in your neck."))
    saline = PlannedCompound("saline", _("To compare it with the medicine at the second visit."))
    ketoprofen = PlannedCompound(
        "ketoprofen", _("Tablets upset your stomach."), off_label=case.off_label
    )
    episode = prepare_episode(
        clinic,
        TABLET,
        patient=Patient(_("Specimen Patient"), born(case.age, clinic.now().date()), "SPECIMEN-1"),
        plan=Plan(
            diagnosis=_("Neck pain for three months"),
            body_area=_("Neck, right side"),
            compounds=(lidocaine, ketoprofen, saline),
            sessions=3,
            alternatives=_("Exercises with a physiotherapist, tablets, or waiting."),
            without_treatment=_("The pain may get better by itself, or stay."),
            interval_days=7,
            areas=(Area.NECK,),
        ),
        language=language,
        clinic_language=clinic_language,
        who=case.stated,
        specimen=True,
    )
    return episode.id


def _read(clinic: Clinic, episode_id: str) -> None:
    hand_over(clinic, TABLET, episode_id)
    reading = open_reading(clinic, TABLET)
    presence = Presence.FAMILY_READS if reading.episode.family else Presence.ALONE
    tell_presence(clinic, TABLET, presence, pressed=False, private="")
    for chapter in reading.leaflet.chapters:
        feeling = Feeling.NOT_YET if chapter.id == UNCLEAR else Feeling.UNDERSTOOD
        asked = Sight(feeling=feeling) if chapter.ask_understood else None
        note_read(clinic, TABLET, chapter.id, asked)
    for item in reading.leaflet.check:
        wrong = next(option for option in item.options if option != item.correct)
        tries = [wrong, wrong] if item.id == MISSED else [item.correct]
        for option in tries:
            answer_item(clinic, TABLET, item.id, option)
    reading = open_reading(clinic, TABLET)
    _ = text_for(reading.leaflet.edition.language)
    written = replace(
        reading.answers,
        questions=_("May I drive home afterwards?"),
        matters=_("I want to sleep through the night again."),
        health={"T01": Told.NO, "T04": Told.UNSURE, "T14": Told.YES},
        health_words=_("I take drops for sleep."),
    )
    save_answers(clinic, TABLET, written, reading.version)
    hand_back(clinic, TABLET)


def _talked(clinic: Clinic, episode_id: str) -> None:
    sign_in(clinic, TABLET, USERNAME, PASSWORD)
    talk = open_consultation(clinic, TABLET, episode_id)
    _ = text_for(talk.episode.clinic_language)
    notes = Notes(
        resolved={
            MISSED: _("We went through the warning signs together; patient told them."),
            UNCLEAR: _("I showed on the picture when to call."),
        },
        teach_back={
            "B1": TeachBack(Rating.UNDERSTOOD),
            "B4": TeachBack(Rating.PARTLY, _("Named pus only; after a second talk lumps too.")),
        },
        answered=_("Wait in the room first; somebody else should drive today."),
        family_stayed_silent=talk.episode.family is not None,
        acknowledged=tuple(compound.id for compound in talk.episode.plan.off_label),
    )
    save_notes(clinic, TABLET, episode_id, notes, talk.notes_version)
