"""A fictional clinic to look around in: accounts, and an episode in every state and variant.

Everything is made by the services that make the real thing.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from litconsent.domain.episodes import Episode, State
from litconsent.domain.people import AccountRole, Letterhead, Patient
from litconsent.domain.releases import Reviewer
from litconsent.domain.statements import PATIENT_ALONE
from litconsent.i18n.text import N_, text_for
from litconsent.services.accounts import add_account
from litconsent.services.blank_variants import BLANKS
from litconsent.services.clinic import Clinic
from litconsent.services.editions import offered_languages
from litconsent.services.fictional_way import REACHED, Visitor, fictional_plan, reach
from litconsent.services.prepare_episode import prepare_episode
from litconsent.services.release_language import release_language
from litconsent.services.set_up import issue_setup_code, set_up_clinic
from litconsent.services.sign_in import sign_in
from litconsent.services.sign_out import sign_out
from litconsent.services.specimen_cases import Case, cases, family_case
from litconsent.services.withdraw_language import withdraw_language

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
    long_ago = clinic.now() - timedelta(days=clinic.settings.valid_days + 30)
    past = replace(clinic, clock=lambda: long_ago)
    _set_up(past, password, language)
    earlier = list(_made(past, password, language, _of_long_ago(past, language)))
    yield from earlier
    yield from _made(clinic, password, language, _of_today(clinic, language), len(earlier))


# In every language each would take minutes; the others are shown by one consent.
IN_EVERY_STATE = ("en", "it")
_Wanted = tuple[str, State, Case]


def _of_long_ago(clinic: Clinic, language: str) -> Iterator[_Wanted]:
    """Yield one consent that the text has left behind since, and one that time has ended."""
    yield language, State.OUTDATED, Case(PATIENT_ALONE)
    _change_what_matters(clinic, language)
    yield language, State.EXPIRED, Case(PATIENT_ALONE)


def _of_today(clinic: Clinic, language: str) -> Iterator[_Wanted]:
    _ = text_for(language)
    plain, family = Case(PATIENT_ALONE), family_case(_)
    for code in offered_languages(clinic):
        if code not in IN_EVERY_STATE:
            yield code, State.CONSENTED, plain
            continue
        for number, state in enumerate(REACHED):
            yield code, state, family if number % 3 == 0 else plain
    for variant, case in cases(_).items():
        if variant in BLANKS[2:]:  # the first two are shown in every state
            yield language, State.CONSENTED, case


def _made(
    clinic: Clinic, password: str, language: str, wanted: Iterable[_Wanted], made: int = 0
) -> Iterator[State]:
    """Make the episodes that are wanted; what ends a consent without an act is not waited for."""
    desk, doctor = _tablet("desk"), USERNAMES[AccountRole.CLINICIAN]
    lead = USERNAMES[AccountRole.LEAD]
    sign_in(clinic, desk, doctor, password)
    for number, (patient_language, state, case) in enumerate(wanted, made):
        episode = _prepared(clinic, desk, number, patient_language, language, case)
        who = Visitor(clinic, _tablet(episode.id), doctor, password, lead)
        reach(who, episode, state if state in REACHED else State.CONSENTED)
        yield state
    sign_out(clinic, desk)


def _change_what_matters(clinic: Clinic, language: str) -> None:
    """Release a text that differs in an important point, and take the release back."""
    _, desk = text_for(language), _tablet("lead")
    reviewer = Reviewer(_("Reviewer Specimen"), _("fictional; nobody has read this text"))
    seen = clinic.library.edition(language, clinic.settings.procedure).hash
    release_language(clinic, desk, language, reviewer=reviewer, seen=seen, material=True)
    withdraw_language(clinic, desk, language, reason=_("Released only to show what it does."))


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
        plan=fictional_plan(_, off_label=case.off_label),
        language=patient_language,
        clinic_language=language,
        who=case.stated,
        specimen=True,
    )


def _tablet(name: str) -> str:
    """Return a tablet of its own for each purpose; no browser has the cookie that belongs to it."""
    return hashlib.sha256(f"demonstration {name}".encode()).hexdigest()
