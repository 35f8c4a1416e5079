"""The screen on which a patient decides says what is proposed, and what is not said on a label."""

from dataclasses import replace

import pytest

from litconsent.domain.plans import PlannedCompound
from tests.builders import a_plan
from tests.journey import Journey
from tests.ui import clinic_screens
from tests.ui.test_clinic_release import words

OFF_LABEL = "For you it would be off-label: outside its licence."


@pytest.mark.parametrize("off_label", [True, False])
def test_beside_a_reason_stands_whether_it_would_be_off_label(signed_in, off_label):
    proposed = PlannedCompound("lidocaine", "Painful points in the neck", off_label=off_label)
    plan = replace(a_plan(), compounds=(proposed,))
    journey = Journey(signed_in, tablet=clinic_screens.TABLET)
    journey.prepare(language="en", clinic_language="en", plan=plan).hand_over().read()
    journey.hand_back().sign_in().talk().open_decision()
    shown = words(clinic_screens.screen(page="patient/decide"))
    assert "Painful points in the neck" in shown
    assert (OFF_LABEL in shown) is off_label
