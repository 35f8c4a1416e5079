"""The self-audit as a page: every list is in one language, and says which."""

from dataclasses import replace

import pytest

from litconsent.domain.elements import Element
from litconsent.services.self_audit import self_audit
from tests.ui.clinic_screens import screen


def lists(code):
    """Return each list of the page as it is drawn for a reader of one language."""
    drawn = screen(page="clinic/audit", lang=code).get("html")
    return [one.body for one in drawn if "<dl" in one.body]


@pytest.mark.parametrize(
    ("code", "place", "element"),
    [
        ("it", "Italia", "La decisione"),
        ("de", "Italien", "Die Entscheidung"),
        ("fr", "Italie", "La décision"),
    ],
)
def test_a_clinic_reads_the_demands_in_its_language(signed_in, code, place, element):
    law, aid = lists(code)
    assert law.startswith(f'<div lang="{code}" dir="ltr"><h2>{place}</h2>') and element in law
    assert aid.startswith(f'<div lang="{code}" dir="ltr">') and "IPDAS" in aid
    assert "text that the patient reads" not in law + aid


def test_a_language_without_these_names_reads_the_whole_lists_in_english(signed_in):
    for listed in lists("ar"):
        assert listed.startswith('<div lang="en" dir="ltr">')
        assert "text that the patient reads" in listed


def test_one_name_that_lacks_turns_its_whole_list_to_english_and_no_other(signed_in):
    law, aid = self_audit(signed_in)
    lacking = replace(law, elements=(*law.elements, Element("E99", {"en": "New", "it": "Nuovo"})))
    assert [one.named_in("de") for one in (law, lacking, aid)] == [True, False, True]
    assert lacking.named_in("it")
