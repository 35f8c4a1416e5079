"""A patient is found by what a doctor would type, and only then."""

from datetime import date

import pytest

from litconsent.domain.people import is_found
from tests.builders import a_patient

PATIENT = a_patient(name="Zoë D'Angelò", birth_date=date(1961, 5, 7), identifier="AR-0042")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "zoe",
        "ANGELO",
        "angelò zoë",
        "ar-0042",
        "07/05/1961",
        "7.5.1961",
        "1961-05-07",
        " 0042 ",
    ],
)
def test_a_patient_is_found_by_name_identifier_and_birth_date(words):
    assert is_found(PATIENT, words)


@pytest.mark.parametrize("words", ["zoe rossi", "AR-0043", "08/05/1961", "zo e x"])
def test_a_patient_is_not_found_by_what_does_not_fit_them(words):
    assert not is_found(PATIENT, words)


def test_names_in_other_scripts_are_found():
    assert is_found(a_patient(name="مُحَمَّد علي"), "محمد")
    assert is_found(a_patient(name="王小明"), "小明")
