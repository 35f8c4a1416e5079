"""The screen on which a patient decides says what is proposed, and what is not said on a label."""

from dataclasses import replace

import pytest

from litconsent.domain.decisions import Decision
from litconsent.domain.plans import PlannedCompound
from litconsent.services.decide import decide
from tests.builders import a_plan
from tests.journey import Journey
from tests.ui import clinic_screens
from tests.ui.test_clinic_release import words

OFF_LABEL = "For you it would be off-label: outside its licence."


def to_the_decision(clinic, *, off_label):
    proposed = PlannedCompound("lidocaine", "Painful points in the neck", off_label=off_label)
    plan = replace(a_plan(), compounds=(proposed,))
    journey = Journey(clinic, tablet=clinic_screens.TABLET)
    journey.prepare(language="en", clinic_language="en", plan=plan).hand_over().read()
    journey.hand_back().sign_in().talk(acknowledged=("lidocaine",)).open_decision()


@pytest.mark.parametrize("off_label", [True, False])
def test_beside_a_reason_stands_whether_it_would_be_off_label(signed_in, off_label):
    to_the_decision(signed_in, off_label=off_label)
    shown = words(clinic_screens.screen(page="patient/decide"))
    assert "Painful points in the neck" in shown
    assert (OFF_LABEL in shown) is off_label
    assert ("Used within its licence, as stated by the doctor." in shown) is not off_label


@pytest.mark.parametrize(
    ("decision", "off_label", "said"),
    [
        (Decision.CONSENT, True, True),
        (Decision.CONSENT, False, False),
        (Decision.REFUSAL, True, False),
    ],
)
def test_whoever_signs_reads_whose_decision_it_is_and_a_yes_names_what_is_off_label(
    signed_in, decision, off_label, said
):
    to_the_decision(signed_in, off_label=off_label)
    decide(signed_in, clinic_screens.TABLET, decision)
    shown = words(clinic_screens.screen(page="patient/decide"))
    assert "Decision of \u2068Ada Rossi\u2069:" in shown or "Decision of Ada Rossi:" in shown
    assert ("I know that for me this would be off-label: Lidocaine" in shown) is said
