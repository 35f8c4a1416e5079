"""What is wrong and what cures it, in English: content, gates, and a start that fails."""

from litconsent.content.faults import ContentProblem
from litconsent.content.finding import Finding
from litconsent.domain.errors import LitConsentError
from litconsent.i18n.cures import cure, demand
from litconsent.i18n.text import text_for

_ENGLISH = text_for("en")


def cure_of(problem: ContentProblem) -> str:
    """Return what is wrong with a file and what cures it."""
    return cure(problem.fault, problem.detail, _ENGLISH)


def demand_of(finding: Finding) -> str:
    """Return what a gate asks that is not so."""
    return demand(finding.gate, finding.detail, _ENGLISH)


# By the name of the error: commands know no layer below the services.
START_CURES = {
    "KeyFileMissing": "Put the key file back from where you keep its copy; no other key fits.",
    "KeyFileDamaged": "Put the key file back from where you keep its copy; no other key fits.",
    "KeyFileMode": "Run: chmod 600 on that file. If others could read it, tell the clinic's lead.",
    "WrongKey": "Put back the key file that belongs to this database, or the latest backup.",
    "DatabaseDamaged": "Keep the file as evidence, put the latest backup in its place.",
    "DatabaseNewer": "Start the newer version of this software.",
    "FileUnreachable": "Check that the folder exists and belongs to the user who starts this.",
    "DiskFull": "Make room on the disk and start again; nothing was half-written.",
    "SealMissing": "Set up the clinic first: its seal is made then.",
    "CertificateUnfit": "The seal stays as it was. Ask the authority again: seal request FILE.",
    "SettingInvalid": "Look at .env.example: it names every setting.",
}


def start_cure(error: LitConsentError) -> str:
    """Return what to do about an error that keeps a command from running, or nothing."""
    return next(
        (START_CURES[k.__name__] for k in type(error).__mro__ if k.__name__ in START_CURES), ""
    )
