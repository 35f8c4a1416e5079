"""The content files of the running app: read them anew, and say what is wrong with them."""

from litconsent.content.faults import ContentProblem
from litconsent.domain.tablets import Mode
from litconsent.services.access import looking
from litconsent.services.clinic import Clinic


def read_files_again(clinic: Clinic, tablet: str) -> tuple[ContentProblem, ...]:
    """Read all content files and return their problems; the last good text goes on serving.

    :raises NotAllowed: for anybody but the lead.
    """
    with looking(clinic, tablet, "read_files", Mode.CLINIC) as act:
        act.lead_only("read_files")
    clinic.library.reload(clinic.settings.procedure)
    return clinic.library.problems(clinic.settings.procedure)


def file_problems(clinic: Clinic, tablet: str) -> tuple[ContentProblem, ...]:
    """Return what was wrong with the files when they were read last.

    :raises NotAllowed: for anybody but the lead and an auditor.
    """
    with looking(clinic, tablet, "file_problems", Mode.CLINIC) as act:
        act.lead_or_auditor("file_problems")
    return clinic.library.problems(clinic.settings.procedure)
