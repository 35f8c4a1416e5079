"""A record of a fictional patient, made by the very services that make a real one."""

import tempfile
from dataclasses import replace
from pathlib import Path

from litconsent.domain.decisions import Decision
from litconsent.domain.episodes import State
from litconsent.domain.people import Letterhead, Patient
from litconsent.i18n.text import text_for
from litconsent.services.clinic import Clinic, open_clinic
from litconsent.services.fictional_way import Visitor, fictional_plan, reach
from litconsent.services.prepare_episode import prepare_episode
from litconsent.services.set_up import issue_setup_code, set_up_clinic
from litconsent.services.sign_out import sign_out
from litconsent.services.specimen_cases import Case, born, cases
from litconsent.settings import Settings

_TABLET = "0" * 64
_USERNAME, _PASSWORD = "specimen", "specimen-specimen"
_STATES = {
    Decision.CONSENT: State.CONSENTED,
    Decision.PARTIAL: State.PARTLY_CONSENTED,
    Decision.REFUSAL: State.REFUSED,
    Decision.POSTPONED: State.POSTPONED,
}


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
        _TABLET,
        code=issue_setup_code(clinic) or "",
        letterhead=Letterhead(_("Specimen Clinic"), _("Specimen Street 1"), "000 000000"),
        username=_USERNAME,
        name=_("Doctor Specimen"),
        password=_PASSWORD,
    )
    birth_date = born(case.age, clinic.now().date())
    episode = prepare_episode(
        clinic,
        _TABLET,
        patient=Patient(_("Specimen Patient"), birth_date, "SPECIMEN-1"),
        plan=fictional_plan(_, off_label=case.off_label),
        language=language,
        clinic_language=clinic_language,
        who=case.stated,
        specimen=True,
    )
    sign_out(clinic, _TABLET)
    wanted = State.WITHDRAWN if case.taken_back else _STATES[decision]
    reach(Visitor(clinic, _TABLET, _USERNAME, _PASSWORD), episode, wanted)
    with clinic.store.reading() as books:
        return books.records.pdf(books.records.of_episode(episode.id)[-1].id)
