"""Say why a substance is proposed to a patient, and whether it would be off-label."""

from litconsent.domain.plans import PlannedCompound
from litconsent.i18n.text import Text


def reasons(compound: PlannedCompound, _: Text) -> list[str]:
    """Return the doctor's reason, then that it would be off-label if it would."""
    if not compound.off_label:
        return [compound.reason]
    return [compound.reason, _("For you it would be off-label: outside its licence.")]
