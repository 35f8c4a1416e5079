"""Who takes part in an episode, and in which role."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from litconsent.domain.errors import BirthDateInFuture, BirthDateTooOld
from litconsent.domain.words import clean_line, folded


class Role(StrEnum):
    """What a participant is in an episode; each role is one place to sign at most."""

    PATIENT = "patient"
    DELEGATE = "delegate"
    PARENT = "parent"
    OTHER_PARENT = "other_parent"
    GUARDIAN = "guardian"
    SUPPORT_ADMINISTRATOR = "support_administrator"
    TRUSTEE = "trustee"
    ATTORNEY = "attorney"
    FAMILY = "family"
    COMMUNICATION_PARTNER = "communication_partner"
    INTERPRETER = "interpreter"
    WITNESS = "witness"
    SECOND_WITNESS = "second_witness"
    CLINICIAN = "clinician"


class AccountRole(StrEnum):
    """What an account of the clinic may do."""

    CLINICIAN = "clinician"
    LEAD = "lead"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Patient:
    """The person whose body and whose decision it is."""

    name: str
    birth_date: date
    identifier: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", clean_line(self.name, field="patient.name"))
        object.__setattr__(
            self, "identifier", clean_line(self.identifier, field="patient.identifier", limit=60)
        )


def is_found(patient: Patient, words: str) -> bool:
    """Tell whether each of the words stands in name, identifier or date of birth of a patient.

    Capitals and accents make no difference; a date is found as 17/05/1961, 17.5.1961 or 1961-05-17.
    """
    born = patient.birth_date
    dates = (f"{born:%d/%m/%Y}", f"{born.day}.{born.month}.{born.year}", born.isoformat())
    known = folded(" ".join((patient.name, patient.identifier, *dates)))
    return all(word in known for word in folded(words).split())


OLDEST_BIRTH_YEAR = 1900


def check_birth_date(birth_date: date, *, today: date) -> None:
    """Refuse a birth date that cannot be: after today, or before 1900.

    :raises BirthDateInFuture: if the date lies after `today`.
    :raises BirthDateTooOld: if the date lies before 1 January 1900.
    """
    if birth_date > today:
        raise BirthDateInFuture(birth_date)
    if birth_date.year < OLDEST_BIRTH_YEAR:
        raise BirthDateTooOld(birth_date)


@dataclass(frozen=True, slots=True)
class FamilyMember:
    """Somebody whom the patient wants beside them; takes part, never replaces the patient."""

    name: str
    relationship: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", clean_line(self.name, field="family.name"))
        object.__setattr__(
            self, "relationship", clean_line(self.relationship, field="family.relationship")
        )


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody of the clinic who can sign in."""

    id: str
    username: str
    name: str
    role: AccountRole
    active: bool = True


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The clinic as patients know it: name, place, and whom to call."""

    name: str
    place: str
    phone: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", clean_line(self.name, field="clinic.name"))
        object.__setattr__(self, "place", clean_line(self.place, field="clinic.place"))
        object.__setattr__(self, "phone", clean_line(self.phone, field="clinic.phone", limit=40))
