"""The line on top of each page: the clinic and the patient, each in one line whatever its length.

The whole names stand on the first page; here a long one is cut, so that it covers nothing.
"""

from litconsent.domain.people import Letterhead, Patient
from litconsent.i18n.text import isolated, ltr
from litconsent.pdf.document_columns import LAYOUT, Column
from litconsent.pdf.document_style import SMALL
from litconsent.pdf.fonts import clusters
from litconsent.pdf.layout import text_width

_GAP = 16.0  # points between the two
_PATIENT_MOST, _NUMBER_MOST = 0.55, 0.2  # of the line; of a number of either kind
_CUT = "…"


def head_line(
    letterhead: Letterhead, patient: Patient, columns: tuple[Column, ...]
) -> tuple[str, str]:
    """Return the clinic in its language, and the patient in theirs: the clinic has what is left."""
    here, whole = columns[0], LAYOUT.text_width
    number = shortened(patient.identifier, here.language, whole * _NUMBER_MOST)
    after = f" · {here.text.date(patient.birth_date)} · {isolated(number)}"
    room = whole * _PATIENT_MOST - _width(after, here.language)
    named = f"{isolated(shortened(patient.name, here.language, room))}{after}"
    room = whole - _GAP - _width(named, here.language)
    return clinic_words(letterhead, columns[-1].language, room), named


def patient_words(patient: Patient, language: str) -> str:
    """Return the patient's name for its part of the line."""
    return shortened(patient.name, language, LAYOUT.text_width * _PATIENT_MOST)


def clinic_words(letterhead: Letterhead, language: str, room: float) -> str:
    """Return the clinic's name and phone for a line of this room, in points."""
    phone = shortened(letterhead.phone, language, LAYOUT.text_width * _NUMBER_MOST)
    after = f" · {ltr(phone)}"
    room -= _width(after, language)
    return f"{isolated(shortened(letterhead.name, language, room))}{after}"


def shortened(words: str, language: str, room: float) -> str:
    """Return words as they are if they fit, or else as much of them as fits, with an ellipsis."""
    if _width(words, language) <= room:
        return words
    parts = list(clusters(words))
    least, most = 0, len(parts)
    while least < most:
        middle = (least + most + 1) // 2
        if _width("".join(parts[:middle]) + _CUT, language) <= room:
            least = middle
        else:
            most = middle - 1
    return "".join(parts[:least]).rstrip() + _CUT


def _width(words: str, language: str) -> float:
    return text_width(words, language, SMALL.size)
