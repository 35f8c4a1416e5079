"""The files of the running app: read them anew, and say which languages they switch off."""

from litconsent.content.faults import ContentProblem
from litconsent.domain.tablets import Mode
from litconsent.i18n.catalogue_faults import look_at_catalogues_again
from litconsent.services.access import looking
from litconsent.services.clinic import Clinic
from litconsent.services.language_problems import language_problems


def read_files_again(clinic: Clinic, tablet: str) -> tuple[ContentProblem, ...]:
    """Read all files anew and return their problems; the last good text goes on serving.

    :raises NotAllowed: for anybody but the lead.
    """
    with looking(clinic, tablet, "read_files", Mode.CLINIC) as act:
        act.lead_only("read_files")
    clinic.library.reload(clinic.settings.procedure)
    look_at_catalogues_again()
    return _problems(clinic)


def file_problems(clinic: Clinic, tablet: str) -> tuple[ContentProblem, ...]:
    """Return what was wrong with the files when they were read last.

    :raises NotAllowed: for anybody but the lead and an auditor.
    """
    with looking(clinic, tablet, "file_problems", Mode.CLINIC) as act:
        act.lead_or_auditor("file_problems")
    return _problems(clinic)


def _problems(clinic: Clinic) -> tuple[ContentProblem, ...]:
    return (*clinic.library.problems(clinic.settings.procedure), *language_problems(clinic))
