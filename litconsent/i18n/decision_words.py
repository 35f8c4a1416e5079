"""Say what was decided, and what that means."""

from litconsent.domain.decisions import Decision
from litconsent.domain.people import Role
from litconsent.domain.rulings import Ruling
from litconsent.domain.situations import Capacity
from litconsent.domain.statements import Statement
from litconsent.i18n.labels import DECISION, MEANING, MEANING_HEARD_LESS
from litconsent.i18n.text import Text


def decision_words(_: Text, decision: Decision, who: Statement, ruling: Ruling) -> tuple[str, str]:
    """Return the decision and what it means, in the words of whoever decides.

    Of a patient who cannot decide today, and for whom nobody decides, the doctor speaks.
    """
    nobody = Role.PATIENT in ruling.variant.deciding and who.capacity is not Capacity.CAPABLE
    if decision is Decision.POSTPONED and nobody:
        return (
            _("Not today. The patient cannot decide at present."),
            _("The doctor noted why. The patient is asked again when they can decide."),
        )
    return _(DECISION[decision]), meaning(_, decision, hears_less=ruling.hears_less)


def meaning(_: Text, decision: Decision, *, hears_less: bool) -> str:
    """Return what a decision means; nobody signs for more than they wanted to hear."""
    return _((MEANING_HEARD_LESS if hears_less else MEANING)[decision])
