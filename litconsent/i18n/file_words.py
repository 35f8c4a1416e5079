"""What checking a file found, in plain words: one sentence for each problem and each ending."""

from collections.abc import Mapping
from types import MappingProxyType

from litconsent.domain.episodes import State
from litconsent.domain.file_problems import Problem
from litconsent.i18n.text import N_

PROBLEM: Mapping[Problem, str] = MappingProxyType(
    {
        Problem.NONE: N_("The file is exactly as this clinic sealed it."),
        Problem.EMPTY: N_("The file is empty."),
        Problem.TOO_LARGE: N_("The file is far larger than any record; it was not opened."),
        Problem.NOT_A_PDF: N_("This is not a PDF file."),
        Problem.ENCRYPTED: N_("The file is encrypted; no record of ours is."),
        Problem.DAMAGED: N_("The file is damaged or cut off and cannot be read."),
        Problem.UNSEALED: N_("The file carries no seal."),
        Problem.SEVERAL_SEALS: N_("The file carries more than one seal; a record has exactly one."),
        Problem.CHANGED: N_("The file was changed after it was sealed."),
        Problem.CHANGED_AFTERWARDS: N_(
            "Something was added to the file after it was sealed, for example an annotation."
        ),
        Problem.BYTES_APPENDED: N_("Bytes were appended behind the end of the sealed file."),
        Problem.FOREIGN_SEAL: N_(
            "The file is unchanged since it was sealed, but the seal is not one that is known "
            "here. Compare the seal's fingerprint with the one that the clinic gives you."
        ),
        Problem.NOT_THE_RECORD: N_(
            "The seal fits, but this is not a record that the clinic holds."
        ),
    }
)
ENDING: Mapping[State, str] = MappingProxyType(
    {
        State.WITHDRAWN: N_("But this consent has been withdrawn since."),
        State.SUPERSEDED: N_("But a later decision has taken the place of this one since."),
        State.VOIDED: N_("But the clinic has declared this decision void since."),
    }
)
