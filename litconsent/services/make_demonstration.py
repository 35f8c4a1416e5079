"""A fictional clinic to look around in: accounts, and an episode in every state and variant.

Everything is made by the services that make the real thing.
"""

import hashlib
from collections.abc import Iterator
from datetime import date

from litconsent.domain.areas import Area
from litconsent.domain.episodes import Episode, State
from litconsent.domain.people import AccountRole, Letterhead, Patient
from litconsent.domain.plans import Plan, PlannedCompound
from litconsent.domain.statements import PATIENT_ALONE
from litconsent.i18n.text import N_, Text, text_for
from litconsent.services.accounts import add_account
from litconsent.services.blank_variants import BLANKS
from litconsent.services.clinic import Clinic
from litconsent.services.demonstration_steps import SHOWN, Visitor, reach
from litconsent.services.editions import offered_languages
from litconsent.services.prepare_episode import prepare_episode
from litconsent.services.set_up import issue_setup_code, set_up_clinic
from litconsent.services.sign_in import sign_in
from litconsent.services.specimen_cases import Case, cases, family_case

USERNAMES = {
    AccountRole.LEAD: "lead",
    AccountRole.CLINICIAN: "doctor",
    AccountRole.AUDITOR: "auditor",
}
_NAMES = {
    AccountRole.LEAD: N_("Lead Specimen"),
    AccountRole.CLINICIAN: N_("Doctor Specimen"),
    AccountRole.AUDITOR: N_("Auditor Specimen"),
}
# With the surname that they get here, names that nobody takes for a patient's.
_GIVEN = (
    *("Ada", "Bruno", "Carla", "Dario", "Elsa", "Fabio", "Gina", "Hugo", "Irma", "Luca"),
    *("Mara", "Nino", "Olga", "Piero", "Rita", "Sandro", "Tea", "Ugo", "Vera", "Zeno"),
)


def make_demonstration(clinic: Clinic, *, password: str, language: str) -> Iterator[State]:
    """Fill an empty clinic that works in a language; yield the state of each episode made."""
    _set_up(clinic, password, language)
    desk, doctor = _tablet("desk"), USERNAMES[AccountRole.CLINICIAN]
    sign_in(clinic, desk, doctor, password)
    _ = text_for(language)
    plain, family = Case(PATIENT_ALONE), family_case(_)
    wanted = [
        (code, state, family if number % 3 == 0 else plain)
        for code in offered_languages(clinic)
        for number, state in enumerate(SHOWN)
    ]
    wanted += [(language, State.CONSENTED, case) for case in _consenting(_)]
    for number, (patient_language, state, case) in enumerate(wanted):
        episode = _prepared(clinic, desk, number, patient_language, language, case)
        lead = USERNAMES[AccountRole.LEAD]
        who = Visitor(clinic, _tablet(episode.id), doctor, password, lead)
        reach(who, episode, state)
        yield state


def _consenting(_: Text) -> list[Case]:
    """Return a case of each variant in which somebody can say yes."""
    return [case for variant, case in cases(_).items() if variant in BLANKS[2:]]


def _set_up(clinic: Clinic, password: str, language: str) -> None:
    _, desk = text_for(language), _tablet("lead")
    set_up_clinic(
        clinic,
        desk,
        code=issue_setup_code(clinic) or "",
        letterhead=Letterhead(_("Specimen Clinic"), _("Specimen Street 1"), "000 000000"),
        username=USERNAMES[AccountRole.LEAD],
        name=_(_NAMES[AccountRole.LEAD]),
        password=password,
    )
    for role in (AccountRole.CLINICIAN, AccountRole.AUDITOR):
        add_account(
            clinic,
            desk,
            username=USERNAMES[role],
            name=_(_NAMES[role]),
            password=password,
            role=role,
        )


def _prepared(
    clinic: Clinic, desk: str, number: int, patient_language: str, language: str, case: Case
) -> Episode:
    """Return a new episode of a patient of whom this is stated."""
    _ = text_for(language)
    given = _GIVEN[number % len(_GIVEN)]
    name = _("{name} Specimen", name=given)
    year = 1935 + 3 * number % 65
    if case.age < Case(PATIENT_ALONE).age:
        year = clinic.now().year - case.age - 1
    birth_date = date(year, 1 + number % 12, 1 + 5 * number % 28)
    return prepare_episode(
        clinic,
        desk,
        patient=Patient(name, birth_date, f"SPECIMEN-{number + 1}"),
        plan=_plan(language, off_label=case.off_label),
        language=patient_language,
        clinic_language=language,
        who=case.stated,
        specimen=True,
    )


def _plan(language: str, *, off_label: bool) -> Plan:
    _ = text_for(language)
    lidocaine = PlannedCompound("lidocaine", _("To calm the painful points in your neck."))
    ketoprofen = PlannedCompound(
        "ketoprofen", _("Tablets upset your stomach."), off_label=off_label
    )
    return Plan(
        diagnosis=_("Neck pain for three months"),
        body_area=_("Neck, right side"),
        compounds=(lidocaine, ketoprofen),
        sessions=3,
        alternatives=_("Exercises with a physiotherapist, tablets, or waiting."),
        without_treatment=_("The pain may get better by itself, or stay."),
        interval_days=7,
        areas=(Area.NECK,),
    )


def _tablet(name: str) -> str:
    """Return a tablet of its own for each purpose; no browser has the cookie that belongs to it."""
    return hashlib.sha256(f"demonstration {name}".encode()).hexdigest()
