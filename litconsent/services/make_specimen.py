"""Documents of fictional patients, made by the very services that make the real ones."""

import hashlib
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from litconsent.domain.decisions import Decision, Outcome
from litconsent.domain.episodes import State
from litconsent.domain.people import Letterhead, Patient
from litconsent.i18n.text import text_for
from litconsent.services.blank_form import blank_form
from litconsent.services.clinic import Clinic, open_clinic
from litconsent.services.fictional_way import Visitor, fictional_plan, reach
from litconsent.services.prepare_episode import prepare_episode
from litconsent.services.set_up import issue_setup_code, set_up_clinic
from litconsent.services.sign_in import sign_in
from litconsent.services.sign_out import sign_out
from litconsent.services.specimen_cases import born, cases
from litconsent.settings import Settings

_DESK = "0" * 64
_DAY = 24 * 60  # minutes
_USERNAME, _PASSWORD = "specimen", "specimen-specimen"
_STATES = {
    Outcome.CONSENT: State.CONSENTED,
    Outcome.PARTIAL: State.PARTLY_CONSENTED,
    Outcome.REFUSAL: State.REFUSED,
    Outcome.POSTPONED: State.POSTPONED,
    Outcome.WITHDRAWAL: State.WITHDRAWN,
    Outcome.SESSION: State.COMPLETED,
    Outcome.VOIDING: State.VOIDED,
}


@dataclass(frozen=True, slots=True)
class Specimen:
    """Which document is wanted: what it says, who decides, in which languages.

    Without an `outcome` it is the blank form of the variant.
    """

    language: str
    clinic_language: str
    variant: str
    outcome: Outcome | None

    @property
    def file_name(self) -> str:
        """Return a name that differs from those of all other specimens."""
        said = f"specimen-{self.variant}" if self.outcome else f"blank-{self.variant}"
        parts = [said, self.language, self.clinic_language, self.outcome or ""]
        return "-".join(filter(None, parts)) + ".pdf"


def make_specimen(
    settings: Settings,
    *,
    language: str,
    clinic_language: str,
    decision: Decision | Outcome,
    family: bool = False,
    variant: str = "",
) -> bytes:
    """Return the sealed PDF of a whole fictional journey; the clinic it needs is thrown away.

    :raises KeyError: for a variant of which there is no specimen.
    :raises NotReadyForConsent: for a *yes* in a variant that stops it.
    """
    wanted = Specimen(
        language, clinic_language, variant or ("V02" if family else "V01"), Outcome(decision)
    )
    with tempfile.TemporaryDirectory(prefix="litconsent-specimen-") as folder:
        clinic = fictional_clinic(settings, Path(folder), clinic_language)
        try:
            return specimen_made_in(clinic, wanted)
        finally:
            clinic.store.close()


def fictional_clinic(settings: Settings, folder: Path, language: str) -> Clinic:
    """Return a clinic that works in a language, with one doctor, set up in an empty folder."""
    _ = text_for(language)
    own = replace(settings.thrown_away(folder), adults_only=False)
    # Nobody walks away from its tablets, however long a busy machine takes for a step.
    clinic = open_clinic(replace(own, idle_minutes=_DAY, cover_minutes=_DAY, lock_minutes=_DAY))
    set_up_clinic(
        clinic,
        _DESK,
        code=issue_setup_code(clinic) or "",
        letterhead=Letterhead(_("Specimen Clinic"), _("Specimen Street 1"), "000 000000"),
        username=_USERNAME,
        name=_("Doctor Specimen"),
        password=_PASSWORD,
    )
    sign_out(clinic, _DESK)
    return clinic


def specimen_made_in(clinic: Clinic, wanted: Specimen) -> bytes:
    """Return the document of one more fictional patient of this clinic.

    :raises KeyError: for a variant of which there is no specimen.
    :raises NotReadyForConsent: for a *yes* in a variant that stops it.
    """
    languages = {"language": wanted.language, "clinic_language": wanted.clinic_language}
    if wanted.outcome is None:
        return blank_form(clinic, wanted.variant, **languages)
    _ = text_for(wanted.clinic_language)
    case = cases(_)[wanted.variant]
    # A tablet of its own holds one patient's side, as in a clinic.
    tablet = hashlib.sha256(wanted.file_name.encode()).hexdigest()
    sign_in(clinic, tablet, _USERNAME, _PASSWORD)
    episode = prepare_episode(
        clinic,
        tablet,
        patient=Patient(_("Specimen Patient"), born(case.age, clinic.now().date()), "SPECIMEN-1"),
        plan=fictional_plan(_, off_label=case.off_label),
        who=case.stated,
        specimen=True,
        **languages,
    )
    sign_out(clinic, tablet)
    who = Visitor(clinic, tablet, _USERNAME, _PASSWORD, lead=_USERNAME)
    reach(who, episode, _STATES[wanted.outcome])
    sign_out(clinic, tablet)
    with clinic.store.reading() as books:
        return books.records.pdf(books.records.of_episode(episode.id)[-1].id)
