"""Cells and names of files are harmless, whatever a person is called."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconsent.domain.errors import InputError
from litconsent.domain.people import Patient
from litconsent.exchange.file_names import file_name
from litconsent.exchange.record_list import FORMULA_STARTS, ListedRecord, harmless, record_list
from litconsent.i18n.text import text_for
from tests.builders import a_record, an_episode


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_looks_like_a_formula_is_quoted(start):
    assert harmless(f"{start}1+1") == f"'{start}1+1"


@given(st.text(min_size=1, max_size=20))
def test_no_cell_begins_like_a_formula_and_no_letter_is_lost(cell):
    said = harmless(cell)
    assert not said.startswith(FORMULA_STARTS) and said.endswith(cell)


@pytest.mark.parametrize(("code", "separator"), [("it", ";"), ("en", ",")])
def test_a_list_is_read_back_as_it_was_written(code, separator):
    row = ListedRecord(a_record(), an_episode(), 'Dr "Anna"; Verdi, \n', "lit.pdf")
    content = record_list([row], text_for(code), "Europe/Rome").decode("utf-8-sig")
    head, cells = csv.reader(io.StringIO(content, newline=""), delimiter=separator)
    assert len(head) == len(cells) and 'Dr "Anna"; Verdi, \n' in cells


@given(st.text(min_size=1, max_size=80))
def test_a_file_name_leads_nowhere_else_and_is_no_command(name):
    try:
        patient = Patient(name, date(1961, 5, 17), "X")
    except InputError:
        return  # nobody is called like this here
    said = file_name(a_record(), "Europe/Rome", patient)
    assert not set(said) & set('/\\:*?"<>|\0\n\r\t ') and not said.startswith((".", "-"))
    assert len(said) < 130 and said.endswith(".pdf")


def test_a_file_is_called_after_the_day_of_the_clinics_clock():
    late = a_record(sealed_at=datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    assert "2026-11-24" in file_name(late, "Europe/Rome")
