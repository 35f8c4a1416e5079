"""Say why a substance is proposed to a patient, and whether it would be off-label."""

from collections.abc import Collection

from litconsent.domain.decisions import Decision
from litconsent.domain.editions import Edition
from litconsent.domain.plans import Plan, PlannedCompound
from litconsent.i18n.text import Text


def reasons(compound: PlannedCompound, _: Text) -> list[str]:
    """Return the doctor's reason, then whether it would be off-label, as the doctor stated."""
    if not compound.off_label:
        return [compound.reason, _("Used within its licence, as stated by the doctor.")]
    return [compound.reason, _("For you it would be off-label: outside its licence.")]


def known_off_label(
    decision: Decision, declined: Collection[str], plan: Plan, edition: Edition, _: Text
) -> list[str]:
    """Return the sentence by which a yes covers what is off-label [L.94/1998 art.3 c.2], if any."""
    names = [
        edition.compounds[one.id].name
        for one in plan.compounds
        if decision.agrees and one.off_label and one.id not in declined
    ]
    if not names:
        return []
    return [_("I know that for me this would be off-label: {names}.", names=_.list(names))]
